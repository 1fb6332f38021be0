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
    ['lets presses through', 'light', 'inset:0;background:#fff;pointer-events:none'],
    ['takes presses', 'light', 'inset:0;background:#fff'],
    ['stands in a closed root', 'closed', 'inset:0;background:#fff;pointer-events:none'],
    ['is the shadow of a box elsewhere', 'light', 'left:0;top:-3000px;width:1200px;height:3000px;box-shadow:0 3000px 0 #fff'],
  ] as const)('does nothing under a cover that %s, and the card says so', async (_what, root, style) => {
    expect(await isOnCard()).toBe(true);
    const before = await height();
    await page.evaluate(
      (id, where, css) => {
        const place = document.body.appendChild(Object.assign(document.createElement('div'), { id }));
        const cover = document.createElement('div');
        cover.style.cssText = `position:fixed;z-index:9999;${css}`;
        (where === 'closed' ? place.attachShadow({ mode: 'closed' }) : place).append(cover);
      },
      COVER,
      root,
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
