import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/tools/browsers.mjs';

const EXTENSION = join(import.meta.dirname, '../../.output/firefox-mv3');
const ID = 'case-by-case@case-by-case.org';
/** Firefox gives each installation an address by chance; this one is laid down, so that its pages can be opened. */
const ADDRESS = '5a0c2f1e-1111-4222-8333-666677778888';

/** Undefined where there is none: locally its tests are shown as skipped; the setup has made it an error in CI. */
export const executablePath = findFirefox();

interface Options {
  preferences?: Record<string, unknown>;
  env?: Record<string, string | undefined>;
}

/** Starts Firefox with the extension installed at `ADDRESS`. */
export async function launchFirefox({ preferences, env }: Options = {}): Promise<Browser> {
  if (!existsSync(join(EXTENSION, 'manifest.json'))) throw new Error('There is no Firefox build; run `npm run build:firefox` first.');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    env: { ...process.env, ...env },
    // Without it Firefox lets no test open pages of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: ADDRESS }), ...preferences },
  });
  await browser.installExtension(EXTENSION);
  return browser;
}

/** Preferences that send all requests through a proxy on this computer. */
export function throughProxy(port: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '127.0.0.1, localhost',
  };
}

/** Opens a page of the extension. The end of such a navigation is not reported: what is to stand there has to be waited for. */
export async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  page.goto(`moz-extension://${ADDRESS}/${path}`).catch(() => undefined);
  return page;
}
