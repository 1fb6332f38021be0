import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../../scripts/tools/browsers.mjs';

const EXTENSION = join(import.meta.dirname, '../../.output/firefox-mv3');
const WELCOME = '/welcome.html';

const executablePath = findFirefox();

/** The extension's own pages, reached from the one it opens itself: their address is chosen by the browser. */
describe.skipIf(!executablePath)('in Firefox', () => {
  let browser: Browser;
  let welcome: Page;
  let base = '';

  beforeAll(async () => {
    if (!existsSync(join(EXTENSION, 'manifest.json'))) throw new Error('There is no Firefox build; run `npm run build:firefox` first.');
    browser = await launch({ browser: 'firefox', executablePath, headless: true });
    await browser.installExtension(EXTENSION);
    welcome = await openedByItself(browser);
    base = welcome.url().replace(WELCOME, '');
  });

  afterAll(() => browser?.close());

  it('the first page opens by itself, with a card under the sample claim and under nothing else', async () => {
    await expect
      .poll(() => welcome.$$eval('article', (posts) => posts.map((post) => post.querySelectorAll('case-by-case-card').length)))
      .toEqual([1, 0, 0]);
  });

  it('the settings keep what is chosen', async () => {
    const page = await visit('/options.html');
    await page.locator('input[value=line]').click();
    await page.reload();
    await expect.poll(() => page.$eval('input[value=line]', (radio) => (radio as HTMLInputElement).checked)).toBe(true);
  });

  it('the library finds a claim', async () => {
    const page = await visit('/library.html');
    await page.locator('input[type=search]').fill('wayfair');
    const shown = () =>
      page.$$eval('article.claim', (claims) => claims.filter((claim) => claim.getClientRects().length > 0).map(({ id }) => id));
    await expect.poll(shown).toContain('claim-wayfair-cabinets');
    expect((await shown()).length).toBeLessThan(20);
  });

  it('any text can be checked', async () => {
    const page = await visit('/check.html');
    await page.locator('textarea').fill('Wayfair is selling missing children in overpriced cabinets');
    await page.locator('form button').click();
    await expect.poll(() => page.$$eval('mark', (marks) => marks.map(({ textContent }) => textContent))).toContain('Wayfair');
  });

  it('the popup says that a page of its own is not read, and loads help when it is asked for', async () => {
    const page = await visit('/popup.html');
    await expect.poll(() => page.$eval('[role=status]', ({ textContent }) => textContent)).toBe('Case by Case does not read this page.');
    await page.locator('[role=tab]:last-of-type').click();
    await expect.poll(() => page.$eval('[role=tabpanel]', ({ textContent }) => textContent)).toContain('What brings you here?');
  });

  async function visit(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(base + path);
    return page;
  }
});

/** The page the extension opens when it is installed. */
async function openedByItself(browser: Browser): Promise<Page> {
  const find = async () => (await browser.pages()).find((page) => page.url().endsWith(WELCOME));
  await vi.waitFor(async () => expect(await find()).toBeTruthy(), { timeout: 20_000, interval: 200 });
  return (await find()) as Page;
}
