import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FixturePost, postAbout } from '../fixtures/posts.ts';
import { RecordingProxy } from '../fixtures/proxy/proxy.ts';
import { xPage } from '../fixtures/x/page.ts';
import { executablePath, launchFirefox, openOwnPage, throughProxy } from './launch.ts';

/**
 * What a person can do on an open card, in Firefox. No tool looks into a closed root there, so the card is used as its readers with a
 * keyboard use it: its last controls are always the same ones, and are reached backwards from what follows the card.
 */

const FEED = 'https://x.com/home';
const wayfair = postAbout('wayfair-cabinets');
const wayfairToo = postAbout('wayfair-cabinets', 1);
const tunnels = postAbout('tunnels-mole-children');
const POSTS = [wayfair, wayfairToo, tunnels];
const PATIENT = { timeout: 20_000, interval: 250 };
/** A control has to have stood there this long, in ms, before it can be pressed (`lib/feed/presses.ts`). */
const SEEN = 700;

/** The last controls of an open card, from its end. */
const LAST = ['report', 'hide', 'share', 'copy', 'why', 'library'] as const;
/** What the drawer of "Hide" holds, in the order of Tab after that button and the one beside it. */
const HIDE = ['post', 'topic', 'site'] as const;

describe.skipIf(!executablePath)('on an open card in Firefox', () => {
  const proxy = new RecordingProxy();
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const port = await proxy.start();
    browser = await launchFirefox({
      preferences: {
        // The test may read the clipboard without a question.
        'dom.events.testing.asyncClipboard': true,
        ...throughProxy(port),
      },
    });
  });

  afterAll(async () => {
    await browser?.close();
    await proxy.stop();
  });

  afterEach(async () => {
    await inOwnPage('options.html', () =>
      (globalThis as unknown as { browser: { storage: { local: { clear(): Promise<void> } } } }).browser.storage.local.clear(),
    );
    await page.close();
  });

  async function openFeed(posts: FixturePost[] = POSTS): Promise<void> {
    page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 3000 });
    await page.setRequestInterception(true);
    const body = xPage({ posts, behaviour: { overscan: 10_000 } });
    page.on('request', (request) =>
      request.url() === FEED
        ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: {}, body })
        : request.abort(),
    );
    await page.goto(FEED);
  }

  /** Ids of the posts a card stands in. */
  async function carded(): Promise<string[]> {
    await page.bringToFront();
    return page.evaluate(() => [...document.querySelectorAll('case-by-case-card')].map((host) => window.fixture.idOf(host) ?? 'none'));
  }

  const ids = (...posts: FixturePost[]) => posts.map(({ id }) => id);

  const height = (post: string) =>
    page.evaluate((id) => window.fixture.elementOf(id)?.querySelector('case-by-case-card')?.getBoundingClientRect().height ?? 0, post);

  /** Focus on the first thing of the post after its card. */
  const leave = (post: string) =>
    page.evaluate((id) => (window.fixture.elementOf(id)?.querySelector('[data-testid="reply"]') as HTMLElement)?.focus(), post);

  async function back(times: number): Promise<void> {
    await page.keyboard.down('Shift');
    for (let i = 0; i < times; i++) await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
  }

  async function press(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, SEEN));
    await page.keyboard.press('Enter');
  }

  /** The button of a closed card is its last control. */
  async function openCard(post: string): Promise<void> {
    await expect.poll(carded, PATIENT).toContain(post);
    const closed = await height(post);
    await leave(post);
    await back(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => height(post), PATIENT).toBeGreaterThan(closed * 3);
    await still(post);
  }

  /** Waits until the card is as high as it will be. */
  async function still(post: string): Promise<void> {
    let before = -1;
    const moved = async () => {
      const last = before;
      before = await height(post);
      return before - last;
    };
    await expect.poll(moved, PATIENT).toBe(0);
  }

  async function use(post: string, name: (typeof LAST)[number]): Promise<void> {
    await leave(post);
    await back(LAST.indexOf(name) + 1);
    await press();
  }

  async function hide(post: string, what: (typeof HIDE)[number]): Promise<void> {
    const before = await height(post);
    await use(post, 'hide');
    await expect.poll(() => height(post), PATIENT).toBeGreaterThan(before);
    for (let i = 0; i < HIDE.indexOf(what) + 2; i++) await page.keyboard.press('Tab');
    await press();
  }

  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  /** Runs something in a page of the extension. */
  async function inOwnPage<T>(path: string, body: () => T | Promise<T>): Promise<T> {
    const own = await openOwnPage(browser, path);
    const title = () => own.evaluate(() => document.querySelector('h1')?.textContent).catch(() => '');
    await expect.poll(title, PATIENT).toBeTruthy();
    const result = (await own.evaluate(body)) as T;
    await own.close();
    return result;
  }

  it('Escape closes it, and none of its keys reach the site', async () => {
    await openFeed([wayfair]);
    await openCard(wayfair.id);
    const opened = await height(wayfair.id);
    for (const key of ['n', 'j', '?'] as const) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await expect.poll(() => height(wayfair.id), PATIENT).toBeLessThan(opened / 3);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('case-by-case-card');
    expect(await page.evaluate(() => window.fixture.keys.filter((key) => !['Tab', 'Shift'].includes(key)))).toEqual([]);
  });

  it('"Why this card" opens and closes again', async () => {
    await openFeed([wayfair]);
    await openCard(wayfair.id);
    const before = await height(wayfair.id);
    await use(wayfair.id, 'why');
    await expect.poll(() => height(wayfair.id), PATIENT).toBeGreaterThan(before);
    await press();
    await expect.poll(() => height(wayfair.id), PATIENT).toBe(before);
  });

  it('a short reply is copied: the fact and its source, nothing of the post', async () => {
    await openFeed([wayfair]);
    await openCard(wayfair.id);
    await use(wayfair.id, 'copy');
    await expect.poll(clipboard, PATIENT).toMatch(/Source: .+, https:\/\//);
    expect(await clipboard()).not.toContain(wayfair.author.handle);
  });

  it('the sources are copied, since this system has no sharing', async () => {
    await openFeed([wayfair]);
    await openCard(wayfair.id);
    await use(wayfair.id, 'share');
    await expect.poll(async () => (await clipboard()).match(/^https:\/\/\S+$/gm)?.length ?? 0, PATIENT).toBeGreaterThan(1);
  });

  it('hiding it on this post leaves the same claim its other cards', async () => {
    await openFeed();
    await openCard(wayfair.id);
    await hide(wayfair.id, 'post');
    await expect.poll(carded, PATIENT).toEqual(ids(wayfairToo, tunnels));
  });

  it('hiding its topic takes all its cards, here and on the next page', async () => {
    await openFeed();
    await openCard(wayfair.id);
    await hide(wayfair.id, 'topic');
    await expect.poll(carded, PATIENT).toEqual(ids(tunnels));
    await page.close();
    await openFeed();
    await expect.poll(carded, PATIENT).toEqual(ids(tunnels));
  });

  it('turning it off on this site takes all cards, and the settings say so', async () => {
    await openFeed();
    await openCard(wayfair.id);
    await hide(wayfair.id, 'site');
    await expect.poll(carded, PATIENT).toEqual([]);
    const isOn = () => document.querySelector('[role=switch][aria-label$=" X"]')?.getAttribute('aria-checked');
    expect(await inOwnPage('options.html', isOn)).toBe('false');
  });

  it('"Report a mistake" shows the report, and its form leads to GitHub alone', async () => {
    await openFeed([wayfair]);
    await openCard(wayfair.id);
    const before = await height(wayfair.id);
    await use(wayfair.id, 'report');
    await expect.poll(() => height(wayfair.id), PATIENT).toBeGreaterThan(before);
    expect(proxy.asked).not.toContain('github.com:443');
    // Past the box that adds the post's words.
    for (let i = 0; i < 2; i++) await page.keyboard.press('Tab');
    await press();
    await expect.poll(() => proxy.asked, PATIENT).toContain('github.com:443');
  });

  it('the full entry of its claim opens in the library', async () => {
    await openFeed([wayfair]);
    await openCard(wayfair.id);
    await use(wayfair.id, 'library');
    const addresses = async () =>
      Promise.all((await browser.pages()).map((one) => one.evaluate(() => location.pathname + location.hash).catch(() => '')));
    await expect.poll(addresses, PATIENT).toContain('/library.html#claim-wayfair-cabinets');
  });
});
