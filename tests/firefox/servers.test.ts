import type { Browser, Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { mastodonPage } from '../fixtures/mastodon/page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { executablePath, launchFirefox, openOwnPage } from './launch.ts';

/** Servers a person adds: what the browser's own question decides. Firefox can be told to answer it with yes, or to leave it standing. */

const SERVER = 'https://toot.example';
const POSTS = [postAbout('wayfair-cabinets'), ...filler(2)];
const PATIENT = { timeout: 20_000, interval: 250 };
/** Long enough for a server to be read, were it allowed. */
const WHILE = 1500;

describe.skipIf(!executablePath)('a server added in Firefox', () => {
  let browser: Browser;

  afterAll(() => browser?.close());

  async function start(asks: boolean): Promise<Page> {
    await browser?.close();
    browser = await launchFirefox({ preferences: { 'extensions.webextOptionalPermissionPrompts': asks } });
    const options = await openOwnPage(browser, 'options.html');
    await expect.poll(() => options.evaluate(() => document.querySelector('form input') !== null).catch(() => false), PATIENT).toBe(true);
    return options;
  }

  async function add(options: Page): Promise<void> {
    await options.bringToFront();
    await options.type('form input', SERVER);
    await options.click('form button');
  }

  const isAllowed = (options: Page) =>
    options.evaluate((origin) => {
      const { permissions } = (globalThis as unknown as { browser: { permissions: { contains(what: object): Promise<boolean> } } }).browser;
      return permissions.contains({ origins: [`${origin}/*`] });
    }, SERVER);

  const words = (options: Page) => options.evaluate(() => document.body.textContent ?? '');

  async function cardsOnServer(): Promise<() => Promise<number>> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 1600 });
    await page.setRequestInterception(true);
    const body = mastodonPage({ posts: POSTS });
    page.on('request', (request) =>
      request.url() === `${SERVER}/home`
        ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: {}, body })
        : request.abort(),
    );
    await page.goto(`${SERVER}/home`);
    return async () => {
      await page.bringToFront();
      return page.evaluate(() => document.querySelectorAll('case-by-case-card').length);
    };
  }

  it('is read once the browser has said yes, and no longer when it is removed', async () => {
    const options = await start(false);
    expect(await isAllowed(options)).toBe(false);
    await add(options);
    await expect.poll(() => words(options), PATIENT).toContain('Added. Open pages of that server have to be reloaded.');
    expect(await isAllowed(options)).toBe(true);
    const cards = await cardsOnServer();
    await expect.poll(cards, PATIENT).toBe(1);
    await options.bringToFront();
    await options.click(`[aria-label="Remove ${SERVER}"]`);
    await expect.poll(() => isAllowed(options), PATIENT).toBe(false);
    const after = await cardsOnServer();
    await new Promise((resolve) => setTimeout(resolve, WHILE));
    expect(await after()).toBe(0);
  });

  it('is not read, and not kept, while the browser’s question stands unanswered', async () => {
    const options = await start(true);
    await add(options);
    await new Promise((resolve) => setTimeout(resolve, WHILE));
    expect(await isAllowed(options)).toBe(false);
    expect(await words(options)).not.toContain('Added.');
    const kept = await options.evaluate(() =>
      (globalThis as unknown as { browser: { storage: { local: { get(): Promise<object> } } } }).browser.storage.local.get(),
    );
    expect(JSON.stringify(kept)).not.toContain('toot.example');
    expect(await (await cardsOnServer())()).toBe(0);
  });
});
