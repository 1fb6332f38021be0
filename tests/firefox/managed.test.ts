import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../../scripts/tools/browsers.mjs';

const EXTENSION = join(import.meta.dirname, '../../.output/firefox-mv3');
const PATIENT = { timeout: 20_000, interval: 300 };
const POLICY = { cardSize: 'line', sitesOff: ['facebook'], topicsHidden: 17 };

const executablePath = findFirefox();
/** Where Firefox looks for what is set for one person, below that person's home. */
const FOLDER = process.platform === 'darwin' ? 'Library/Application Support/Mozilla/ManagedStorage' : '.mozilla/managed-storage';

/** On Windows the place is a key of the registry, which a test leaves alone. */
describe.skipIf(!executablePath || process.platform === 'win32')('in a Firefox an organisation manages', () => {
  let browser: Browser;
  let page: Page;
  const home = mkdtempSync(join(tmpdir(), 'case-by-case-managed-'));

  beforeAll(async () => {
    if (!existsSync(join(EXTENSION, 'manifest.json'))) throw new Error('There is no Firefox build; run `npm run build:firefox` first.');
    const { browser_specific_settings: own } = JSON.parse(readFileSync(join(EXTENSION, 'manifest.json'), 'utf8'));
    const name: string = own.gecko.id;
    mkdirSync(join(home, FOLDER), { recursive: true });
    writeFileSync(join(home, FOLDER, `${name}.json`), JSON.stringify({ name, description: 'A test', type: 'storage', data: POLICY }));
    browser = await launch({ browser: 'firefox', executablePath, headless: true, env: { ...process.env, HOME: home } });
    await browser.installExtension(EXTENSION);
    page = await ownPage(browser);
    await page.evaluate(() => location.assign('/options.html')).catch(() => undefined);
    await vi.waitFor(async () => expect(await pathOf(page)).toBe('/options.html'), PATIENT);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  });

  it('its settings hold and cannot be changed', async () => {
    const sizes = () =>
      page.$$eval('input[name]', (radios) => radios.map((radio) => radio as HTMLInputElement).map((r) => [r.value, r.checked, r.disabled]));
    await expect.poll(sizes, PATIENT).toContainEqual(['line', true, true]);
    const site = () =>
      page.$eval('[role=switch][aria-label$=Facebook]', (s) => [s.getAttribute('aria-checked'), (s as HTMLButtonElement).disabled]);
    await expect.poll(site, PATIENT).toEqual(['false', true]);
  });

  it('the page says who set it, and names what cannot be used', async () => {
    const words = () => page.$eval('main', ({ textContent }) => textContent);
    await expect.poll(words, PATIENT).toContain('An organization set some of this for this browser.');
    expect(await words()).toContain('Something the organization set cannot be used and is left out: topics hidden.');
  });
});

function pathOf(page: Page): Promise<string> {
  return page.evaluate(() => location.pathname).catch(() => '');
}

/** The page the extension opens when it is installed: a test may not name an address of an extension itself. */
async function ownPage(browser: Browser): Promise<Page> {
  const find = async () => {
    for (const page of await browser.pages()) if ((await pathOf(page)) === '/welcome.html') return page;
    return undefined;
  };
  await vi.waitFor(async () => expect(await find()).toBeTruthy(), PATIENT);
  return (await find()) as Page;
}
