import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox, findWebKit } from './tools/browsers.mjs';
import { inWords, lastScreen, type Stage } from './tools/last-screen.ts';
import { ROOT } from './tools/root.ts';
import { PROGRAMS, runNode } from './tools/run.ts';
import { failure, oneTest, playwrightTotals, type Totals, vitestTotals } from './tools/totals.ts';

/**
 * Runs everything that has to hold, or the stages that are named: `npm test -- unit e2e`.
 * Every stage runs, whatever the ones before it found, except that a browser test needs its build.
 * The last line is `N passed, N failed`, with `, N skipped` when something was not run.
 */

const reports = mkdtempSync(join(tmpdir(), 'case-by-case-test-'));

const STAGES: Record<string, () => Promise<Totals>> = {
  data,
  quality,
  lint,
  unused,
  types,
  unit,
  build,
  e2e,
  firefox,
  packages,
  webkit,
  shipped,
  measured,
};
/** Results so far; `e2e` and `firefox` look up whether the build worked. */
const results = new Map<string, Stage>();

process.exitCode = await runStages(process.argv.slice(2));

async function runStages(wanted: string[]): Promise<number> {
  const unknown = wanted.filter((name) => !(name in STAGES));
  if (unknown.length > 0) {
    console.error(`There is no stage ${unknown.join(', ')}; the stages are ${Object.keys(STAGES).join(', ')}.`);
    return 2;
  }
  const chosen = withBuild(wanted);
  for (const [name, stage] of Object.entries(STAGES)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n=== ${name} ${'='.repeat(60 - name.length)}`);
    const started = performance.now();
    const totals = await stage();
    results.set(name, { ...totals, name, seconds: (performance.now() - started) / 1000 });
    console.log(`--- ${name}: ${inWords(totals)}`);
  }
  rmSync(reports, { recursive: true, force: true });
  const stages = [...results.values()];
  console.log(`\n${'='.repeat(65)}\n${lastScreen(stages).join('\n')}`);
  return stages.every(({ failed }) => failed === 0) ? 0 : 1;
}

/** Browser tests test what was built, so a stage chosen alone brings the build with it. */
function withBuild(wanted: string[]): string[] {
  const needed: Record<string, string[]> = {
    e2e: ['build'],
    firefox: ['build'],
    measured: ['build'],
    shipped: ['packages'],
    webkit: ['packages'],
  };
  return wanted.flatMap((name) => [name, ...(needed[name] ?? [])]);
}

async function data(): Promise<Totals> {
  const checked = await runNode('scripts/claims/cli.ts', ['check']);
  if (checked.code !== 0) return oneTest('data', checked);
  return oneTest('data', await runNode('scripts/claims/cli.ts', ['build']));
}

/** The labelled posts are not part of the project; where they lie beside it, the matcher has to reach its thresholds on them. */
async function quality(): Promise<Totals> {
  const files = ['dev', 'background-dev'].map((name) => join(ROOT, '../shared/corpus', `${name}.jsonl`));
  return oneTest('quality', await runNode('scripts/claims/quality.ts', ['--gate', 'tests/quality/thresholds.json', ...files]));
}

/** A line a problem, and nothing else of what biome says: told at length, the first ones would not be on the last screen. */
async function lint(): Promise<Totals> {
  const { code, tail } = await runNode(PROGRAMS.biome, ['ci', '--error-on-warnings', '--reporter=concise', '--colors=off']);
  const problems = tail.filter((line) => /^[!×] /.test(line));
  return oneTest('lint', { code, tail: problems.length > 0 ? problems : tail });
}

/** Files, exports and packages that nothing uses. */
async function unused(): Promise<Totals> {
  return oneTest('unused', await runNode(PROGRAMS.knip, []));
}

async function types(): Promise<Totals> {
  return oneTest('types', await runNode(PROGRAMS.tsc, ['--noEmit']));
}

async function unit(): Promise<Totals> {
  return vitest('unit', ['unit', 'browser']);
}

async function build(): Promise<Totals> {
  const chrome = await runNode(PROGRAMS.wxt, ['build']);
  if (chrome.code !== 0) return oneTest('build', chrome);
  return oneTest('build', await runNode(PROGRAMS.wxt, ['build', '-b', 'firefox', '--mv3']));
}

/** A test that fails is tried once more; one that then passes is named on the last screen, since a busy machine may be to blame, or the code. */
async function e2e(): Promise<Totals> {
  if (noTests('tests/e2e/**/*.{test,spec}.ts')) return none('e2e');
  if (results.get('build')?.failed) return failure('e2e: not run, because the build failed');
  const outputFile = join(reports, 'e2e.json');
  const args = ['test', '--retries', '1'];
  return playwrightTotals(outputFile, await runNode(PROGRAMS.playwright, args, { PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile }));
}

async function firefox(): Promise<Totals> {
  if (results.get('build')?.failed) return failure('firefox: not run, because the build failed');
  if (!findFirefox()) console.error('ATTENTION: no Firefox was found, so its tests are skipped.');
  return vitest('firefox', ['firefox']);
}

/** The store packages, built a second time from the source package alone: the same bytes, or the test fails. */
async function packages(): Promise<Totals> {
  return oneTest('packages', await runNode('scripts/release/zip.ts', ['--verify']));
}

/** Safari's package, made a moment ago, in Safari's engine. */
async function webkit(): Promise<Totals> {
  if (results.get('packages')?.failed) return failure('webkit: not run, because the packages were not made');
  if (!findWebKit()) console.error('ATTENTION: no WebKit was found, so its tests are skipped.');
  return vitest('webkit', ['webkit']);
}

/** What is in the packages of all four stores: manifests, policies, and that nothing in them can ask a network. */
async function shipped(): Promise<Totals> {
  if (results.get('packages')?.failed) return failure('shipped: not run, because the packages were not made');
  return vitest('shipped', ['shipped']);
}

/** What is promised in numbers, beside what the README tells: quality and sizes must be the same, speed is there to be looked at. */
async function measured(): Promise<Totals> {
  if (results.get('build')?.failed) return failure('measured: not run, because the build failed');
  return oneTest('measured', await runNode('scripts/measured/cli.ts', ['compare', 'quality', 'fresh', 'hard', 'speed', 'size']));
}

async function vitest(name: string, projects: string[]): Promise<Totals> {
  const outputFile = join(reports, `${name}.json`);
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
  ];
  return vitestTotals(outputFile, await runNode(PROGRAMS.vitest, args));
}

function noTests(pattern: string): boolean {
  return globSync(pattern, { cwd: ROOT }).length === 0;
}

/** A stage without a single test file is not a pass. */
function none(name: string): Totals {
  console.error(`ATTENTION: there are no ${name} tests.`);
  return { passed: 0, failed: 0, skipped: 1, causes: [] };
}
