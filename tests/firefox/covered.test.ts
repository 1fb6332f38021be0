import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postAbout } from '../fixtures/posts.ts';
import { xPage } from '../fixtures/x/page.ts';
import { executablePath, launchFirefox } from './launch.ts';

/** Covered buttons in Firefox, where no browser says what is seen and every layer has to be found; all ways of covering are in e2e. */

const FEED = 'https://x.com/home';
const COVER = 'cover';

describe.skipIf(!executablePath)('a link of a card in Firefox', () => {
  let browser: Browser;
  let page: Page;
  const opened: string[] = [];

  beforeAll(async () => {
    browser = await launchFirefox();
    page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    await page.setRequestInterception(true);
    const body = xPage({ posts: [postAbout('wayfair-cabinets')] });
    page.on('request', (request) =>
      request.url() === FEED
        ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: {}, body })
        : request.abort(),
    );
    await page.goto(FEED);
    await page.bringToFront();
    await page.waitForSelector('case-by-case-card', { timeout: 20_000 });
    browser.on('targetcreated', (target) => opened.push(target.type()));
    // Its first control is the link to the source.
    for (let presses = 0; presses < 60 && !(await isOnCard()); presses++) await page.keyboard.press('Tab');
  });

  afterAll(() => browser?.close());

  const isOnCard = () => page.evaluate(() => document.activeElement?.localName === 'case-by-case-card');
  const height = () => page.evaluate(() => document.querySelector('case-by-case-card')?.getBoundingClientRect().height ?? 0);

  it.each([
    ['lets presses through', 'pointer-events:none'],
    ['takes presses', ''],
  ])('does nothing under a cover that %s, and the card says so', async (_what, style) => {
    expect(await isOnCard()).toBe(true);
    const before = await height();
    await page.evaluate(
      (id, more) => {
        const cover = document.createElement('div');
        cover.id = id;
        cover.style.cssText = `position:fixed;inset:0;background:#fff;z-index:9999;${more}`;
        document.body.append(cover);
      },
      COVER,
      style,
    );
    await page.keyboard.press('Enter');
    await expect.poll(height).toBeGreaterThan(before);
    expect(opened).toEqual([]);
    await page.evaluate((id) => document.getElementById(id)?.remove(), COVER);
    // The sentence goes by itself.
    await expect.poll(height, { timeout: 15_000 }).toBe(before);
  });

  it('opens its source when nothing is over it', async () => {
    await page.keyboard.press('Enter');
    await expect.poll(() => opened, { timeout: 15_000 }).not.toEqual([]);
  });
});
