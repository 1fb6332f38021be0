/**
 * `npm run -s bench:popup`: what the popup loads before it shows anything, and how soon it does.
 * Script: the popup's own file and all it imports at once, gzip. Paint: first contentful paint of the popup's page, opened in
 * headless Chromium; the median of several openings, beside that of a plain text in the same browser: what no page gets below.
 * Options: --rounds N, --json, --built (what stands in .output is measured as it is).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';
import { EXTENSION, launchWithExtension } from '../tools/browser.ts';
import { PROGRAMS, ROOT } from '../tools/run.ts';

const GOALS = { kB: 60, ms: 100 };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('bench:popup: --rounds takes 1 or more');
  process.exit(2);
}
if (!values.built) {
  const { status } = spawnSync(process.execPath, [join(ROOT, PROGRAMS.wxt), 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

const files = firstFiles();
const bytes = files.map((file) => gzipSync(readFileSync(join(EXTENSION, file)), { level: 9 }).length);
const gzipKB = Number((bytes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1));
const { context, extensionId, close } = await launchWithExtension();
const paints: number[] = [];
const floors: number[] = [];
for (let round = 0; round < rounds; round++) {
  paints.push(await firstPaint(context, `chrome-extension://${extensionId}/popup.html`));
  floors.push(await firstPaint(context, `chrome-extension://${extensionId}/NOTICES.txt`));
}
await close();
const [medianMs, floorMs] = [median(paints), median(floors)];
if (values.json) console.log(JSON.stringify({ gzipKB, files, medianMs, floorMs, paints, floors }));
else {
  for (const [i, file] of files.entries()) console.log(`  ${(bytes[i] / 1000).toFixed(1).padStart(6)} kB  ${file}`);
  console.log(
    `script before the first paint: ${gzipKB} kB gzip (goal ${GOALS.kB}); first paint, median of ${rounds}: ${medianMs} ms (goal ${GOALS.ms}; a page of plain text: ${floorMs} ms)`,
  );
}

function median(values: number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]);
}

/** The scripts the popup cannot start without: its own and whatever these import, not what they load later. */
function firstFiles(): string[] {
  const html = readFileSync(join(EXTENSION, 'popup.html'), 'utf8');
  const found = [...html.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)].map(([, path]) => path);
  for (const file of found) {
    const code = readFileSync(join(EXTENSION, file), 'utf8');
    for (const [, path] of code.matchAll(/(?:^|[;\s}])import(?:[\w$\s{},*]+from)?["'](\.[^"']+)["']/g)) {
      const inside = join(dirname(file), path);
      if (!found.includes(inside)) found.push(inside);
    }
  }
  return found;
}

/** Milliseconds from navigation to the first content on screen. */
async function firstPaint(browser: BrowserContext, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await page.close();
  return time;
}
