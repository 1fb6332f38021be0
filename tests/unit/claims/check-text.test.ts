import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const check = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, ['scripts/claims/check-text.ts', ...args], { cwd: ROOT, input, encoding: 'utf8' });

describe('npm run check', () => {
  it('answers line by line, in order, and reports bad lines at the end with exit code 1', () => {
    const lines = [
      { id: 'a', text: 'Wayfair is trafficking kids in overpriced cabinets' },
      { id: 2, text: 'hello' },
    ].map((post) => JSON.stringify(post));
    const { stdout, stderr, status } = check([lines[0], 'not json', '', lines[1], '{"id":3}'].join('\n'));
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['a', 2]);
    expect(answers[0]).toMatchObject({ stance: 'asserts', matches: [{ claim: 'wayfair-cabinets', kind: 'claim' }] });
    expect(answers[0].matches[0].spans.every((span: number[]) => span.length === 2)).toBe(true);
    expect(answers[1]).toEqual({ id: 2, matches: [], stance: 'none' });
    expect(stderr).toMatch(/line 2: .*\nline 5: /);
    expect(status).toBe(1);
  });

  it('is silent and content with an empty input', () => {
    expect(check('')).toMatchObject({ stdout: '', stderr: '', status: 0 });
  });

  it('explains a text given as arguments', () => {
    const { stdout } = check('', 'Snopes says the Wayfair trafficking story is false');
    expect(stdout).toContain('no card');
    expect(stdout).toContain('WAYFAIR');
  });
});
