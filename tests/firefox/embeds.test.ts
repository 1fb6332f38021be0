import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { articlePage } from '../fixtures/embeds/article.ts';
import { blueskyEmbed } from '../fixtures/embeds/bluesky.ts';
import { sizesAround, sizesWithin } from '../fixtures/embeds/sizes.ts';
import { filler, postAbout, QUOTING_DEBUNK } from '../fixtures/posts.ts';
import { executablePath, launchFirefox } from './launch.ts';

/** Posts of Bluesky in frames of another page, in Firefox. Signs are used by keyboard: no tool looks into their closed roots there. */

const NEWS = 'https://daily-courier.example/what-people-shared';
const EMBED = 'https://embed.bsky.app/embed/did:plc:x/app.bsky.feed.post/';
const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const [calm] = filler(1);
const POSTS = [wayfair, calm, QUOTING_DEBUNK, tunnels];
const PATIENT = { timeout: 20_000, interval: 250 };
/** A frame's own links come before its sign. */
const MOST_PRESSES = 20;

describe.skipIf(!executablePath)('posts in frames in Firefox', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchFirefox();
  });

  afterAll(() => browser?.close());
  afterEach(() => page.close());

  /** Opens an article with these posts. @returns their frames, in its order. */
  async function openArticle(posts = POSTS): Promise<Frame[]> {
    page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 1600 });
    await page.setRequestInterception(true);
    const article = articlePage(posts.map(({ id }) => ({ src: `${EMBED}${id}?id=1` })));
    const embed = blueskyEmbed(posts);
    page.on('request', (request) => {
      const body = request.url() === NEWS ? article : request.url().startsWith(EMBED) ? embed : undefined;
      if (body === undefined) return request.abort();
      return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: {}, body });
    });
    await page.goto(NEWS);
    await page.bringToFront();
    const frames = await Promise.all((await page.$$('iframe')).map((one) => one.contentFrame()));
    await expect
      .poll(() => Promise.all(frames.map((frame) => frame.evaluate(() => document.readyState))), PATIENT)
      .toEqual(posts.map(() => 'complete'));
    return frames;
  }

  const signs = (frame: Frame) => frame.evaluate(() => document.querySelectorAll('case-by-case-card').length);

  /** Height of a frame's sign, in CSS pixels. */
  const height = (frame: Frame) => frame.evaluate(() => document.querySelector('case-by-case-card')?.getBoundingClientRect().height ?? 0);

  /** All that the page, and each frame, can measure of itself; what each notices is counted. */
  async function sizes(frames: Frame[]): Promise<unknown> {
    return Promise.all([page.evaluate(sizesAround), ...frames.map((frame) => frame.evaluate(sizesWithin))]);
  }

  it('exactly the misleading ones get a sign', async () => {
    const frames = await openArticle();
    await expect.poll(() => Promise.all(frames.map(signs)), PATIENT).toEqual([1, 0, 0, 1]);
  });

  it('a sign opens and closes with the keyboard, and nothing can be measured of it', async () => {
    const frames = await openArticle([wayfair]);
    const [frame] = frames;
    await expect.poll(() => height(frame), PATIENT).toBeGreaterThan(0);
    const closed = await height(frame);
    const before = await sizes(frames);
    const isOnSign = () => frame.evaluate(() => document.activeElement?.localName === 'case-by-case-card');
    for (let presses = 0; presses < MOST_PRESSES && !(await isOnSign()); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => height(frame), PATIENT).toBeGreaterThan(closed * 2);
    expect(await sizes(frames)).toEqual(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => height(frame), PATIENT).toBe(closed);
    expect(await sizes(frames)).toEqual(before);
  });
});
