import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { compilePacks } from '../../scripts/claims/compile.ts';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/tools/browser.ts';
import { ROOT } from '../../scripts/tools/root.ts';
import { PROGRAMS, runNode } from '../../scripts/tools/run.ts';
import { newKey, type SigningKey } from '../../scripts/updates/keys.ts';
import { makeUpdate, type Publication } from '../../scripts/updates/publish.ts';
import { postAbout } from '../fixtures/posts.ts';
import { UpdateServer } from '../fixtures/updates/server.ts';
import { Bench } from './support.ts';

/** The extension built for a server on this computer, in a real browser: the shipped one is built for none. */

const MODE = 'updates';
const OUTPUT = join(ROOT, `.output/chrome-mv3-${MODE}`);
const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');

interface Updating {
  server: UpdateServer;
  key: SigningKey;
  browser: ExtensionBrowser;
  bench: Bench;
}

const test = base.extend<object, { updating: Updating }>({
  updating: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape.
    async ({}, use) => {
      const server = new UpdateServer();
      const origin = await server.start();
      const [key, reserve] = [await newKey(), await newKey()];
      const folder = mkdtempSync(join(tmpdir(), 'case-by-case-updates-'));
      const file = join(folder, 'server.yaml');
      writeFileSync(file, `origin: ${origin}\nkeys: [${key.id}, ${reserve.id}]\n`);
      const { code } = await runNode(PROGRAMS.wxt, ['build', '--mode', MODE], { UPDATE_SERVER: file });
      expect(code, 'the build').toBe(0);
      const served = new Map<string, string>();
      const browser = await launchWithExtension({ extension: OUTPUT, reachable: origin, pages: (url) => served.get(url.host) });
      await use({ server, key, browser, bench: new Bench(browser, served) });
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      rmSync(OUTPUT, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.describe.configure({ mode: 'serial' });

/** The data as it is, with other words for one claim. */
function publish({ server, key }: Updating, words: string, nth: number, more: Partial<Publication> = {}): Promise<void> {
  const { evidence, headlines } = structuredClone(compilePacks());
  for (const claim of evidence.en.claims) if (claim.id === wayfair.expect) claim.fact = words;
  for (const line of headlines.en) if (line.id === wayfair.expect) line.brief = words;
  const stop = { claims: [], sites: [] };
  return makeUpdate({ evidence, headlines, stop, key, now: Date.now(), nth, days: 30, needs: '0.1.0', ...more }).then((files) => {
    server.files = files;
  });
}

/** Has the alarm ring now instead of tomorrow; also when the background is not running. */
async function tomorrow({ browser }: Updating): Promise<void> {
  const page = await browser.openOwnPage('check.html');
  await page.evaluate(() => chrome.alarms.create('updates', { when: Date.now() }));
  await page.close();
}

async function stored(page: Page): Promise<string> {
  return page.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
}

const status = (page: Page) => page.locator('section', { hasText: 'Corrected texts between versions' }).getByRole('status');
const toggle = (page: Page) => page.getByRole('switch', { name: 'Fetch corrected texts' });

test('the build for a server may ask that server alone, and wake up for it', async ({ updating }) => {
  const manifest = JSON.parse(readFileSync(join(OUTPUT, 'manifest.json'), 'utf8'));
  expect(manifest.content_security_policy.extension_pages).toContain(`connect-src ${updating.server.origin};`);
  expect(manifest.permissions).toContain('alarms');
});

test('nothing is asked of the server before somebody wants it', async ({ updating }) => {
  await publish(updating, 'The fact of the first update.', 0);
  const page = await updating.browser.openOwnPage('options.html');
  await expect(toggle(page)).toHaveAttribute('aria-checked', 'false');
  const feed = await updating.bench.open('x', { posts: [wayfair] });
  expect((await feed.cardOf(wayfair.id)).text).not.toContain('first update');
  await tomorrow(updating);
  await feed.frames(30);
  expect(updating.server.asked).toEqual([]);
});

test('switched on, the texts come at once, to open pages too', async ({ updating }) => {
  const feed = await updating.bench.open('x', { posts: [wayfair] });
  await feed.cardOf(wayfair.id);
  const page = await updating.browser.openOwnPage('options.html');
  await toggle(page).click();
  await expect(status(page)).toContainText('Up to date', { timeout: 15_000 });
  expect(updating.server.asked.map(({ path }) => path)).toHaveLength(5);
  await feed.page.bringToFront();
  await feed.click(wayfair.id, 'More');
  await expect.poll(async () => (await feed.cardOf(wayfair.id)).text).toContain('The fact of the first update.');
  const library = await updating.browser.openOwnPage('library.html');
  await expect(library.locator(`#claim-${wayfair.expect}`)).toContainText('The fact of the first update.');
});

test('a day later, though the background was ended, there is one short question', async ({ updating }) => {
  updating.server.asked.length = 0;
  const cdp = await updating.browser.context.browser()?.newBrowserCDPSession();
  const targets = (await cdp?.send('Target.getTargets'))?.targetInfos ?? [];
  for (const { targetId, type } of targets) if (type === 'service_worker') await cdp?.send('Target.closeTarget', { targetId });
  await tomorrow(updating);
  await expect.poll(() => updating.server.asked.map(({ path, status: code }) => [path, code])).toEqual([['manifest.json', 304]]);
  expect(Object.keys(updating.server.asked[0].headers)).not.toContain('cookie');
});

test('what the server cannot prove is not taken, and the settings say so', async ({ updating }) => {
  await publish(updating, 'Something false.', 1, { key: await newKey() });
  await tomorrow(updating);
  const page = await updating.browser.openOwnPage('options.html');
  await expect(status(page)).toContainText('not signed by the makers of Case by Case. It was not taken.', { timeout: 15_000 });
  const feed = await updating.bench.open('x', { posts: [wayfair] });
  expect((await feed.cardOf(wayfair.id)).text).toContain('The fact of the first update.');
});

test('a claim and a site can be switched off from afar, also on pages that are open', async ({ updating }) => {
  const feed = await updating.bench.open('x', { posts: [wayfair, tunnels] });
  await expect.poll(() => feed.outcomes()).toEqual({ [wayfair.id]: wayfair.expect, [tunnels.id]: tunnels.expect });
  await publish(updating, 'The fact of the second update.', 2, { stop: { claims: [{ id: wayfair.expect ?? '' }], sites: [] } });
  await tomorrow(updating);
  await expect.poll(() => feed.outcomes(), { timeout: 15_000 }).toEqual({ [tunnels.id]: tunnels.expect });
  await publish(updating, 'The fact of the third update.', 3, { stop: { claims: [], sites: [{ id: 'x' }] } });
  await tomorrow(updating);
  await expect.poll(() => feed.outcomes(), { timeout: 15_000 }).toEqual({});
  await publish(updating, 'The fact of the fourth update.', 4, { stop: { claims: [], sites: [{ id: 'x', before: '0.1.0' }] } });
  await tomorrow(updating);
  await expect.poll(async () => Object.keys(await feed.outcomes()).length, { timeout: 15_000 }).toBe(2);
});

test('damage on this computer: the texts of before, or those of the package', async ({ updating }) => {
  const page = await updating.browser.openOwnPage('options.html');
  await page.evaluate(async () => {
    const { 'updates:applied': applied } = (await chrome.storage.local.get('updates:applied')) as Record<
      string,
      { files: Record<string, string> }
    >;
    await chrome.storage.local.set({ [`updates:file:${applied.files.claims}`]: 'gnawed' });
  });
  const library = await updating.browser.openOwnPage('library.html');
  await expect(library.locator(`#claim-${wayfair.expect}`)).toContainText('The fact of the third update.');
  await page.evaluate(() => chrome.storage.local.set({ 'updates:applied': { format: 9 } }));
  await expect(status(page)).toContainText('damaged and is left out');
  await library.reload();
  await expect(library.locator(`#claim-${wayfair.expect}`)).toBeVisible();
  await expect(library.locator(`#claim-${wayfair.expect}`)).not.toContainText('update.');
});

test('switched off again, nothing is left and nothing is asked', async ({ updating }) => {
  const page = await updating.browser.openOwnPage('options.html');
  await toggle(page).click();
  await expect.poll(() => stored(page)).not.toContain('updates:');
  updating.server.asked.length = 0;
  await tomorrow(updating);
  await page.waitForTimeout(500);
  expect(updating.server.asked).toEqual([]);
});
