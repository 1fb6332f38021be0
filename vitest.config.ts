import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findChromium } from './scripts/tools/browsers.mjs';

const executablePath = await findChromium();
/** Messages name what was found instead of `Array(3)`. */
const chaiConfig = { truncateThreshold: 600 };

/** Four kinds of tests; `npm test` runs them in stages. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    attachmentsDir: 'test-results/browser',
    projects: [
      {
        plugins: [WxtVitest(), preact()],
        test: {
          // Files that need a document say so in their first line: // @vitest-environment happy-dom
          name: 'unit',
          environment: 'node',
          chaiConfig,
          // Property tests and whole collections take their time on a busy machine; speed is measured in scripts/bench.
          testTimeout: 60_000,
          include: ['tests/unit/**/*.test.{ts,tsx}', 'lib/**/*.test.ts'],
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'browser',
          chaiConfig,
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: { executablePath, args: ['--no-sandbox'] } }),
            expect: {
              toMatchScreenshot: {
                resolveScreenshotPath: ({ arg, ext, root }) => join(root, 'tests/browser/look', `${arg}${ext}`),
                resolveDiffPath: ({ arg, ext, root }) => join(root, 'test-results/look', `${arg}${ext}`),
                comparatorName: 'pixelmatch',
                // Round corners and slanted lines may be smoothed a little differently.
                comparatorOptions: { threshold: 0.02, allowedMismatchedPixelRatio: 0.001 },
              },
            },
          },
        },
      },
      {
        test: {
          name: 'shipped',
          environment: 'node',
          chaiConfig,
          include: ['tests/shipped/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'firefox',
          environment: 'node',
          chaiConfig,
          include: ['tests/firefox/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'webkit',
          environment: 'node',
          chaiConfig,
          include: ['tests/webkit/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
