import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles } from './files.ts';
import { ROOT } from './imports.ts';

const MOST_LINES = 300;
/** Where a file says why it is longer. */
const TOP = 8;
const REASON = 'Long because';
/** Files that people read from top to bottom and that can hold a comment. */
const READ = /\.(tsx?|mjs|js|css|yaml|html)$/;

const files = projectFiles();
/** Those that hold files, not only folders. */
const folders = [...new Set(files.map((file) => dirname(file)))].filter((folder) => folder !== '.').sort();

/** All folders a file lies in. */
function above(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [folder] : [folder, ...above(folder)];
}

/** What a README says folders are for: `card/`, `claims/<id>.yaml`; a word in angles stands for any name. */
function named(readme: string): RegExp[] {
  const spans = [...readFileSync(join(ROOT, readme), 'utf8').matchAll(/`([^`\s]+\/[^`\s]*)`/g)].map(([, path]) => dirname(`${path}x`));
  return spans.map((path) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/<\w+>/g, '[^/]+')}$`));
}

/** A folder has a README, or the nearest one above says what it is for. */
function isExplained(folder: string): boolean {
  const owner =
    ['.', ...above(`${folder}/x`)]
      .filter((candidate) => existsSync(join(ROOT, candidate, 'README.md')))
      .sort()
      .at(-1) ?? '.';
  if (owner === folder) return true;
  const name = relative(owner, folder).replaceAll('\\', '/');
  return named(join(owner, 'README.md')).some((pattern) => pattern.test(name));
}

describe('every folder', () => {
  it('is explained in a README in it or above it', () => {
    expect(folders.length).toBeGreaterThan(50);
    expect(folders.filter((folder) => !isExplained(folder))).toEqual([]);
  });

  it('that a README explains is there', () => {
    const gone = files
      .filter((file) => file.endsWith('README.md') && file !== 'README.md')
      .flatMap((readme) =>
        [...readFileSync(join(ROOT, readme), 'utf8').matchAll(/^- `([\w-]+(?:\/[\w-]+)*)\/`/gm)]
          .map(([, folder]) => join(dirname(readme), folder))
          .filter((folder) => globSync('*', { cwd: join(ROOT, folder) }).length === 0),
      );
    expect(gone).toEqual([]);
  });
});

describe('every file', () => {
  it.each(['lib/feed', 'lib/matching'])('of %s is named in the README of this large folder', (folder) => {
    const own = files.filter((file) => dirname(file) === folder && file.endsWith('.ts')).map((file) => basename(file));
    const readme = readFileSync(join(ROOT, folder, 'README.md'), 'utf8');
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it(`of more than ${MOST_LINES} lines says at its top why ("${REASON} …")`, () => {
    const long = files.filter((file) => {
      if (!READ.test(file)) return false;
      const lines = readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n');
      return lines.length > MOST_LINES && !lines.slice(0, TOP).join('\n').includes(REASON);
    });
    expect(long).toEqual([]);
  });
});
