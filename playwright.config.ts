import { defineConfig } from '@playwright/test';

/** Tests of the built extension in `.output/chrome-mv3`; `scripts/tools/browser.ts` starts the browser. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  // What is waited for comes at once, or late on a busy machine; only a failure takes as long.
  expect: { timeout: 15_000 },
  // The same on every system: they hold names and roles, no pixels.
  snapshotPathTemplate: 'tests/e2e/snapshots/{arg}{ext}',
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/e2e.json' }]],
});
