import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles } from './files.ts';
import { ROOT } from './imports.ts';

const documents = projectFiles().filter((file) => file.endsWith('.md'));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** In every document what the pattern finds, its first group, unless it is fine. */
function wrong(pattern: RegExp, isFine: (found: string, document: string) => boolean, among = documents): string[] {
  return among.flatMap((document) =>
    [...read(document).matchAll(pattern)].filter(([, found]) => !isFine(found, document)).map(([, found]) => `${document}: ${found}`),
  );
}

/** The name that a heading has in an address, as GitHub makes it. */
function anchors(document: string): string[] {
  return [...read(document).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function leadsSomewhere(link: string, document: string): boolean {
  const [path, anchor] = link.split('#');
  const target = path === '' ? document : normalize(join(dirname(document), path)).replaceAll('\\', '/');
  return existsSync(join(ROOT, target)) && (!anchor || anchors(target).includes(anchor));
}

describe('the documents', () => {
  it.each([
    ...['README.md', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE', 'docs/architecture.md'],
    ...['threat-model', 'permissions', 'privacy', 'corrections', 'inclusion', 'dependencies'].map((name) => `docs/${name}.md`),
  ])('that a reader looks for are there: %s', (document) => expect(read(document).length).toBeGreaterThan(500));

  it('link to what is there', () => {
    expect(documents.length).toBeGreaterThan(30);
    expect(wrong(/\]\((?!\w+:)([^)\s]+)\)/g, leadsSomewhere)).toEqual([]);
  });

  it('name files that are there', () => {
    const files = /`((?:docs|lib|scripts|components|entrypoints|tests|claims-data|public|store|\.github|\.ci)\/[\w./-]+\.\w+)`/g;
    const example = 'claims-data/claims/balloons-on-mailboxes.yaml';
    expect(wrong(files, (file) => file === example || existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('name them by ends of paths that there are, where they are short: `feed/watch.ts`', () => {
    const files = projectFiles();
    expect(wrong(/`([\w./-]+\.(?:tsx?|mjs|css))`/g, (name) => files.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
  });

  it('name folders that are there', () => {
    const folders = /`((?:docs|lib|scripts|components|entrypoints|tests|claims-data|public|store|\.github|\.ci)\/(?:[\w.-]+\/)*)`/g;
    const example = 'claims-data/translations/pt/';
    expect(wrong(folders, (folder) => folder === example || existsSync(join(ROOT, folder)))).toEqual([]);
  });

  it('are not alone in that: comments and messages in code and data name files that are there, too', () => {
    const code = projectFiles().filter((file) =>
      /^(lib|components|entrypoints|scripts|claims-data|\.github)\/.+\.(tsx?|mjs|ya?ml)$/.test(file),
    );
    const files =
      /(?<![\w./-])((?:docs|lib|scripts|components|entrypoints|tests|claims-data|public|store)\/[\w./-]+\.(?:tsx?|mjs|ya?ml|md))\b/g;
    const examples = ['claims-data/claims/ID.yaml', 'claims-data/claims/x.yaml'];
    expect(wrong(files, (file) => examples.includes(file) || existsSync(join(ROOT, file)), code)).toEqual([]);
  });

  it('name commands that there are', () => {
    expect(wrong(/\bnpm run (?:-s )?([\w:]+)/g, (name) => name in scripts)).toEqual([]);
  });

  it('that tell a decision have a number of their own, and say context, decision and consequence', () => {
    const decisions = documents.filter((file) => file.startsWith('docs/decisions/'));
    expect(decisions.length).toBeGreaterThan(20);
    expect(new Set(decisions.map((file) => file.slice(15, 19))).size).toBe(decisions.length);
    const parts = ['**Context.**', '**Decision.**', '**Consequence.**'];
    expect(decisions.filter((file) => !parts.every((part) => read(file).includes(part)))).toEqual([]);
  });
});
