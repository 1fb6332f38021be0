import { PROGRAMS, runNode } from './tools/run.ts';

/**
 * Runs the random tests with many cases, for nights: `npm run fuzz`, or `npm run fuzz -- 1000000`. The few of `npm test` are the
 * same tests. A failure prints its seed and the smallest case that shows it.
 */

const cases = Number(process.argv[2] ?? 100_000);
if (!Number.isInteger(cases) || cases < 1) throw new Error(`"${process.argv[2]}" is not a number of cases.`);
const { code } = await runNode(PROGRAMS.vitest, ['run', '--project', 'unit', 'tests/unit/fuzz', '--testTimeout=0'], {
  FUZZ_CASES: String(cases),
});
console.log(
  code === 0 ? `${cases.toLocaleString('en')} random texts and pages: no crash, no exception.` : 'A case failed, as shown above.',
);
process.exitCode = code;
