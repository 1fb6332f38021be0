import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playwrightTotals, vitestTotals } from '../../../scripts/tools/totals.ts';

function report(content: object): string {
  const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it('a failed browser test is told with its file, what it is about, why it failed, and what was kept; one that passed at the second try is told apart', () => {
  const tests = [
    {
      status: 'unexpected',
      annotations: [{ type: 'kept', description: 'test-results/e2e/a/kept' }],
      results: [{ error: { message: 'no card' } }],
    },
  ];
  const again = [{ status: 'flaky', annotations: [], results: [{ error: { message: 'too late' } }, {}] }];
  const specs = [
    { title: 'gets a card', tests },
    { title: 'loses it', tests: again },
  ];
  const site = { title: 'bluesky', file: 'feed.spec.ts', specs };
  const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 0 };
  const file = report({ stats, errors: [], suites: [{ title: 'feed.spec.ts', file: 'feed.spec.ts', specs: [], suites: [site] }] });
  expect(playwrightTotals(file, { code: 1, tail: [] })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
    causes: ['feed.spec.ts: bluesky › gets a card\n  no card\n  Pages and trace: test-results/e2e/a/kept'],
    again: ['feed.spec.ts: bluesky › loses it\n  too late'],
  });
});

it('a failed unit test is told without the lines that lead into packages', () => {
  const failureMessages = [
    'expected 1 to be 2\n    at /a/x.test.ts:3:1\n    at new Promise (<anonymous>)\n    at /a/node_modules/b.js:1:1',
  ];
  const assertionResults = [{ fullName: 'a sum', status: 'failed', failureMessages }];
  const counts = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  const file = report({ ...counts, testResults: [{ name: 'x.test.ts', message: '', status: 'failed', assertionResults }] });
  const { passed, failed, causes } = vitestTotals(file, { code: 1, tail: [] });
  expect([passed, failed]).toEqual([4, 1]);
  expect(causes[0].split('\n').slice(1)).toEqual(['  expected 1 to be 2', '      at /a/x.test.ts:3:1']);
});

it('no report, no test, or an exit code nothing explains is a failure', () => {
  const counts = { numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  expect(vitestTotals('nowhere.json', { code: 1, tail: ['it broke'] }).causes[0]).toContain('it broke');
  expect(vitestTotals(report({ ...counts, numPassedTests: 0 }), { code: 0, tail: [] }).failed).toBe(1);
  expect(vitestTotals(report({ ...counts, numPassedTests: 3 }), { code: 1, tail: ['out of memory'] }).causes[0]).toContain('out of memory');
});
