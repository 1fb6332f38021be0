/** Mutation tests of the code that decides what a post says; run by `npm run mutate`, read with docs/mutation.md. */
export default {
  // The gate only saves time. Its one promise, that a no is certain, takes all claims to test: gate.test.ts.
  mutate: ['lib/language.ts', 'lib/claims/*.ts', 'lib/matching/*.ts', '!lib/matching/gate*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  // Stryker would read it with TypeScript's old API, which version 7 no longer has; ours needs no change in the sandbox.
  tsconfigFile: 'none',
  concurrency: 1,
  // With less, a slow test on a busy machine counts as an endless loop: see docs/mutation.md.
  timeoutMS: 5000,
  incremental: true,
  incrementalFile: '.mutation/incremental.json',
  tempDirName: '.mutation/sandbox',
  reporters: ['clear-text', 'html', 'json'],
  htmlReporter: { fileName: '.mutation/report.html' },
  jsonReporter: { fileName: '.mutation/report.json' },
  clearTextReporter: { reportTests: false, logTests: false, allowEmojis: false },
  ignorePatterns: ['.ci', '.github', '.output', '.tools', '.mutation', 'docs', 'public', 'test-results', 'tests/e2e', 'tests/browser'],
  thresholds: { high: 90, low: 85, break: 85 },
};
