import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { FeedStatus } from '../../lib/feed/types.ts';
import { EXTENSION, type ExtensionBrowser, launchWithExtension } from '../../scripts/tools/browser.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { Bench, expect, expected, type Feed, test } from './support.ts';

/** What may break around the extension. Nothing of it may reach the page; what the person should know is said in plain words. */

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');

/** Ends the background, if it is running, as the browser does when it is idle. */
async function endBackground({ context }: ExtensionBrowser): Promise<void> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  const workers = async () => {
    const { targetInfos = [] } = (await cdp?.send('Target.getTargets')) ?? {};
    return targetInfos.filter(({ type }) => type === 'service_worker').map(({ targetId }) => targetId);
  };
  const running = await workers();
  // Asked again until it is so: one that is just starting does not listen. A page may have woken another one meanwhile.
  await expect(async () => {
    const left = (await workers()).filter((one) => running.includes(one));
    for (const targetId of left) await cdp?.send('Target.closeTarget', { targetId });
    expect(left).toEqual([]);
  }).toPass({ timeout: 20_000 });
}

/** A browser of its own, for what the shared one would not survive; `change` may damage its copy of the package. */
async function withOwn(change: (folder: string) => void, work: (bench: Bench) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'case-by-case-damaged-'));
  cpSync(EXTENSION, folder, { recursive: true });
  change(folder);
  const served = new Map<string, string>();
  const browser = await launchWithExtension({ extension: folder, pages: (url) => served.get(url.host) });
  const bench = new Bench(browser, served);
  await work(bench);
  expect(bench.feeds.flatMap(({ errors }) => errors)).toEqual([]);
  expect(browser.blocked).toEqual([]);
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Cuts files of the package short. */
function cut(folder: string, pattern: string): void {
  const names = globSync(pattern, { cwd: folder });
  expect(names, pattern).not.toEqual([]);
  for (const name of names) {
    const code = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), code.slice(0, code.length / 2));
  }
}

const whole = () => undefined;

/** As where a person allowed the sites' scripts and nothing more. */
function forbid(folder: string): void {
  const path = join(folder, 'manifest.json');
  const { host_permissions: _, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(rest));
}

/** What the popup would be told about a page; nothing while no reader answers. */
async function statusOf(bench: Bench, feed: Feed): Promise<FeedStatus | undefined> {
  const tab = await bench.tabOf(feed);
  const status: unknown = await bench
    .worker()
    .evaluate((id) => chrome.tabs.sendMessage(id, { type: 'page:status' }).catch(() => undefined), tab);
  return status as FeedStatus | undefined;
}

const store = (page: Page, values: Record<string, unknown>) => page.evaluate((given) => chrome.storage.local.set(given), values);

base('the background is ended between any two steps of a person', async () => {
  await withOwn(whole, async (bench) => {
    const feed = await bench.open('x', { posts: filler(2), more: [wayfair, tunnels, { ...wayfair, id: '7001' }] });
    await expect.poll(async () => (await statusOf(bench, feed))?.read).toBe(2);
    await endBackground(bench.browser);
    await feed.page.evaluate(() => window.fixture.appendPosts(2));
    await feed.cardOf(wayfair.id);
    await endBackground(bench.browser);
    await feed.click(wayfair.id, 'More');
    await expect.poll(async () => (await feed.cardOf(wayfair.id)).text).toContain('Sources');
    await endBackground(bench.browser);
    await feed.page.evaluate(() => window.fixture.appendPosts(1));
    await expect.poll(async () => Object.keys(await feed.outcomes())).toContain('7001');
    await feed.click(tunnels.id, 'More');
    await expect.poll(async () => (await feed.cardOf(tunnels.id)).text).toContain('Sources');
    await endBackground(bench.browser);
    const options = await bench.browser.openOwnPage('options.html');
    await options.getByRole('switch', { name: 'Context cards on X' }).click();
    await expect.poll(() => feed.outcomes()).toEqual({});
  });
});

for (const [name, value] of [
  ['of letters', 'x'],
  ['of a newer version', { version: 99, enabled: { since: 5 }, sitesOff: 'all' }],
  ['with damaged fields', { version: 1, enabled: 'yes', topicsHidden: [['wayfair-cabinets']], pausedUntil: '9e99' }],
] as const) {
  test(`settings ${name}: reading goes on, and the popup says what happened`, async ({ bench }) => {
    const own = await bench.openOwnPage('check.html');
    await store(own, { settings: value });
    const feed = await bench.open('x', { posts: [wayfair] });
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
    const popup = await bench.openPopup(feed);
    await expect(popup.getByText('could not be read and are at their usual values')).toBeVisible();
  });
}

test('no room to store: the choice holds on the page; settings and popup say that it was not kept', async ({ bench }) => {
  const own = await bench.openOwnPage('options.html');
  await own.evaluate(async () => {
    const { QUOTA_BYTES } = chrome.storage.local as unknown as { QUOTA_BYTES: number };
    await chrome.storage.local.set({ filler: 'x'.repeat(QUOTA_BYTES - 'filler'.length - 2) });
  });
  await own.getByRole('switch', { name: 'Context cards on X' }).click();
  await expect(own.getByText('That could not be saved. The browser did not allow it.')).toBeVisible();
  const feed = await bench.open('x', { posts: [wayfair, tunnels] });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  await feed.click(wayfair.id, 'More');
  await feed.click(wayfair.id, 'Hide');
  await feed.click(wayfair.id, 'This topic everywhere');
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  const popup = await bench.openPopup(feed);
  await expect(popup.getByText('A choice made on this page could not be saved')).toBeVisible();
});

base('the extension is updated while a page is open: the page is left in peace, and the card says what to do', async () => {
  await withOwn(whole, async (bench) => {
    const feed = await bench.open('x', { posts: [wayfair], more: [tunnels] });
    await feed.cardOf(wayfair.id);
    const own = await bench.browser.openOwnPage('check.html');
    await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await feed.page.bringToFront();
    await feed.click(wayfair.id, 'More');
    await expect.poll(async () => (await feed.cardOf(wayfair.id)).text).toContain('This card did not open: the extension was updated');
    await feed.page.evaluate(() => window.fixture.appendPosts(1));
    await feed.frames(30);
    expect(Object.keys(await feed.outcomes())).not.toContain(tunnels.id);
  });
});

base('the extension is updated before its second script was wanted: the old reader leaves', async () => {
  await withOwn(whole, async (bench) => {
    const feed = await bench.open('x', { posts: filler(2), more: [wayfair] });
    await expect.poll(async () => (await statusOf(bench, feed))?.read).toBe(2);
    const own = await bench.browser.openOwnPage('check.html');
    await own.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await feed.page.bringToFront();
    await feed.page.evaluate(() => window.fixture.appendPosts(1));
    await feed.frames(60);
    expect(await feed.outcomes()).toEqual({});
  });
});

const REFUSED = 'did not let us load what recognizes claims';

for (const [name, damage] of [
  ['is damaged on disk', (folder: string) => cut(folder, 'engine.js')],
  ['is refused by the browser', forbid],
] as const) {
  base(`the second script ${name}: the page is as it was, and the popup says so`, async () => {
    // The reader asks three times before it gives up.
    base.slow();
    await withOwn(damage, async (bench) => {
      const feed = await bench.open('x', { posts: [wayfair, ...filler(5)] });
      await expect.poll(async () => (await statusOf(bench, feed))?.state, { timeout: 25_000 }).toBe('stopped');
      expect(await feed.outcomes()).toEqual({});
      const popup = await bench.openPopup(feed);
      await expect(popup.getByText(REFUSED)).toBeVisible();
      // Said by the browser when it met the broken file; the page has no part in it.
      expect(feed.errors.splice(0).filter((error) => error !== 'Unexpected end of input')).toEqual([]);
    });
  });
}

base('the reader is damaged on disk: the page is as it was, and the popup says that nothing is read', async () => {
  const damage = (folder: string) => cut(folder, 'content-scripts/feed.js');
  await withOwn(damage, async (bench) => {
    const feed = await bench.open('x', { posts: [wayfair, ...filler(5)] });
    await feed.frames(20);
    expect(await feed.outcomes()).toEqual({});
    const popup = await bench.openPopup(feed);
    await expect(popup.getByRole('status').first()).toHaveText('Not reading this page yet');
    await expect(popup.getByText('the extension is damaged: installing it again does')).toBeVisible();
    // Said by the browser when it met the broken file; the page has no part in it.
    expect(feed.errors.splice(0)).toEqual(['Unexpected end of input']);
  });
});

base('the evidence is damaged on disk: cards stand, and pages that need it say so', async () => {
  const damage = (folder: string) => cut(folder, 'chunks/en.*.js');
  await withOwn(damage, async (bench) => {
    const feed = await bench.open('x', { posts: [wayfair] });
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
    for (const path of ['library.html', 'check.html']) {
      const page = await bench.browser.openOwnPage(path);
      await expect(page.getByRole('status')).toContainText('This cannot be loaded');
      await page.close();
    }
    const popup = await bench.openPopup(feed);
    await popup.getByRole('tab', { name: 'Data' }).click();
    await expect(popup.getByText('This cannot be loaded')).toBeVisible();
    await popup.getByRole('tab', { name: 'This page' }).click();
    await expect(popup.getByText('1 context card')).toBeVisible();
    feed.errors.splice(0, feed.errors.length, ...feed.errors.filter((error) => !error.startsWith('popup: ')));
  });
});

/** As a few flipped bits in the data of the background do: its code still runs. */
function garble(folder: string): void {
  const path = join(folder, 'background.js');
  const code = readFileSync(path, 'utf8');
  expect(code).toContain('wayfair-cabinets');
  writeFileSync(path, code.replaceAll('wayfair-cabinets', 'wayfair-cabinetz'));
}

base('the evidence of the background is damaged on disk: cards stand, and one that is opened says that it did not open', async () => {
  await withOwn(garble, async (bench) => {
    const feed = await bench.open('x', { posts: [wayfair, tunnels] });
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
    await feed.click(wayfair.id, 'More');
    await expect.poll(async () => (await feed.cardOf(wayfair.id)).text).toContain('This card did not open');
    await feed.click(tunnels.id, 'More');
    await expect.poll(async () => (await feed.cardOf(tunnels.id)).text).toContain('Sources');
  });
});
