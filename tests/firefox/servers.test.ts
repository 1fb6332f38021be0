import type { Browser, Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { mastodonPage } from '../fixtures/mastodon/page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { answerFirefox, executablePath, launchFirefox, openOwnPage } from './launch.ts';

/** Servers a person adds: what the browser's own question decides. It is asked as people see it, and its buttons are pressed. */

const SERVER = 'https://toot.example';
const POSTS = [postAbout('wayfair-cabinets'), ...filler(2)];
const PATIENT = { timeout: 20_000, interval: 250 };
/** Long enough for a server to be read, were it allowed. */
const WHILE = 1500;

describe.skipIf(!executablePath)('a server added in Firefox', () => {
  let browser: Browser;

  afterAll(() => browser?.close());

  async function start(): Promise<Page> {
    await browser?.close();
    browser = await launchFirefox({ preferences: { 'extensions.webextOptionalPermissionPrompts': true } });
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

  const kept = async (options: Page) =>
    JSON.stringify(
      await options.evaluate(() =>
        (globalThis as unknown as { browser: { storage: { local: { get(): Promise<object> } } } }).browser.storage.local.get(),
      ),
    );

  it('is read once the browser has said yes, and no longer when it is removed', async () => {
    const options = await start();
    expect(await isAllowed(options)).toBe(false);
    await add(options);
    expect(await answerFirefox(browser, 'Allow')).toContain('toot.example');
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

  it('is not read, and not kept, when the browser was told no; asked again, it can be allowed', async () => {
    const options = await start();
    await add(options);
    expect(await answerFirefox(browser, 'Deny')).toContain('toot.example');
    await expect.poll(() => words(options), PATIENT).toContain('The browser was told no, so that server is not read.');
    expect(await isAllowed(options)).toBe(false);
    expect(await kept(options)).not.toContain('toot.example');
    expect(await options.evaluate(() => document.querySelector<HTMLInputElement>('form input')?.value)).toBe(SERVER);
    expect(await (await cardsOnServer())()).toBe(0);
    await options.bringToFront();
    await options.click('form button');
    await answerFirefox(browser, 'Allow');
    await expect.poll(() => words(options), PATIENT).toContain('Added.');
    await expect.poll(await cardsOnServer(), PATIENT).toBe(1);
  });

  it('is read, too, when the page that asked is not there to hear the answer, as a popup may not be', async () => {
    const options = await start();
    await options.evaluate((origin) => {
      const { permissions } = (globalThis as unknown as { browser: { permissions: { request(what: object): Promise<boolean> } } }).browser;
      document.addEventListener('click', () => void permissions.request({ origins: [`${origin}/*`] }), { once: true });
    }, SERVER);
    await options.bringToFront();
    await options.click('h1');
    await answerFirefox(browser, 'Allow');
    await expect.poll(() => words(options), PATIENT).toContain(SERVER);
    await expect.poll(await cardsOnServer(), PATIENT).toBe(1);
  });

  it('is not read, and not kept, while the browser’s question stands unanswered', async () => {
    const options = await start();
    await add(options);
    await new Promise((resolve) => setTimeout(resolve, WHILE));
    expect(await isAllowed(options)).toBe(false);
    expect(await words(options)).not.toContain('Added.');
    expect(await kept(options)).not.toContain('toot.example');
    expect(await (await cardsOnServer())()).toBe(0);
  });
});
