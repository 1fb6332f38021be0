import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox } from '../../scripts/tools/browsers.mjs';
import { ASSERTIVE, type FixturePost, UNTOUCHED } from '../fixtures/posts.ts';
import { xPage } from '../fixtures/x/page.ts';

const EXTENSION = join(import.meta.dirname, '../../.output/firefox-mv3');
const FEED = 'https://x.com/home';
const POSTS: FixturePost[] = [ASSERTIVE[0], UNTOUCHED[0], ASSERTIVE[2], UNTOUCHED[1], UNTOUCHED[2]];
const WITH_CARD = POSTS.filter(({ expect: claim }) => claim !== null).map(({ id }) => id);

const executablePath = findFirefox();

/** Locally a missing Firefox is shown as skipped; the setup has made it an error in CI. */
describe.skipIf(!executablePath)('in Firefox', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    if (!existsSync(join(EXTENSION, 'manifest.json'))) throw new Error('There is no Firefox build; run `npm run build:firefox` first.');
    browser = await launch({ browser: 'firefox', executablePath, headless: true, acceptInsecureCerts: true });
    await browser.installExtension(EXTENSION);
    page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 2000 });
    await serveOnlyTheFeed(page, asked);
    await page.goto(FEED);
  });

  afterAll(() => browser?.close());

  it('puts a card under each post with a claim and under no other', async () => {
    await expect.poll(() => postsWithCards(page), { timeout: 20_000, interval: 500 }).toEqual(WITH_CARD);
  });

  it('asks for nothing but the page itself', () => {
    expect(asked.filter((url) => url !== FEED && !url.endsWith('/favicon.ico'))).toEqual([]);
  });
});

/** Answers with the fixture and refuses all else, remembering what was asked for. */
async function serveOnlyTheFeed(page: Page, asked: string[]): Promise<void> {
  const body = xPage({ posts: POSTS });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    asked.push(request.url());
    if (request.url() !== FEED) return request.abort();
    return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: {}, body });
  });
}

/** Ids of the posts that a card stands in, in reading order. The page that opens on installing takes the view: nothing unseen is read. */
async function postsWithCards(page: Page): Promise<string[]> {
  await page.bringToFront();
  return page.evaluate(() =>
    [...document.querySelectorAll('case-by-case-card')].map(
      (card) =>
        card.closest('article')?.querySelector('a[href*="/status/"]')?.getAttribute('href')?.split('/status/')[1] ?? 'outside any post',
    ),
  );
}
