/**
 * `npm run -s bench:library`: how long the library takes to answer each key typed into its search, with 500 claims.
 * Measured in headless Chromium on the built page: from the input event until the page is laid out again. Everything is typed in
 * several rounds, and a key counts with its median, since a machine others use too stops now and then.
 * Options: --claims N, --json, --built (what stands in .output is measured as it is).
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { Claim, EvidenceParts } from '../../lib/claims/types.ts';
import { EXTENSION, launchWithExtension } from '../tools/browser.ts';
import { ROOT } from '../tools/root.ts';
import { buildOrEnd } from '../tools/run.ts';

/** Typed letter by letter and deleted again: rare and common words, two words, and one that is nowhere. */
const QUERIES = ['wayfair', 'children', 'trac 2017', 'the', 'hotline missing', 'xylophone'];
const GOAL_MS = 16;
const ROUNDS = 5;

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '500' },
    json: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});
const count = Number(values.claims);
if (!Number.isInteger(count) || count < 1) {
  console.error('bench:library: --claims takes 1 or more');
  process.exit(2);
}
if (!values.built) buildOrEnd();

const extension = withClaims(count);
const browser = await launchWithExtension({ extension });
try {
  const page = await browser.openOwnPage('library.html');
  await page
    .locator('article.claim')
    .nth(count - 1)
    .waitFor({ state: 'attached' });
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await typeAll(page));
  const keys = rounds[0].map((_, key) => median(rounds.map((times) => times[key])));
  const sorted = keys.toSorted((a, b) => a - b);
  const at = (share: number) => Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1));
  const result = { claims: count, keys: keys.length, medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1), goalMs: GOAL_MS };
  if (values.json) console.log(JSON.stringify(result));
  else
    console.log(
      `${count} claims, ${keys.length} keys: median ${result.medianMs} ms, p95 ${result.p95Ms} ms, longest ${result.maxMs} ms (goal ${GOAL_MS} ms)`,
    );
} finally {
  await browser.close();
  rmSync(extension, { recursive: true });
}

/** A copy of the built extension whose library holds this many claims: ours, repeated under other ids. */
function withClaims(wanted: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'case-by-case-library-'));
  cpSync(EXTENSION, folder, { recursive: true });
  const part = JSON.parse(readFileSync(join(ROOT, 'generated/evidence/en.claims.json'), 'utf8')) as EvidenceParts['claims'];
  const claims = Array.from({ length: wanted }, (_, i) =>
    repeated(part.claims[i % part.claims.length], Math.floor(i / part.claims.length)),
  );
  const chunk = readdirSync(join(folder, 'chunks')).find((name) => name.startsWith('en.claims-'));
  if (!chunk) throw new Error(`${EXTENSION}/chunks has no en.claims-*.js; the library loads its claims from it`);
  writeFileSync(join(folder, 'chunks', chunk), `export default ${JSON.stringify({ ...part, claims })};`);
  return folder;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function repeated(claim: Claim, round: number): Claim {
  return round === 0 ? claim : { ...claim, id: `${claim.id}-${round}`, title: `${claim.title} (${round})` };
}

/** Milliseconds for each key of all queries, there and back. */
async function typeAll(page: Page): Promise<number[]> {
  return page.evaluate(async (queries) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!field) throw new Error('the library has no search field');
    const times: number[] = [];
    for (const query of queries) {
      const values = Array.from(query, (_, i) => query.slice(0, i + 1));
      for (const value of [...values, ...values.toReversed().slice(1), '']) {
        field.value = value;
        const start = performance.now();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        // The page is drawn in a microtask; reading a size makes the browser lay it out.
        await Promise.resolve().then(() => undefined);
        void document.body.offsetHeight;
        times.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }
    return times;
  }, QUERIES);
}
