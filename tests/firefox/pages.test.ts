import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../../scripts/tools/browsers.mjs';
import { openedByItself, pathOf } from './launch.ts';

const EXTENSION = join(import.meta.dirname, '../../.output/firefox-mv3');
const PATIENT = { timeout: 20_000, interval: 300 };

const executablePath = findFirefox();

/** The extension's own pages, reached from the one it opens itself. */
describe.skipIf(!executablePath)('in Firefox', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    if (!existsSync(join(EXTENSION, 'manifest.json'))) throw new Error('There is no Firefox build; run `npm run build:firefox` first.');
    browser = await launch({ browser: 'firefox', executablePath, headless: true });
    await browser.installExtension(EXTENSION);
    page = await openedByItself(browser);
  });

  afterAll(() => browser?.close());

  it('the first page opens by itself, with a card under the sample claim and under nothing else', async () => {
    await expect
      .poll(() => page.$$eval('article', (posts) => posts.map((post) => post.querySelectorAll('case-by-case-card').length)), PATIENT)
      .toEqual([1, 0, 0]);
  });

  it('the settings keep what is chosen', async () => {
    await visit('/options.html');
    await page.locator('input[value=line]').click();
    await visit('/welcome.html');
    await visit('/options.html');
    await expect.poll(() => page.$eval('input[value=line]', (radio) => (radio as HTMLInputElement).checked), PATIENT).toBe(true);
  });

  it('the library finds a claim', async () => {
    await visit('/library.html');
    await page.locator('input[type=search]').fill('wayfair');
    const shown = () =>
      page.$$eval('article.claim', (claims) => claims.filter((claim) => claim.getClientRects().length > 0).map(({ id }) => id));
    await expect.poll(shown, PATIENT).toContain('claim-wayfair-cabinets');
    expect((await shown()).length).toBeLessThan(20);
  });

  it('any text can be checked', async () => {
    await visit('/check.html');
    await page.locator('textarea').fill('Wayfair is selling missing children in overpriced cabinets');
    await page.locator('form button').click();
    await expect.poll(() => page.$$eval('mark', (marks) => marks.map(({ textContent }) => textContent)), PATIENT).toContain('Wayfair');
  });

  it('the popup says that a page of its own is not read, and loads help when it is asked for', async () => {
    await visit('/popup.html');
    await expect
      .poll(() => page.$eval('[role=status]', ({ textContent }) => textContent), PATIENT)
      .toBe('Case by Case does not read this page.');
    await page.locator('[role=tab]:last-of-type').click();
    await expect.poll(() => page.$eval('[role=tabpanel]', ({ textContent }) => textContent), PATIENT).toContain('What brings you here?');
  });

  /** Goes to another page of the extension, as a link does: the test may not name such an address itself. */
  async function visit(path: string): Promise<void> {
    await page.evaluate((to) => location.assign(to), path).catch(() => undefined);
    await vi.waitFor(async () => expect(await pathOf(page)).toBe(path), { timeout: 10_000, interval: 100 });
  }
});
