import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { DEMO_POSTS, demoPage } from '../tests/fixtures/demo/demo.ts';
import { type ExtensionBrowser, launchWithExtension, type PageSource } from './tools/browser.ts';
import { type PostOutcome, readOutcomes } from './tools/demo.ts';
import { ROOT } from './tools/root.ts';
import { hasDisplay, PROGRAMS, runNode } from './tools/run.ts';

/**
 * Builds the extension and opens it on a demo feed. With a display the browser stays open; without one, or with
 * `--headless`, every post's outcome is printed and screenshots are saved. Exit code 1 when a post got the wrong card.
 */

type Theme = 'light' | 'dark';

const FEED = 'https://x.com/home';
const PICTURES = join(ROOT, '.output/screenshots');
const WIDE = { width: 1280, height: 1000 };
const NARROW = { width: 400, height: 800 };
const POPUP = { width: 380, height: 600 };

process.exitCode = await start(process.argv.includes('--headless') || !hasDisplay());

async function start(headless: boolean): Promise<number> {
  const { code } = await runNode(PROGRAMS.wxt, ['build']);
  if (code !== 0) return 1;
  return headless ? report() : show();
}

/** A window to play with. The page is served by this program; the real site is never asked. */
async function show(): Promise<number> {
  const browser = await launchWithExtension({ pages: feed('light'), headless: false, viewport: null });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(FEED);
  console.log(`\nThe demo feed is open at ${FEED}; every post on it is invented. Close the browser window to end.`);
  await new Promise((resolve) => browser.context.once('close', resolve));
  return 0;
}

async function report(): Promise<number> {
  mkdirSync(PICTURES, { recursive: true });
  const saved: string[] = [];
  const outcomes = await inBrowser('light', async (browser) => {
    const page = await openFeed(browser);
    const found = await readOutcomes(page, DEMO_POSTS);
    saved.push(await picture(page, 'feed-light'));
    await page.setViewportSize(NARROW);
    saved.push(await picture(page, 'feed-narrow'), await popupPicture(browser, page));
    return found;
  });
  await inBrowser('dark', async (browser) => {
    const page = await openFeed(browser);
    await readOutcomes(page, DEMO_POSTS);
    saved.push(await picture(page, 'feed-dark'));
  });
  return printReport(outcomes, saved);
}

async function inBrowser<T>(colorScheme: Theme, use: (browser: ExtensionBrowser) => Promise<T>): Promise<T> {
  const browser = await launchWithExtension({ pages: feed(colorScheme), viewport: WIDE, colorScheme });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

function feed(theme: Theme): PageSource {
  return (url) => (url.href === FEED ? demoPage({ theme }) : undefined);
}

async function openFeed({ context }: ExtensionBrowser): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(FEED);
  return page;
}

async function picture(page: Page, name: string): Promise<string> {
  const path = join(PICTURES, `${name}.png`);
  await page.waitForTimeout(300);
  await page.screenshot({ path, fullPage: true });
  return relative(ROOT, path);
}

/** The popup speaks of the tab in front, so it is loaded again, as a tab, behind the feed. */
async function popupPicture(browser: ExtensionBrowser, feedPage: Page): Promise<string> {
  const popup = await browser.openOwnPage('popup.html');
  await popup.setViewportSize(POPUP);
  await feedPage.bringToFront();
  await popup.reload();
  return picture(popup, 'popup');
}

function printReport(outcomes: readonly PostOutcome[], saved: readonly string[]): number {
  console.log(`\n${outcomes.length} posts on the demo feed:`);
  for (const { post, claims, asExpected } of outcomes) {
    const outcome = claims.length > 0 ? `card: ${claims.join(', ')}` : 'no card';
    const wrong = asExpected ? '' : `   WRONG, expected ${post.expect ?? 'no card'}`;
    console.log(`  ${outcome.padEnd(42)} ${shorten(post.text)}${wrong}`);
  }
  const wrong = outcomes.filter(({ asExpected }) => !asExpected).length;
  console.log(`\n${outcomes.length - wrong} as expected, ${wrong} not.\n\nScreenshots:`);
  for (const path of saved) console.log(`  ${path}`);
  return wrong === 0 ? 0 : 1;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
