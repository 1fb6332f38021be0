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
import { executablePath, launchFirefox, openOwnPage, throughProxy } from './launch.ts';

/** A day with the shipped extension in Firefox: nothing is asked of a network, and nothing that was read is kept. */

const wayfair = postAbout('wayfair-cabinets');
const posts = [wayfair, ...filler(4), postAbout('tunnels-mole-children')];
const CHECKED = 'Wayfair sells missing children in its cabinets, wake up people';
const FEEDS: Record<string, string> = {
  'https://x.com/home': xPage({ posts }),
  'https://bsky.app/': blueskyPage({ posts }),
  'https://mastodon.social/home': mastodonPage({ posts }),
};
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

  it('asks for nothing and keeps nothing', async () => {
    for (const [url, body] of Object.entries(FEEDS)) {
      const page = await open(url, body);
      // The page that opens on installing takes the view, and nothing unseen is read.
      const count = async () => {
        await page.bringToFront();
        return page.evaluate(() => document.querySelectorAll('case-by-case-card').length);
      };
      await expect.poll(count, { timeout: 20_000, interval: 250 }).toBe(2);
      await page.close();
    }
    const library = await openOwn('library.html');
    await library.type('input[type="search"]', 'wayfair');
    const popup = await openOwn('popup.html');
    for (const tab of await popup.$$('[role="tab"]')) {
      await tab.click();
      await expect.poll(() => popup.evaluate(() => document.querySelector('[role="tabpanel"]')?.textContent)).toBeTruthy();
    }
    const options = await openOwn('options.html');
    await (await options.$('[role="switch"]'))?.click();
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
