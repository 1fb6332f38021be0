import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../tools/root.ts';
import { PROGRAMS } from '../tools/run.ts';
import type { Checks, Group, Outputs } from './promises.ts';

const CORPUS = '../shared/corpus';
const FRESH = 'tests/quality/outside.jsonl';
const HARD = 'tests/quality/measure.jsonl';

interface Command<G extends Group> {
  /** What a person types to see the numbers at length. */
  shown: string;
  /**
   * How far a value may stand from the recorded one when nothing changed, as a share of it; absent where values depend on the
   * machine. Compressing differs a little between versions of Node.
   */
  same?: number;
  /** Undefined where what it needs is not there. `quick` is enough to be looked at, not to be recorded. */
  measure(quick: boolean): Outputs[G] | undefined;
}

/** One command for each group of promises. */
export const COMMANDS: { [G in Group]: Command<G> } = {
  quality: {
    shown: 'npm run -s quality -- DEV BACKGROUND',
    same: 0,
    measure: () => (existsSync(join(ROOT, CORPUS)) ? quality(`${CORPUS}/dev.jsonl`, `${CORPUS}/background-dev.jsonl`) : undefined),
  },
  fresh: { shown: `npm run -s quality -- ${FRESH}`, same: 0, measure: () => quality(FRESH) },
  hard: { shown: `npm run -s quality -- ${HARD}`, same: 0, measure: () => quality(HARD) },
  speed: {
    shown: 'npm run -s bench',
    measure: (quick) => json('scripts/bench/matcher.ts', ['--json', ...(quick ? ['--posts', '2000', '--rounds', '3'] : [])]),
  },
  page: { shown: 'npm run -s bench:page', measure: (quick) => json('scripts/bench/page.ts', ['--json', ...(quick ? ['--quick'] : [])]) },
  size: { shown: 'npm run -s sizes', same: 0.005, measure: () => json('scripts/bench/sizes.ts', ['--json']) },
  access: { shown: 'npx playwright test access', measure: () => checks('access.spec') },
  privacy: { shown: 'npx playwright test day private', measure: () => checks('day.spec', 'private.spec') },
};

function quality(...files: string[]): Outputs['quality'] {
  return json('scripts/claims/quality.ts', ['--json', ...files]);
}

function json<T>(script: string, args: string[]): T {
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} failed; see above.`);
  return JSON.parse(stdout) as T;
}

/** Runs browser tests and counts them; what fails is shown as it fails. */
function checks(...files: string[]): Checks {
  const folder = mkdtempSync(join(tmpdir(), 'case-by-case-measured-'));
  const report = join(folder, 'report.json');
  spawnSync(process.execPath, [PROGRAMS.playwright, 'test', ...files, '--reporter=json'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  if (!existsSync(report)) throw new Error(`The browser tests ${files.join(', ')} wrote no report; see above.`);
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true });
  if (errors.length > 0 || stats.expected + stats.unexpected === 0)
    throw new Error(`The browser tests ${files.join(', ')} did not run; is there a build?`);
  return { run: stats.expected + stats.unexpected + stats.flaky, failed: stats.unexpected + stats.flaky };
}
