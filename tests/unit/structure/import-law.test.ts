import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles } from './files.ts';
import { findCircles, type Import, importsOf, ROOT, readImports } from './imports.ts';

/** What one part of the house may use: `code` at will, `types` only as types. */
interface Law {
  part: string;
  code: string[];
  types: string[];
}

const LAWS: Law[] = [
  { part: 'entrypoints/', code: ['entrypoints/', 'components/', 'lib/', 'generated/'], types: [] },
  { part: 'components/', code: ['components/'], types: ['lib/'] },
  {
    part: 'lib/feed/',
    code: ['lib/feed/', 'lib/sites/', 'lib/matching/', 'lib/health/', 'lib/messages.ts'],
    types: ['lib/claims/types.ts', 'lib/settings/types.ts'],
  },
  { part: 'lib/matching/', code: ['lib/matching/'], types: ['lib/claims/types.ts'] },
  { part: 'lib/sites/', code: ['lib/sites/'], types: [] },
  { part: 'lib/', code: ['lib/', 'generated/'], types: [] },
];

const imports = readImports();

/** Imports from one part of the house to another: `feed` for all of `lib/feed/`, `messages` for `lib/messages.ts`. */
const parts = imports
  .filter(isInside)
  .map(({ from, to, typeOnly }): Import => ({ from: partOf(from), to: partOf(to), typeOnly }))
  .filter(({ from, to }) => from !== to);

function partOf(file: string): string {
  return file
    .replace(/^lib\//, '')
    .split('/')[0]
    .replace(/\.ts$/, '');
}

/** Breaches of the law, in words. The first law whose part holds the file applies; packages are free. */
function breaches(all: readonly Import[]): string[] {
  return all.filter(isInside).flatMap(({ from, to, typeOnly }) => {
    const law = LAWS.find(({ part }) => from.startsWith(part));
    if (!law || law.code.some((prefix) => to.startsWith(prefix))) return [];
    const asType = law.types.some((prefix) => to.startsWith(prefix));
    if (asType && typeOnly) return [];
    return [`${from} may not import ${to}${asType ? ' except as a type' : ''}`];
  });
}

function isInside({ to }: Import): boolean {
  return /^(entrypoints|components|lib|generated|scripts|tests|claims-data)\//.test(to);
}

describe('the import law', () => {
  it('is kept by every file', () => {
    expect(imports.length).toBeGreaterThan(0);
    expect(breaches(imports)).toEqual([]);
  });

  it('leaves no circles', () => {
    expect(findCircles(imports).map((circle) => circle.join(' → '))).toEqual([]);
  });

  it('leaves no circles between folders, either', () => {
    expect(findCircles(parts).map((circle) => circle.join(' → '))).toEqual([]);
  });

  it('is what the picture in docs/architecture.md shows', () => {
    const code = [...new Set(parts.filter(({ typeOnly }) => !typeOnly).map(({ from, to }) => `${from} --> ${to}`))];
    const [, picture] =
      /compares this picture[\s\S]*?```mermaid\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')) ?? [];
    const drawn = [...picture.matchAll(/^ {2}(\w+) --> (.+)$/gm)].flatMap(([, from, to]) =>
      to.split(' & ').map((each) => `${from} --> ${each}`),
    );
    expect(drawn.sort()).toEqual(code.sort());
  });

  it('keeps the extension API out of views, matching and sites', () => {
    const pure = /^(components|lib\/matching|lib\/sites)\//;
    const api = imports.filter(
      ({ from, to, typeOnly }) => pure.test(from) && !typeOnly && /^(wxt|#imports|webextension-polyfill)/.test(to),
    );
    expect(api).toEqual([]);
  });
});

describe('the folder law', () => {
  const inFolder = (folder: string) => projectFiles().filter((file) => file.startsWith(folder));

  it('lets lib/sites hold facts and their types, and no code that runs', async () => {
    const code = inFolder('lib/sites/').filter((file) => !/\.(yaml|schema\.json|md)$/.test(file));
    expect(code).toEqual(['lib/sites/site.ts']);
    expect(Object.keys(await import('../../../lib/sites/site.ts'))).toEqual([]);
  });

  it('lets lib/matching know of no page, no clock, no chance and no network', () => {
    const outside =
      /\b(document|window|navigator|location|performance|process|console|crypto|localStorage)\.|\b(fetch|setTimeout|queueMicrotask)\(|\bDate\b|Math\.random/;
    const files = inFolder('lib/matching/');
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => outside.test(withoutComments(readFileSync(join(ROOT, file), 'utf8'))))).toEqual([]);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

describe('this test', () => {
  const law = (from: string, code: string) => breaches(importsOf(from, code));

  it('finds every way to write an import', () => {
    const found = importsOf(
      'lib/matching/a.ts',
      `import x, { type T } from '../feed/b.ts'; import type { U } from '../claims/types.ts'; export * from './c.ts'; import('../sites/d.ts'); import './e.css';`,
    );
    expect(found.map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['lib/feed/b.ts', false],
      ['lib/claims/types.ts', true],
      ['lib/matching/e.css', false],
      ['lib/matching/c.ts', false],
      ['lib/sites/d.ts', false],
    ]);
  });

  it('reports what is not allowed', () => {
    expect(law('lib/matching/a.ts', `import { f } from '../feed/b.ts';`)).toHaveLength(1);
    expect(law('lib/sites/a.ts', `import type { F } from '../feed/types.ts';`)).toHaveLength(1);
    expect(law('components/ui/a.ts', `import { f } from '../../lib/claims/load.ts';`)).toEqual([
      'components/ui/a.ts may not import lib/claims/load.ts except as a type',
    ]);
    expect(law('components/ui/a.ts', `import type { F } from '../../lib/claims/types.ts';`)).toEqual([]);
  });

  it('reports circles', () => {
    const to = (from: string, target: string, typeOnly = false): Import => ({ from, to: target, typeOnly });
    expect(findCircles([to('a', 'b'), to('b', 'c'), to('c', 'a')])).toEqual([['a', 'b', 'c', 'a']]);
    expect(findCircles([to('a', 'b'), to('b', 'a', true)])).toEqual([]);
  });
});
