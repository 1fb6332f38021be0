import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/tools/browser.ts';
import { traces } from '../fixtures/kept.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { RecordingProxy } from '../fixtures/proxy/proxy.ts';
import { all, Bench, type Card, expect, expected, Feed, hasClass, SITE_IDS, SITES } from './support.ts';

/**
 * A whole day with the extension as it is shipped, from the page of the first run on: no request leaves the browser, and nothing that
 * was read is kept.
 */

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const posts = [wayfair, ...filler(6), tunnels];
const CANARY = 'canary.example';
const NEWS = 'https://news.example/';
const CHECKED = 'Wayfair sells missing children in its cabinets, wake up people';
const SELECTED = 'They found 35,000 malnourished children in tunnels under the city park last night';

const test = base.extend<{ day: { bench: Bench; browser: ExtensionBrowser; proxy: RecordingProxy; requests: string[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape.
  day: async ({}, use) => {
    const proxy = new RecordingProxy();
    const port = await proxy.start();
    const served = new Map<string, string>();
    // Names are not looked up, so that the proxy is asked for each of them, also for this computer's own.
    const folder = mkdtempSync(join(tmpdir(), 'case-by-case-day-'));
    const log = join(folder, 'net-log.json');
    const args = [`--log-net-log=${log}`, `--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];
    const browser = await launchWithExtension({ args, welcome: true, pages: (url) => served.get(url.host) });
    const requests: string[] = [];
    browser.context.on('request', (request) => requests.push(request.url()));
    await use({ bench: new Bench(browser, served), browser, proxy, requests });
    await browser.close();
    await proxy.stop();
    // The browser's own log of its network, complete once it has ended: of all it was asked for, the canary alone is a stranger.
    expect(strangersIn(readFileSync(log, 'utf8'))).toEqual([CANARY]);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** The page that opens by itself, with its sample card. */
async function useFirstPage({ context }: ExtensionBrowser): Promise<void> {
  const isFirst = (page: Page) => page.url().endsWith('/welcome.html');
  await expect.poll(() => context.pages().some(isFirst)).toBe(true);
  const page = context.pages().find(isFirst) as Page;
  const feed = new Feed(page);
  await expect.poll(async () => (await feed.cards()).length).toBe(1);
  const toggle = all((await feed.cards())[0].node).find((node) => hasClass(node, 'toggle'));
  await feed.clickNode(toggle as Card['node']);
  await expect.poll(async () => (await feed.cards())[0].text).toContain('What the record shows');
  await page.close();
}

async function readCards(feed: Feed): Promise<void> {
  await expect.poll(() => feed.outcomes(), { timeout: 15_000 }).toEqual(expected(posts));
}

async function useCard(feed: Feed): Promise<void> {
  await feed.click(wayfair.id, 'More');
  await feed.click(wayfair.id, 'Why this card');
  await feed.click(wayfair.id, 'Copy a short reply');
  await feed.click(wayfair.id, 'Share the sources');
  const opened = feed.page.context().waitForEvent('page');
  await feed.click(wayfair.id, /full entry/i);
  const entry = await opened;
  await expect(entry.locator(`#claim-${wayfair.expect}`)).toBeVisible();
  await entry.close();
  await feed.page.bringToFront();
  await feed.click(wayfair.id, 'Hide');
  await feed.click(wayfair.id, 'On this post');
  await expect.poll(async () => Object.keys(await feed.outcomes())).toEqual([tunnels.id]);
}

async function usePopup(popup: Page): Promise<void> {
  for (const name of ['Data', 'Sources', 'Help', 'This page']) {
    await popup.getByRole('tab', { name }).click();
    if (name === 'Sources') await popup.getByRole('searchbox').fill('polaris');
    if (name === 'Help') await popup.getByRole('button', { name: 'I saw a post online' }).click();
  }
  await popup.getByRole('button', { name: 'Pause for an hour' }).click();
  await popup.getByRole('button', { name: 'Resume now' }).click();
  const power = popup.getByRole('switch').first();
  await power.click();
  await power.click();
}

/** Words selected on any page, from the browser's own menu. */
async function checkSelected(bench: Bench): Promise<void> {
  const page = await bench.checkSelected(SELECTED);
  await expect(page.getByRole('textbox')).toHaveValue(SELECTED);
  await page.close();
}

async function useOwnPages({ bench }: { bench: Bench }): Promise<void> {
  const library = await bench.openOwnPage('library.html');
  await library.getByRole('searchbox').fill('wayfair');
  await expect(library.locator(`#claim-${wayfair.expect}`)).toBeVisible();
  await library.getByRole('searchbox').fill('');
  await library.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const check = await bench.openOwnPage('check.html');
  await check.getByRole('textbox').fill(CHECKED);
  await check.getByRole('button', { name: 'Check' }).click();
  await expect(check.getByText('One known claim')).toBeVisible();
  const options = await bench.openOwnPage('options.html');
  await options.getByRole('switch', { name: 'Context cards on Facebook' }).click();
  await options.getByRole('radio').nth(1).check();
  await options.getByRole('combobox', { name: 'Country for help' }).selectOption('CA');
  await options.getByRole('combobox', { name: 'Language' }).selectOption('es');
  await expect(options.locator('h1')).toHaveText('Ajustes');
}

/** Everything the extension can keep, in all the places it could. */
async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { local, sync, session } = chrome.storage as unknown as Record<string, { get(keys: null): Promise<object> }>;
    const areas = await Promise.all([local, sync, session].map((area) => area.get(null)));
    const databases = await indexedDB.databases();
    const stores = await caches.keys();
    return JSON.stringify([areas, databases, stores, { ...localStorage }, { ...sessionStorage }, document.cookie]);
  });
}

/** Chromium's own services, and the hosts of the pages, whose icons it fetches by itself; what else asks those is in `requests`. */
const BROWSERS_OWN = /\.(googleapis|google|gvt1)\.com(:443)?$/;

function strangers(proxy: RecordingProxy): string[] {
  const opened = SITE_IDS.map((site) => `${new URL(SITES[site].url).host}:443`);
  return proxy.asked.filter((host) => !BROWSERS_OWN.test(host) && !opened.includes(host));
}

function strangersIn(netLog: string): string[] {
  const opened = [NEWS, ...SITE_IDS.map((site) => SITES[site].url)].map((url) => new URL(url).host);
  const asked = [...netLog.matchAll(/"url":"((?:https?|wss?):[^"]*)"/g)].map(([, url]) => new URL(url).host);
  return [...new Set(asked)].filter((host) => !BROWSERS_OWN.test(host) && !opened.includes(host));
}

test('a day from the first run on, of feeds, cards, popup, library, settings and checks, asks no network and keeps nothing that was read', async ({
  day,
}) => {
  test.setTimeout(240_000);
  const { bench, browser, proxy, requests } = day;
  await useFirstPage(browser);
  for (const site of SITE_IDS) {
    const feed = await bench.open(site, { posts, behaviour: { overscan: 100_000 } });
    await readCards(feed);
    if (site === 'x') {
      await usePopup(await bench.openPopup(feed));
      await feed.page.bringToFront();
      await useCard(feed);
    }
    await feed.page.close();
  }
  await checkSelected(bench);
  await useOwnPages({ bench });
  const own = await browser.openOwnPage('check.html');
  const kept = await everythingKept(own);
  expect(kept).toContain('"sitesOff":["facebook"]');
  expect(traces(posts, [CHECKED, SELECTED]).filter((trace) => kept.includes(trace))).toEqual([]);
  expect(strangers(proxy)).toEqual([]);
  expect(browser.blocked).toEqual([]);
  expect(requests.filter((url) => /^(https?|wss?):/.test(url))).toEqual(SITE_IDS.map((site) => SITES[site].url));
  // The proof that this proves something: what a page asks for is seen by all four.
  const news = await bench.openHtml(NEWS, '<!doctype html><title>News</title>');
  const ask = () => news.page.evaluate(() => fetch('https://canary.example/').catch(() => undefined));
  await ask();
  expect(browser.blocked).toEqual(['https://canary.example/']);
  expect(requests.at(-1)).toBe('https://canary.example/');
  await browser.context.unrouteAll();
  await ask();
  expect(strangers(proxy)).toContain(`${CANARY}:443`);
});
