import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filler, postAbout } from '../fixtures/posts.ts';
import { xPage } from '../fixtures/x/page.ts';
import { executablePath, launchFirefox } from './launch.ts';

/** Pages that go and come back in Firefox, which keeps more of them than others do. */

const FEED = 'https://x.com/home';
const ELSEWHERE = 'https://x.com/settings/about';
const PATIENT = { timeout: 20_000, interval: 250 };
const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
/** Notes in the page whether it came back from the back-forward cache. */
const REMEMBERING = '<script>addEventListener("pageshow", (event) => { window.cameBack = event.persisted; });</script>';

describe.skipIf(!executablePath)('a page in Firefox', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchFirefox();
    page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 2000 });
    await page.setRequestInterception(true);
    const feed = xPage({ posts: [wayfair, ...filler(3)], more: [tunnels], behaviour: { overscan: 100_000 } });
    const bodies: Record<string, string> = { [FEED]: feed.replace('</head>', `${REMEMBERING}</head>`), [ELSEWHERE]: '<h1>About</h1>' };
    page.on('request', (request) => {
      const body = bodies[request.url()];
      if (body === undefined) return request.abort();
      return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: {}, body });
    });
    await page.goto(FEED);
    await page.bringToFront();
  });

  afterAll(() => browser?.close());

  /** Ids of the posts that a card stands in. */
  const carded = () =>
    page.evaluate(() => [...document.querySelectorAll('case-by-case-card')].map((host) => window.fixture.idOf(host) ?? 'none'));

  it('that comes back from the back-forward cache has its cards once, and posts that come then are read', async () => {
    await expect.poll(carded, PATIENT).toEqual([wayfair.id]);
    await page.goto(ELSEWHERE);
    // The end of such a way back is not reported.
    await page.evaluate(() => setTimeout(() => history.back()));
    const cameBack = () => page.evaluate(() => (window as unknown as { cameBack?: boolean }).cameBack).catch(() => false);
    await expect.poll(cameBack, PATIENT).toBe(true);
    await expect.poll(carded, PATIENT).toEqual([wayfair.id]);
    await page.evaluate(() => window.fixture.appendPosts(1));
    await expect.poll(carded, PATIENT).toEqual([wayfair.id, tunnels.id]);
  });
});
