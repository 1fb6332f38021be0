import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSERTIVE, type FixturePost, filler, UNTOUCHED } from '../fixtures/posts.ts';
import { xPage } from '../fixtures/x/page.ts';
import { executablePath, launchFirefox } from './launch.ts';

const FEED = 'https://x.com/home';
const POSTS: FixturePost[] = [ASSERTIVE[0], UNTOUCHED[0], ASSERTIVE[2], UNTOUCHED[1], UNTOUCHED[2]];
/** Put in at once, several views below the reader. */
const LATER: FixturePost[] = [...filler(12, 60), ASSERTIVE[3]];
const WITH_CARD = POSTS.filter(({ expect: claim }) => claim !== null).map(({ id }) => id);

describe.skipIf(!executablePath)('in Firefox', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    browser = await launchFirefox();
    page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 2000 });
    await serveOnlyTheFeed(page, asked);
    await page.goto(FEED);
  });

  afterAll(() => browser?.close());

  it('puts a card under each post with a claim and under no other', async () => {
    await expect.poll(() => postsWithCards(page), { timeout: 20_000, interval: 500 }).toEqual(WITH_CARD);
  });

  it('reads many posts that are put in far below the view', async () => {
    await page.evaluate((count) => window.fixture.appendPosts(count), LATER.length);
    await expect.poll(() => postsWithCards(page), { timeout: 20_000, interval: 500 }).toEqual([...WITH_CARD, ASSERTIVE[3].id]);
  });

  it('asks for nothing but the page itself', () => {
    expect(asked.filter((url) => url !== FEED && !url.endsWith('/favicon.ico'))).toEqual([]);
  });
});

/** Answers with the fixture and refuses all else, remembering what was asked for. */
async function serveOnlyTheFeed(page: Page, asked: string[]): Promise<void> {
  const body = xPage({ posts: [...POSTS, ...filler(40)], more: LATER, behaviour: { overscan: 100_000 } });
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
