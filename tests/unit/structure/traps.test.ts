import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './imports.ts';

const TRAPS = 20;

it('every trap of tests/README.md names a test that exists', () => {
  const rows = readFileSync(join(ROOT, 'tests/README.md'), 'utf8')
    .split('\n')
    .map((line) => /^\| (\d+) \|[^|]+\| (\S+) \| (.+) \|$/.exec(line))
    .filter((row) => row !== null);
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: TRAPS }, (_, i) => i + 1));
  const missing = rows.filter(
    ([, , file, title]) =>
      !readFileSync(join(ROOT, 'tests', file), 'utf8')
        .replaceAll("\\'", "'")
        .includes(title),
  );
  expect(missing.map(([row]) => row)).toEqual([]);
});
