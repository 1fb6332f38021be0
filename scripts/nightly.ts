import { PROGRAMS, runNode } from './tools/run.ts';

/**
 * What takes too long for every change, for nights: 100,000 random texts and pages, and a page that changes ten thousand times a
 * second for a whole minute. `npm run nightly`; known weaknesses of what is used are looked up by `npm run audit`.
 */

const MINUTE = '60';

const steps: [script: string, args: string[], env?: NodeJS.ProcessEnv][] = [
  ['scripts/fuzz.ts', ['100000']],
  [PROGRAMS.wxt, ['build']],
  [PROGRAMS.playwright, ['test', 'tests/e2e/tampering.spec.ts', '-g', 'changes a second'], { STORM_SECONDS: MINUTE }],
];
for (const [script, args, env] of steps) {
  const { code } = await runNode(script, args, env);
  if (code !== 0) process.exitCode = code;
}
