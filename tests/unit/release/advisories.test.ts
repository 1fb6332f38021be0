import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../structure/imports.ts';

/** What is known of weaknesses without asking a registry (`scripts/release/advisories.yaml`), held against the lock file. */
interface Advisory {
  package: string;
  ids: string[];
  mended?: string[];
  never?: string[];
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const advisories = parse(read('scripts/release/advisories.yaml')) as Advisory[];
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
const locked = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { version }]) => ({ name: path.replace(/^.*node_modules\//, ''), version }));

const parts = (version: string) => version.split(/[.-]/).map((part) => (/^\d+$/.test(part) ? Number(part) : -1));

/** Below zero when the first is the older one; a version before a release counts as older than it. */
function compare(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)];
  const at = [0, 1, 2, 3].find((nth) => (a[nth] ?? 0) !== (b[nth] ?? 0));
  return at === undefined ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Mended in its own line of versions, or of a line that is newer than all that had the weakness. */
function isWeak(version: string, { mended = [], never = [] }: Advisory): boolean {
  if (never.includes(version)) return true;
  if (mended.length === 0) return false;
  const [major] = parts(version);
  const own = mended.find((first) => parts(first)[0] === major);
  return own ? compare(version, own) < 0 : mended.some((first) => parts(first)[0] > major);
}

function weak(all: readonly { name: string; version: string }[]): string[] {
  return advisories.flatMap((advisory) =>
    all
      .filter(({ name, version }) => name === advisory.package && isWeak(version, advisory))
      .map(({ name, version }) => `${name} ${version}`),
  );
}

describe('known weaknesses', () => {
  it('touch nothing in the lock file', () => {
    expect(weak(locked)).toEqual([]);
  });

  it('are each of a package that is in it, and say what they are', () => {
    const names = new Set(locked.map(({ name }) => name));
    expect(advisories.length).toBeGreaterThan(30);
    expect(advisories.filter(({ package: name, ids }) => !names.has(name) || ids.length === 0)).toEqual([]);
    expect(advisories.filter(({ mended, never }) => !mended === !never)).toEqual([]);
  });

  it.each([
    ['qs', '6.15.1'],
    ['picomatch', '2.3.1'],
    ['picomatch', '4.0.3'],
    ['picomatch', '3.0.0'],
    ['@babel/core', '8.0.0-rc.5'],
    ['debug', '4.4.2'],
    ['linkifyjs', '4.3.1'],
  ])('would be seen: %s %s', (name, version) => {
    expect(weak([{ name, version }])).toEqual([`${name} ${version}`]);
  });
});
