/**
 * `npm run -s bench:popup`: what the popup loads before it shows anything, and how soon it does.
 * Script: the popup's own file and all it imports at once, gzip. Paint: first contentful paint of the popup's page, opened in
 * headless Chromium; the median of several openings, beside that of a plain text in the same browser: what no page gets below.
 * Words: the largest contentful paint, which is the first view with its words; the frame alone has but the name.
 * Options: --rounds N, --json, --built (what stands in .output is measured as it is).
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';
import { EXTENSION, launchWithExtension } from '../tools/browser.ts';
import { buildOrEnd } from '../tools/run.ts';

const GOALS = { kB: 60, ms: 100 };
/** By then everything is drawn, on a slow machine too. */
const SETTLED_MS = 500;

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
if (!values.built) buildOrEnd();

const files = firstFiles();
const bytes = files.map((file) => gzipSync(readFileSync(join(EXTENSION, file)), { level: 9 }).length);
const gzipKB = Number((bytes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1));
const { context, extensionId, close } = await launchWithExtension();
const paints: number[] = [];
const words: number[] = [];
const floors: number[] = [];
for (let round = 0; round < rounds; round++) {
  const popup = await paintsOf(context, `chrome-extension://${extensionId}/popup.html`);
  paints.push(popup.first);
  words.push(popup.largest);
  floors.push((await paintsOf(context, `chrome-extension://${extensionId}/NOTICES.txt`)).first);
}
await close();
const [medianMs, wordsMs, floorMs] = [median(paints), median(words), median(floors)];
if (values.json) console.log(JSON.stringify({ gzipKB, files, medianMs, wordsMs, floorMs, paints, words, floors }));
else {
  for (const [i, file] of files.entries()) console.log(`  ${(bytes[i] / 1000).toFixed(1).padStart(6)} kB  ${file}`);
  console.log(
    `script before the first paint: ${gzipKB} kB gzip (goal ${GOALS.kB}); first paint, median of ${rounds}: ${medianMs} ms (goal ${GOALS.ms}; a page of plain text: ${floorMs} ms), with its words: ${wordsMs} ms`,
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

/** Milliseconds from navigation to the first content on screen, and to the largest: what is drawn later counts for no paint. */
async function paintsOf(browser: BrowserContext, url: string): Promise<{ first: number; largest: number }> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForTimeout(SETTLED_MS);
  const times = await page.evaluate(async () => {
    const last = (type: string) =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const times = list.getEntries().filter(({ name }) => name !== 'first-paint');
          if (times.length > 0) resolve(times[times.length - 1].startTime);
        }).observe({ type, buffered: true });
      });
    return { first: await last('paint'), largest: await last('largest-contentful-paint') };
  });
  await page.close();
  return times;
}
