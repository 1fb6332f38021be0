import { describe, expect, it } from 'vitest';
import { lastScreen, type Stage } from '../../../scripts/tools/last-screen.ts';

const stage = (name: string, causes: string[] = []): Stage => ({
  name,
  passed: 3,
  failed: causes.length,
  skipped: 0,
  causes,
  seconds: 12.4,
});
const SCREEN = 50;

describe('the last screen of the tests', () => {
  it('ends with the sum of all stages', () => {
    const lines = lastScreen([stage('unit'), stage('e2e', ['x.spec.ts: a card\n  expected a card'])]);
    expect(lines).toEqual([
      'FAILED in e2e',
      'x.spec.ts: a card',
      '  expected a card',
      '',
      'unit     3 passed, 0 failed          12 s',
      'e2e      3 passed, 1 failed          12 s',
      '6 passed, 1 failed',
    ]);
  });

  it('names what passed only when tried again, and does not count it as failed', () => {
    const lines = lastScreen([{ ...stage('e2e'), again: ['x.spec.ts: a card\n  too late'] }]);
    expect(lines.slice(0, 3)).toEqual(['FAILED at first in e2e, passed when tried again', 'x.spec.ts: a card', '  too late']);
    expect(lines.at(-1)).toBe('3 passed, 0 failed');
  });

  it('holds the first cause of every stage however many failed', () => {
    const many = Array.from({ length: 40 }, (_, i) => `test ${i}\n  why ${i}\n  where ${i}`);
    const lines = lastScreen(['data', 'lint', 'unit', 'e2e'].map((name) => stage(name, many)));
    expect(lines.length).toBeLessThan(SCREEN);
    expect(lines.filter((line) => line === 'test 0')).toHaveLength(4);
    expect(lines.filter((line) => line.endsWith('more, further up'))).toHaveLength(4);
  });

  it('shows the end of what a program wrote, where the mistake usually stands', () => {
    const written = ['lint:', ...Array.from({ length: 60 }, (_, i) => `line ${i}`)].join('\n');
    const lines = lastScreen([stage('lint', [written])]);
    expect(lines.slice(0, 2)).toEqual(['FAILED in lint', 'lint:']);
    expect(lines).toContain('line 59');
    expect(lines).not.toContain('line 0');
    expect(lines.length).toBeLessThan(SCREEN);
  });
});
