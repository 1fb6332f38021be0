import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { createServer } from 'wxt';
import { DEMO_POSTS, demoPage } from '../tests/fixtures/demo/demo.ts';
import { type ExtensionBrowser, launchWithExtension } from './tools/browser.ts';
import { readOutcomes } from './tools/demo.ts';
import { showProblems } from './tools/problems-on-page.ts';
import { ROOT } from './tools/root.ts';
import { hasDisplay, runNode } from './tools/run.ts';

/**
 * `npm run dev`: the demo feed in a browser, with the extension as it is being written. WXT builds it anew after each change of code;
 * a change of data is compiled first, and what is wrong with it stands on the page until it is mended. The page is loaded again
 * where that is enough, and the browser started again where more than the reader changed: Chromium loses an extension that was
 * loaded for it when that is reloaded. Without a display, or with `--headless`, it prints what became of the feed instead. With
 * `--inspect PORT` DevTools elsewhere on this computer may look at the page.
 */

const FEED = 'https://x.com/home';
const BUILD = join(ROOT, '.output/chrome-mv3-dev');
/** On this address nothing but this computer can listen. */
const HOST = '127.0.0.1';
/** Editors write a file in several steps, and a change of data changes several files. Milliseconds. */
const SETTLE = { data: 100, extension: 1_000 };

const { values } = parseArgs({ options: { headless: { type: 'boolean' }, inspect: { type: 'string' } } });
const HEADLESS = values.headless || !hasDisplay();

let problems = '';
let open: { browser: ExtensionBrowser; page: Page } | undefined;

const server = await createServer({ browser: 'chrome', dev: { server: { host: HOST, origin: HOST } } });
await server.start();
server.reloadExtension = settled(openFeed, SETTLE.extension);
const compileSoon = settled(compile, SETTLE.data);
server.watcher.on('all', (_, file) => {
  if (isData(relative(ROOT, file).replaceAll('\\', '/'))) compileSoon();
});
await openFeed();
console.log(`\nThe demo feed is open at ${FEED}. Change code or claims-data/, and it follows. Close the window, or press Ctrl+C, to end.`);

/** Starts the browser, in place of the one before. */
async function openFeed(): Promise<void> {
  const before = open?.browser;
  open = undefined;
  await before?.close();
  const browser = await launchWithExtension({
    extension: BUILD,
    pages: (url) => (url.href === FEED ? demoPage() : undefined),
    reachable: server.origin,
    headless: HEADLESS,
    viewport: HEADLESS ? { width: 1280, height: 1000 } : null,
    args: values.inspect ? [`--remote-debugging-port=${values.inspect}`] : [],
  });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  open = { browser, page };
  browser.context.once('close', () => {
    if (open?.browser === browser) process.exit();
  });
  page.on('load', () => tell(page).catch(say));
  await page.goto(FEED);
}

/** Compiles the data; WXT notices what came out of it. */
async function compile(): Promise<void> {
  const { code, tail } = await runNode('scripts/claims/cli.ts', ['build']);
  problems = code === 0 ? '' : tail.join('\n');
  if (code === 0) console.log('The data is compiled.');
  if (open) await showProblems(open.page, problems);
}

/** Does the work once for several calls in a row, and never twice at a time: two browsers would be open, and one of them for good. */
function settled(work: () => Promise<void>, ms: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  let done = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      done = done.then(work).catch(say);
    }, ms);
  };
}

/** Said and no more: a page that is loaded or closed meanwhile answers nothing, and the next change tries again. */
function say(error: Error): void {
  console.log(`Not shown: ${error.message.split('\n')[0]}`);
}

function isData(file: string): boolean {
  return file.startsWith('claims-data/') || /^lib\/sites\/.*\.(yaml|json)$/.test(file);
}

/** What became of the feed, for the terminal. */
async function tell(page: Page): Promise<void> {
  await showProblems(page, problems);
  const outcomes = await readOutcomes(page, DEMO_POSTS);
  const cards = outcomes.filter(({ claims }) => claims.length > 0).length;
  console.log(`${outcomes.length} posts, ${cards} with a card.`);
  for (const { post, claims } of outcomes.filter(({ asExpected }) => !asExpected))
    console.log(
      `  unlike the example: ${claims.join(', ') || 'no card'} instead of ${post.expect ?? 'no card'}: ${post.text.slice(0, 60)}`,
    );
}
