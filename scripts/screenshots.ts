import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAMS, ROOT, runNode } from './tools/run.ts';

/** Takes the pictures of the README from the built extension: `npm run screenshots`. */

const TAKEN = join(ROOT, '.output/screenshots');
const SHOWN = join(ROOT, 'docs/images');
/** Picture in the README, and the one the browser tests take for it. */
const PICTURES = { 'feed-light': 'demo-light', 'card-open': 'card-open-light', popup: 'popup-page-light', library: 'library-light' };

const { code } = await runNode(PROGRAMS.playwright, ['test', 'screenshots', '--reporter=line']);
if (code === 0) {
  mkdirSync(SHOWN, { recursive: true });
  for (const [shown, taken] of Object.entries(PICTURES)) copyFileSync(join(TAKEN, `${taken}.png`), join(SHOWN, `${shown}.png`));
}
process.exitCode = code ?? 1;
