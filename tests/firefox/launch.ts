import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/tools/browsers.mjs';

const EXTENSION = join(import.meta.dirname, '../../.output/firefox-mv3');
const ID = 'case-by-case@case-by-case.org';
const FIRST_PAGE = '/welcome.html';
/** Longest wait for the first page, in ms. */
const PATIENCE = 20_000;
/** Firefox gives each installation an address by chance; this one is laid down, so that its pages can be opened. */
const ADDRESS = '5a0c2f1e-1111-4222-8333-666677778888';

/** Undefined where there is none: locally its tests are shown as skipped; the setup has made it an error in CI. */
export const executablePath = findFirefox();

/** How long Firefox may take to show its question, in ms. */
const ASKED_WITHIN = 20_000;

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

/** What puppeteer does not tell of its connection: commands of WebDriver BiDi, and Firefox's own windows among the contexts. */
interface Wire {
  send(method: string, params: object): Promise<{ result: { contexts: { context: string }[]; result: { value?: unknown } } }>;
}

/** Presses a button of Firefox's own question about a permission, once it is asked. Returns the question. */
export async function answerFirefox(browser: Browser, answer: 'Allow' | 'Deny'): Promise<string> {
  const wire = (browser as unknown as { connection: Wire }).connection;
  const press = `(() => {
    const question = document.getElementById('addon-webext-permissions-notification');
    const button = [question?.button, question?.secondaryButton].find((one) => one?.label === '${answer}' && !one.disabled);
    if (!button || question.hidden) return undefined;
    button.click();
    return question.textContent;
  })()`;
  const deadline = Date.now() + ASKED_WITHIN;
  while (Date.now() < deadline) {
    const { contexts } = (await wire.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })).result;
    for (const { context } of contexts) {
      const { result } = await wire.send('script.evaluate', { expression: press, target: { context }, awaitPromise: false });
      if (result.result.value) return String(result.result.value);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Firefox asked nothing that could be answered with "${answer}"`);
}

/** Where a page is; the browser does not say so for pages of extensions, the page itself does. */
export function pathOf(page: Page): Promise<string> {
  return page.evaluate(() => location.pathname).catch(() => '');
}

/** The page the extension opens when it is installed. */
export async function openedByItself(browser: Browser): Promise<Page> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; ) {
    for (const page of await browser.pages()) if ((await pathOf(page)) === FIRST_PAGE) return page;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The extension opened no page when it was installed.');
}

/** Opens a page of the extension. The end of such a navigation is not reported: what is to stand there has to be waited for. */
export async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  page.goto(`moz-extension://${ADDRESS}/${path}`).catch(() => undefined);
  return page;
}
