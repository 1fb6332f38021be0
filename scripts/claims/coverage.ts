import type { Claim, Evidence, SourceKind } from '../../lib/claims/types.ts';
import { dayOf, staleLines, toWarning } from './help-age.ts';

/** Kinds of source that made the figure themselves, or are a government's own word. */
const PRIMARY: readonly SourceKind[] = ['primary-data', 'government', 'intergovernmental', 'court', 'research'];

/** How well the collection is covered and what needs another look by `today`, in lines for a person. */
export function coverage({ claims, sources, help }: Evidence, today = dayOf(new Date())): string[] {
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  const figures = claims.flatMap((claim) => claim.figures);
  const primary = figures.filter(({ source }) => PRIMARY.includes(kinds.get(source) ?? 'company'));
  const unsourced = figures.filter(({ source }) => !kinds.has(source));
  const cited = claims.map((claim) => claim.sources.length).sort((a, b) => a - b);
  const oldest = claims.toSorted((a, b) => a.reviewedOn.localeCompare(b.reviewedOn))[0];
  return [
    `families: ${families(claims)}`,
    `sources per claim: ${cited[0]} to ${cited.at(-1)}, median ${cited[Math.floor(cited.length / 2)]}`,
    `figures: ${figures.length}, of which ${percent(primary.length, figures.length)} rest on a primary or government source; without a source: ${unsourced.length}`,
    `oldest review: ${oldest?.reviewedOn} (${oldest?.id})`,
    `help: ${help.length} countries, ${help.reduce((sum, { lines }) => sum + lines.length, 0)} lines`,
    ...staleLines(help, today).map(toWarning),
  ];
}

function families(claims: readonly Claim[]): string {
  const counts = Map.groupBy(claims, ({ family }) => family);
  return [...counts]
    .map(([family, own]) => `${family} ${own.length}`)
    .sort()
    .join(', ');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Math.round((100 * part) / whole)} %`;
}
