import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blueskyPage } from '../fixtures/bluesky/page.ts';
import { traces } from '../fixtures/kept.ts';
import { mastodonPage } from '../fixtures/mastodon/page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { RecordingProxy } from '../fixtures/proxy/proxy.ts';
import { xPage } from '../fixtures/x/page.ts';
import { executablePath, launchFirefox, openedByItself, openOwnPage, throughProxy } from './launch.ts';

/** A day with the shipped extension in Firefox, from the page of the first run on: nothing is asked of a network, and nothing that was read is kept. */

const wayfair = postAbout('wayfair-cabinets');
const posts = [wayfair, ...filler(4), postAbout('tunnels-mole-children')];
const CHECKED = 'Wayfair sells missing children in its cabinets, wake up people';
const FEEDS: Record<string, string> = {
  'https://x.com/home': xPage({ posts }),
  'https://bsky.app/': blueskyPage({ posts }),
  'https://mastodon.social/home': mastodonPage({ posts }),
};
const PATIENT = { timeout: 20_000, interval: 250 };
/** Firefox asks for these by itself: whether there is a network, and for its own lists. */
const BROWSERS_OWN = /(^|\.)(mozilla\.(com|net|org)|firefox\.com)(:443)?$/;

describe.skipIf(!executablePath)('a day in Firefox', () => {
  const proxy = new RecordingProxy();
  const asked: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'case-by-case-day-'));
  let browser: Browser;

  beforeAll(async () => {
    const port = await proxy.start();
    browser = await launchFirefox({
      // The browser's own log of its network.
      env: { MOZ_LOG: 'nsHttp:5', MOZ_LOG_FILE: join(folder, 'network') },
      preferences: { ...throughProxy(port), 'network.proxy.allow_hijacking_localhost': false },
    });
  });

  afterAll(async () => {
    await browser?.close();
    await proxy.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page that is served here; all else it asks for is refused and written down. */
  async function open(url: string, body: string): Promise<Page> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 2000 });
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url() === url) return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: {}, body });
      if (!request.url().endsWith('/favicon.ico')) asked.push(request.url());
      return request.abort();
    });
    await page.goto(url);
    return page;
  }

  async function openOwn(path: string): Promise<Page> {
    const page = await openOwnPage(browser, path);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('h1')?.textContent).catch(() => ''), { timeout: 15_000 })
      .toBeTruthy();
    return page;
  }

  const cardsOn = (page: Page) => page.evaluate(() => document.querySelectorAll('case-by-case-card').length);
  const heights = (page: Page) =>
    page.evaluate(() => [...document.querySelectorAll('case-by-case-card')].map((card) => card.getBoundingClientRect().height));

  /** Opens the first card of X, which loads its evidence, with the keys; its button comes before the first thing after it. */
  async function openCard(page: Page): Promise<void> {
    const [closed] = await heights(page);
    await page.evaluate((id) => (window.fixture.elementOf(id)?.querySelector('[data-testid="reply"]') as HTMLElement)?.focus(), wayfair.id);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await heights(page))[0], PATIENT).toBeGreaterThan(closed * 3);
  }

  async function usePopup(): Promise<void> {
    const popup = await openOwn('popup.html');
    for (const tab of await popup.$$('[role="tab"]')) {
      await tab.click();
      await expect.poll(() => popup.evaluate(() => document.querySelector('[role="tabpanel"]')?.textContent)).toBeTruthy();
    }
    await popup.locator('::-p-text(I saw a post online)').click();
    await expect.poll(() => popup.evaluate(() => document.querySelector('[role="tabpanel"]')?.textContent)).toContain('All questions');
    await popup.close();
  }

  async function useLibrary(): Promise<void> {
    const library = await openOwn('library.html');
    await library.type('input[type="search"]', 'wayfair');
    await library.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await library.close();
  }

  async function useSettings(): Promise<void> {
    const options = await openOwn('options.html');
    await (await options.$('[role="switch"]'))?.click();
    await options.locator('input[value=line]').click();
    await options.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await options.close();
  }

  it('asks for nothing and keeps nothing', async () => {
    const first = await openedByItself(browser);
    await first.bringToFront();
    await expect.poll(() => cardsOn(first), PATIENT).toBe(1);
    await first.close();
    for (const [url, body] of Object.entries(FEEDS)) {
      const page = await open(url, body);
      const count = async () => {
        await page.bringToFront();
        return cardsOn(page);
      };
      await expect.poll(count, PATIENT).toBe(2);
      if (url.startsWith('https://x.com/')) await openCard(page);
      await page.close();
    }
    await usePopup();
    await useLibrary();
    await useSettings();
    const check = await openOwn('check.html');
    await check.type('textarea', CHECKED);
    await (await check.$('main button'))?.click();
    await expect.poll(() => check.evaluate(() => document.body.textContent)).toContain('One known claim');
    const kept = await check.evaluate(async () => {
      const { storage } = (globalThis as unknown as { browser: { storage: Record<string, { get(): Promise<object> }> } }).browser;
      const areas = await Promise.all([storage.local.get(), storage.session.get()]);
      return JSON.stringify([areas, await indexedDB.databases(), { ...localStorage }, { ...sessionStorage }, document.cookie]);
    });
    expect(kept).toContain('"settings"');
    expect(traces(posts, [CHECKED]).filter((trace) => kept.includes(trace))).toEqual([]);
    expect(asked).toEqual([]);
    expect(strangers()).toEqual([]);
    expect(strangersInLog()).toEqual([]);
  });

  it('would have seen it: the recorders hear what a page asks for', async () => {
    const page = await browser.newPage();
    await page.goto('http://canary.example/').catch(() => undefined);
    expect(strangers()).toContain('canary.example');
    await expect.poll(strangersInLog).toEqual(['canary.example']);
  });

  function strangersInLog(): string[] {
    const log = globSync('network*', { cwd: folder })
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const opened = Object.keys(FEEDS).map((url) => new URL(url).host);
    const hosts = [...log.matchAll(/\buri=(https?:\/\/[^\s\]]+)/g)].map(([, url]) => new URL(url).host);
    return [...new Set(hosts)].filter((host) => !BROWSERS_OWN.test(host) && !opened.includes(host));
  }

  function strangers(): string[] {
    const opened = Object.keys(FEEDS).map((url) => `${new URL(url).host}:443`);
    return proxy.asked.filter((host) => !BROWSERS_OWN.test(host) && !opened.includes(host));
  }
});
