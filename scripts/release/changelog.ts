import { PROJECT } from '../tools/project.ts';

/** One version in the change log. */
export interface Version {
  version: string;
  /** Day of its release, `2026-12-01`; absent while it is not released. */
  date?: string;
  /** What changed, as Markdown. */
  notes: string;
}

const HEADING = /^## (\d+\.\d+\.\d+), (not released yet|\d{4}-\d{2}-\d{2})$/;
const UNRELEASED = 'not released yet';

/**
 * The versions of a change log, newest first, as they stand in it.
 * @throws {Error} for a heading of another form, naming its line.
 */
export function versionsOf(text: string): Version[] {
  const versions: (Version & { lines: string[] })[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('## ')) {
      const [, version, date] = HEADING.exec(line) ?? [];
      if (!version)
        throw new Error(`CHANGELOG.md:${index + 1}: write "## 1.2.3, not released yet" or "## 1.2.3, 2026-12-01" instead of "${line}".`);
      versions.push({ version, ...(date !== UNRELEASED && { date }), notes: '', lines: [] });
    } else versions.at(-1)?.lines.push(line);
  }
  return versions.map(({ lines, ...version }) => ({ ...version, notes: lines.join('\n').trim() }));
}

/**
 * Notes for the page of a release, which breaks lines where they break here and knows no files: each point in one line, each link
 * to the file as it was in that version.
 */
export function forReleasePage({ notes, version }: Version): string {
  return notes.replaceAll(/\n +(?=\S)/g, ' ').replaceAll(/\]\((?!\w+:|#)/g, `](${PROJECT}/blob/v${version}/`);
}

/** The change log with the day on which a version is released. */
export function dated(text: string, version: string, date: string): string {
  return text.replace(`## ${version}, ${UNRELEASED}`, `## ${version}, ${date}`);
}
