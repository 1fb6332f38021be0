import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Route } from '@playwright/test';
import { findChromium } from './browsers.mjs';

/** The built extension for Chromium. */
export const EXTENSION = join(import.meta.dirname, '../../.output/chrome-mv3');

/** Longest wait for the page of the first run, in ms. */
const WELCOME_TIMEOUT = 10_000;

/** HTML for an address, or nothing: then the page does not exist. */
export type PageSource = (url: URL) => string | undefined;

export interface LaunchOptions {
  /** Pages shown instead of the real sites. Every other request fails, so nothing ever reaches a network. */
  pages?: PageSource;
  /** Origin of a server on this computer that may be asked. */
  reachable?: string;
  /** Folder of the extension; `null` starts the same browser without it. */
  extension?: string | null;
  headless?: boolean;
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark';
  /** Leaves the page open that the extension opens when it is installed. */
  welcome?: boolean;
  /** Keeps pages one has left ready to come back, as people's browsers do. */
  backForwardCache?: boolean;
  /** Further switches for the browser. */
  args?: string[];
}

/** A Chromium with the extension, cut off from the network. */
export interface ExtensionBrowser {
  context: BrowserContext;
  /** Empty when started without the extension. */
  extensionId: string;
  /** Addresses, other than those of `pages`, that something tried to reach. */
  blocked: string[];
  /** Opens a page of the extension, such as `popup.html`, in a tab. */
  openOwnPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Chromium with the built extension and a fresh profile. */
export async function launchWithExtension(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const { extension = EXTENSION, headless = true, viewport = { width: 1280, height: 900 }, colorScheme, pages } = options;
  if (extension && !existsSync(join(extension, 'manifest.json')))
    throw new Error('There is no built extension yet; run `npm run build` first.');
  const profile = mkdtempSync(join(tmpdir(), 'case-by-case-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless,
    viewport,
    colorScheme,
    args: [...switches(extension), ...(options.args ?? [])],
    ignoreDefaultArgs: options.backForwardCache ? ['--disable-back-forward-cache'] : [],
  });
  const blocked = await serveOnly(context, pages ?? (() => undefined), options.reachable);
  const extensionId = extension ? await idOf(context) : '';
  if (extension && !options.welcome) await closeWelcome(context);
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  return { context, extensionId, blocked, close, openOwnPage: (path) => openPage(context, `chrome-extension://${extensionId}/${path}`) };
}

/** What a Chromium is started with to have an extension, and to ask nobody but this computer. */
export function switches(extension: string | null): string[] {
  return [
    ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // The browser's own services are not asked either.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ];
}

/** Answers web requests from `pages` and refuses all others, remembering them. */
async function serveOnly(context: BrowserContext, pages: PageSource, reachable?: string): Promise<string[]> {
  const blocked: string[] = [];
  await context.route(/^(https?|wss?):/, async (route: Route) => {
    const url = new URL(route.request().url());
    const body = route.request().resourceType() === 'document' ? pages(url) : undefined;
    if (url.origin === reachable) return route.continue();
    if (body !== undefined) return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    blocked.push(url.href);
    return route.abort();
  });
  return blocked;
}

async function idOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

/** The page of the first run would stand before the one that is looked at. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const deadline = Date.now() + WELCOME_TIMEOUT;
  while (!context.pages().some(isWelcome) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all(
    context
      .pages()
      .filter(isWelcome)
      .map((page) => page.close()),
  );
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
