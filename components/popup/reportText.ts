import type { StructureReport } from '../../lib/health/report.ts';

const ISSUE = 'https://github.com/case-by-case/case-by-case/issues/new?template=broken-site.yml&report=';
/** Longer addresses are refused by servers on the way. */
const LONGEST_ADDRESS = 7500;

/** A report as plain lines, so that anybody can see what it holds. */
export function reportInWords(report: StructureReport, version: string): string {
  const { site, state, counts, errors, selectors, path, row } = report;
  const table = (title: string, values: object): string[] => {
    const rows = Object.entries(values).map(([name, value]) => `  ${name}: ${value}`);
    return rows.length > 0 ? [`${title}:`, ...rows] : [];
  };
  return [
    `Case by Case ${version}, site ${site}, ${state}`,
    ...table('counts', counts),
    ...table('errors', errors),
    ...table('elements found', selectors),
    ...(path.length > 0 ? [`from the middle of the view outwards: ${path.join(' < ')}`] : []),
    ...(row.length > 0 ? ['the row there:', ...row.map((line) => `  ${line}`)] : []),
  ].join('\n');
}

/** Address of a new issue with the report filled in; nothing when it would be too long. */
export function issueAddress(report: string): string | undefined {
  const address = ISSUE + encodeURIComponent(report);
  return address.length <= LONGEST_ADDRESS ? address : undefined;
}
