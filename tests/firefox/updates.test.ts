import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compilePacks } from '../../scripts/claims/compile.ts';
import { findFirefox } from '../../scripts/tools/browsers.mjs';
import { ROOT } from '../../scripts/tools/root.ts';
import { PROGRAMS, runNode } from '../../scripts/tools/run.ts';
import { newKey } from '../../scripts/updates/keys.ts';
import { makeUpdate } from '../../scripts/updates/publish.ts';
import { UpdateServer } from '../fixtures/updates/server.ts';

/** Updates in Firefox, from a build for a server on this computer. */

const OUTPUT = join(ROOT, '.output/firefox-mv3-updates');
const ID = 'case-by-case@case-by-case.org';
const ADDRESS = '5a0c2f1e-1111-4222-8333-777788889999';
const executablePath = findFirefox();

describe.skipIf(!executablePath)('updates in Firefox', () => {
  const server = new UpdateServer();
  const folder = mkdtempSync(join(tmpdir(), 'case-by-case-updates-'));
  let browser: Browser;
  let options: Page;

  beforeAll(async () => {
    const origin = await server.start();
    const [key, reserve] = [await newKey(), await newKey()];
    const file = join(folder, 'server.yaml');
    writeFileSync(file, `origin: ${origin}\nkeys: [${key.id}, ${reserve.id}]\n`);
    const { code } = await runNode(PROGRAMS.wxt, ['build', '-b', 'firefox', '--mv3', '--mode', 'updates'], { UPDATE_SERVER: file });
    expect(code, 'the build').toBe(0);
    const { evidence, headlines } = compilePacks();
    server.files = await makeUpdate({
      evidence,
      headlines,
      stop: { claims: [], sites: [] },
      key,
      now: Date.now(),
      days: 30,
      needs: '0.1.0',
    });
    browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: ADDRESS }) },
    });
    await browser.installExtension(OUTPUT);
    options = await browser.newPage();
    // The end of such a navigation is not reported, so the page is waited for.
    options.goto(`moz-extension://${ADDRESS}/options.html`).catch(() => undefined);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server.stop();
    for (const gone of [folder, OUTPUT]) rmSync(gone, { recursive: true, force: true });
  });

  const said = () => options.evaluate(() => document.body.textContent).catch(() => '');

  it('come once they are switched on, and do not tell the server which installation asks', async () => {
    await expect.poll(said, { timeout: 15_000 }).toContain('Fetch corrected texts');
    expect(server.asked).toEqual([]);
    await options.click('[role="switch"][aria-label="Fetch corrected texts"]');
    await expect.poll(said, { timeout: 15_000 }).toContain('Up to date');
    expect(server.asked).toHaveLength(5);
    for (const { headers } of server.asked) {
      expect(JSON.stringify(headers)).not.toContain(ADDRESS);
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
    }
  });
});
