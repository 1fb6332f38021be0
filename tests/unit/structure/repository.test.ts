import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles } from './files.ts';
import { ROOT } from './imports.ts';

const BINARY = /\.(png|ico|woff2?|zip)$/i;
/** Hosts that serve packages. Other people's machines use other ones, and mirrors may be private. */
const REGISTRY = /registry\.(npmjs|yarnpkg|npmmirror)|\/artifactory\/|jfrog\.io|nexus\/repository/i;

describe('the lock file', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');

  it('names no address a package came from', () => {
    expect(lock).not.toContain('"resolved"');
  });

  it('has a checksum for every package', () => {
    const { packages } = JSON.parse(lock) as { packages: Record<string, { integrity?: string }> };
    const without = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
    expect(without.map(([path]) => path)).toEqual([]);
  });
});

describe('the files of the project', () => {
  const files = projectFiles().filter((file) => !BINARY.test(file));
  const mentioning = (pattern: RegExp) =>
    files.filter((file) => !file.endsWith('repository.test.ts') && pattern.test(readFileSync(join(ROOT, file), 'utf8')));

  it('name no package registry', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(mentioning(REGISTRY)).toEqual([]);
  });

  it('end their lines alike on every system', () => {
    expect(readFileSync(join(ROOT, '.gitattributes'), 'utf8')).toContain('* text=auto eol=lf');
    expect(mentioning(/\r\n/)).toEqual([]);
  });

  it('pin every dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    expect(loose).toEqual([]);
  });
});
