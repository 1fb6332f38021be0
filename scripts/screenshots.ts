import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tools/root.ts';
import { PROGRAMS, runNode } from './tools/run.ts';

/**
 * Takes pictures of the built extension: `npm run screenshots` those of the README, `npm run screenshots -- --store` those of the
 * stores, in `.output/screenshots/store/`.
 */

const TAKEN = join(ROOT, '.output/screenshots');
const SHOWN = join(ROOT, 'docs/images');
/** Picture in the README, and the one the browser tests take for it. */
const PICTURES = { 'feed-light': 'demo-light', 'card-open': 'card-open-light', popup: 'popup-page-light', library: 'library-light' };

const forStores = process.argv.includes('--store');
const { code } = await runNode(PROGRAMS.playwright, ['test', forStores ? 'store-pictures' : 'screenshots', '--reporter=line']);
if (code === 0 && !forStores) {
  mkdirSync(SHOWN, { recursive: true });
  for (const [shown, taken] of Object.entries(PICTURES)) copyFileSync(join(TAKEN, `${taken}.png`), join(SHOWN, `${shown}.png`));
}
process.exitCode = code;
