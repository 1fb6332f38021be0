import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './root.ts';
import type { Finished } from './run.ts';

/** What one stage of the tests came to. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  /** What went wrong, for the last screen. */
  causes: string[];
  /** Tests that failed and passed when tried again, with what went wrong at first. */
  again?: string[];
}

/** The parts of vitest's JSON report that are used. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    message: string;
    status: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
}

interface PlaywrightSuite {
  /** Of the outermost the file's name, of others what they describe. */
  title: string;
  file: string;
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    tests: {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      annotations: { type: string; description?: string }[];
      results: { error?: { message?: string } }[];
    }[];
  }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

const CAUSE_LINES = 8;

/** A command that either works or not counts as one test. */
export function oneTest(name: string, { code, tail }: Finished): Totals {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, causes: [] } : failure([`${name}:`, ...tail].join('\n'));
}

export function failure(cause: string): Totals {
  return { passed: 0, failed: 1, skipped: 0, causes: [cause] };
}

/** Reads vitest's report; a file that could not even be loaded counts as one failed test. */
export function vitestTotals(file: string, finished: Finished): Totals {
  const report = read<VitestReport>(file);
  if (!report) return failure(['vitest wrote no report:', ...finished.tail].join('\n'));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => cause(`${relative(ROOT, name)}: ${test.fullName}`, test.failureMessages?.[0])),
  );
  return settle(finished, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    causes: [...broken.map(({ name, message }) => cause(relative(ROOT, name), message)), ...failed],
  });
}

export function playwrightTotals(file: string, finished: Finished): Totals {
  const report = read<PlaywrightReport>(file);
  if (!report) return failure(['Playwright wrote no report:', ...finished.tail].join('\n'));
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle(finished, {
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    skipped,
    causes: [
      ...report.errors.map(({ message }) => cause('Playwright', message)),
      ...report.suites.flatMap((suite) => suiteCauses(suite, 'unexpected')),
    ],
    again: report.suites.flatMap((suite) => suiteCauses(suite, 'flaky')),
  });
}

/** @param path what the suites around this one describe, such as a site. */
function suiteCauses(
  { file, specs, suites = [] }: PlaywrightSuite,
  wanted: 'unexpected' | 'flaky',
  path: readonly string[] = [],
): string[] {
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status === wanted))
    .map(({ title, tests }) => {
      const message = tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message;
      const kept = tests.flatMap(({ annotations }) => annotations).find(({ type }) => type === 'kept')?.description;
      return `${cause(`${file}: ${[...path, title].join(' › ')}`, message)}${kept ? `\n  Pages and trace: ${kept}` : ''}`;
    });
  return [...own, ...suites.flatMap((suite) => suiteCauses(suite, wanted, [...path, suite.title]))];
}

/** No tests, or an exit code that the numbers do not explain, is a failure too. */
function settle(finished: Finished, totals: Totals): Totals {
  if (totals.passed + totals.failed + totals.skipped === 0) return failure(['no test was run:', ...finished.tail].join('\n'));
  if (finished.code !== 0 && totals.failed === 0) {
    return { ...totals, failed: 1, causes: [[`exit code ${finished.code} though no test failed:`, ...finished.tail].join('\n')] };
  }
  return totals;
}

function cause(title: string, message = 'no message'): string {
  const lines = stripVTControlCharacters(message)
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at (.*node_modules|new Promise)/.test(line));
  return [title, ...lines.slice(0, CAUSE_LINES).map((line) => `  ${line}`)].join('\n');
}

function read<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
