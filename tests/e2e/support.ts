/* Long because it is what all browser tests share: the sites, a feed, a card in its closed root, the browser. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type CDPSession, expect, type Page } from '@playwright/test';
import { EXTENSION, type ExtensionBrowser, type LaunchOptions, launchWithExtension } from '../../scripts/tools/browser.ts';
import { attribute, descendants, type PiercedNode } from '../../scripts/tools/pierced.ts';
import { traces } from '../fixtures/kept.ts';
import type { FixturePost } from '../fixtures/posts.ts';
import type { PageOptions } from '../fixtures/shared/html.ts';
import { SITES, type SiteId } from '../fixtures/sites.ts';
import { keep, record } from './keep.ts';

export { expect } from '@playwright/test';
export { SITE_IDS, SITES, type SiteId } from '../fixtures/sites.ts';

/** A node as the DevTools protocol gives it; the number stays good while the node lives. */
export interface Node extends PiercedNode {
  backendNodeId: number;
  children?: Node[];
  shadowRoots?: Node[];
}

/** The middle of something in the view, and its size, in CSS pixels. */
export interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Card {
  /** Fixture post it stands in. */
  post: string | null;
  claim: string;
  theme: string;
  text: string;
  node: Node;
}

/** Post id → claim of its card. */
export type Outcomes = Record<string, string>;

export const HOST = 'CASE-BY-CASE-CARD';
/** A control has to have stood there this long, in ms, before it can be pressed (`lib/feed/presses.ts`). */
export const SEEN = 600;

export function readCard(node: Node, post: string | null): Card {
  const outer = all(node).find((inner) => attribute(inner, 'data-claim') !== undefined) ?? node;
  return { post, claim: attribute(outer, 'data-claim') ?? '', theme: attribute(outer, 'data-theme') ?? '', text: wordsOf(node), node };
}

/** A fixture page open in the extension's browser. */
export class Feed {
  readonly errors: string[] = [];
  readonly page: Page;
  private session: CDPSession | undefined;

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  async cdp(): Promise<CDPSession> {
    this.session ??= await this.page.context().newCDPSession(this.page);
    return this.session;
  }

  /** The cards now on the page, read through their closed roots. */
  async cards(): Promise<Card[]> {
    const cdp = await this.cdp();
    for (;;) {
      const before = await this.postsOfHosts();
      const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
      const hosts = all(root as unknown as Node).filter((node) => node.nodeName === HOST);
      // A page that moved between the two readings is read again.
      if (hosts.length === before.length && String(await this.postsOfHosts()) === String(before))
        return hosts.map((node, i) => readCard(node, before[i]));
    }
  }

  /** For each host in document order, the post it stands in. */
  private postsOfHosts(): Promise<(string | null)[]> {
    return this.page.evaluate(
      (tag) => [...document.querySelectorAll(tag)].map((host) => window.fixture?.idOf(host) ?? null),
      HOST.toLowerCase(),
    );
  }

  async outcomes(): Promise<Outcomes> {
    return Object.fromEntries((await this.cards()).map((card) => [card.post ?? 'nowhere', card.claim]));
  }

  async cardOf(post: string): Promise<Card> {
    await expect.poll(async () => Object.keys(await this.outcomes()), { message: `a card under post ${post}` }).toContain(post);
    const card = (await this.cards()).find((candidate) => candidate.post === post);
    if (!card) throw new Error(`the card under post ${post} went away`);
    return card;
  }

  /** First node in a post's card that fits, or `undefined`. */
  async look(post: string, fits: (node: Node) => boolean): Promise<Node | undefined> {
    return all((await this.cardOf(post)).node).find(fits);
  }

  async find(post: string, fits: (node: Node) => boolean): Promise<Node> {
    let found: Node | undefined;
    await expect
      .poll(async () => {
        found = await this.look(post, fits);
        return Boolean(found);
      })
      .toBe(true);
    return found as Node;
  }

  /** Clicks the control with these words in a post's card, with the mouse. */
  async click(post: string, label: string | RegExp): Promise<void> {
    await this.clickNode(await this.find(post, control(label)));
  }

  /** Clicks the middle of a node. */
  async clickNode(node: Node): Promise<void> {
    await this.press(() => this.centre(node));
  }

  /** Clicks a place with the mouse. */
  async press(place: () => Promise<Spot>): Promise<void> {
    const { x, y } = await this.pointAt(place);
    await this.page.mouse.click(x, y);
  }

  /** Lays the mouse on a place until it has stood still for a while, as people do, who see where something is before they press. */
  async pointAt(place: () => Promise<Spot>): Promise<Spot> {
    let spot = await place();
    const isStill = async () => {
      await this.page.mouse.move(spot.x, spot.y);
      await this.page.waitForTimeout(SEEN);
      const before = spot;
      spot = await place();
      return spot.x === before.x && spot.y === before.y;
    };
    await expect.poll(isStill, { timeout: 20_000 }).toBe(true);
    return spot;
  }

  /** Where the middle of a node is once it stands still. */
  async standing(node: Node): Promise<Spot> {
    let spot = await this.centre(node);
    const isStill = async () => {
      await this.frames();
      const before = spot;
      spot = await this.centre(node);
      return spot.x === before.x && spot.y === before.y;
    };
    await expect.poll(isStill).toBe(true);
    return spot;
  }

  async centre(node: Node): Promise<Spot> {
    const cdp = await this.cdp();
    await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendNodeId });
    const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
    const [left, top, , , right, bottom] = model.border;
    return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
  }

  async focus(node: Node): Promise<void> {
    await (await this.cdp()).send('DOM.focus', { backendNodeId: node.backendNodeId });
  }

  /** Runs a function on a node inside a closed root. */
  async on<T>(node: Node, body: (this: Element) => T): Promise<T> {
    const cdp = await this.cdp();
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: node.backendNodeId });
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: String(body),
      returnByValue: true,
    });
    return result.value as T;
  }

  /** Whether the card of a post is open. */
  async isOpen(post: string): Promise<boolean> {
    const toggle = await this.look(post, (node) => hasClass(node, 'toggle'));
    return toggle !== undefined && attribute(toggle, 'aria-expanded') === 'true';
  }

  /** Lets the page draw `n` frames. */
  async frames(n = 2): Promise<void> {
    await this.page.evaluate(async (count) => {
      for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
    }, n);
  }

  /** Picture of one post with its card. */
  async shot(post: string, name: string): Promise<void> {
    const box = await this.page.evaluate((id) => {
      const element = window.fixture.elementOf(id);
      element?.scrollIntoView({ block: 'start' });
      scrollBy(0, -60);
      const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    }, post);
    const height = Math.min(box.height, (this.page.viewportSize()?.height ?? 900) - box.y);
    await this.page.screenshot({ path: `.output/screenshots/${name}.png`, clip: { ...box, height }, animations: 'disabled' });
  }
}

/** The extension's browser, with what the tests do in it. */
export class Bench {
  readonly browser: ExtensionBrowser;
  private readonly served: Map<string, string>;
  readonly feeds: Feed[] = [];
  private readonly pages: Page[] = [];

  constructor(browser: ExtensionBrowser, served: Map<string, string>) {
    this.browser = browser;
    this.served = served;
  }

  /** Has any address of this one's host show some HTML, as for a frame. */
  serve(url: string, html: string): void {
    this.served.set(new URL(url).host, html);
  }

  /** Opens any HTML at an address. */
  async openHtml(url: string, html: string): Promise<Feed> {
    this.serve(url, html);
    const page = await this.browser.context.newPage();
    this.pages.push(page);
    const feed = new Feed(page);
    this.feeds.push(feed);
    await page.goto(url);
    return feed;
  }

  open(site: SiteId, options: PageOptions, path?: string): Promise<Feed> {
    const { url, html } = SITES[site];
    return this.openHtml(path ? new URL(path, url).href : url, html(options));
  }

  /**
   * The popup as the person gets it over this page: it asks for the active tab, which here is the popup's own, so it is told the
   * feed's; and that tab's address, as the browser tells it when the toolbar's button is pressed.
   */
  async openPopup(over: Feed): Promise<Page> {
    const tab = await this.tabOf(over);
    const page = await this.browser.context.newPage();
    this.pages.push(page);
    page.on('pageerror', (error) => over.errors.push(`popup: ${error.message}`));
    const asked = { id: tab, url: over.page.url() };
    await page.addInitScript(({ id, url }) => {
      const { browser, chrome: own } = globalThis as unknown as Record<string, typeof chrome | undefined>;
      for (const api of [browser, own]) {
        if (!api?.tabs) continue;
        api.tabs.query = ((_: unknown, done?: (tabs: { id: number }[]) => void) => {
          done?.([{ id }]);
          return Promise.resolve([{ id }]);
        }) as typeof api.tabs.query;
        const get = api.tabs.get.bind(api.tabs) as (id: number) => Promise<object>;
        api.tabs.get = (async (which: number) => ({ ...(await get(which)), url })) as typeof api.tabs.get;
      }
    }, asked);
    await page.setViewportSize({ width: 380, height: 580 });
    await page.goto(`chrome-extension://${this.browser.extensionId}/popup.html`);
    return page;
  }

  async openOwnPage(path: string): Promise<Page> {
    const page = await this.browser.openOwnPage(path);
    this.pages.push(page);
    return page;
  }

  /** Words selected on any page, and "Check this text" in the browser's own menu. @returns the page it opens. */
  async checkSelected(text: string): Promise<Page> {
    const opened = this.browser.context.waitForEvent('page');
    await this.worker().evaluate((selectionText) => {
      const { onClicked } = (chrome as unknown as { contextMenus: { onClicked: { dispatch(info: object): void } } }).contextMenus;
      onClicked.dispatch({ menuItemId: 'check-text', selectionText });
    }, text);
    return opened;
  }

  async tabOf(feed: Feed): Promise<number> {
    await feed.page.bringToFront();
    const id = await this.worker().evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1);
    expect(id).toBeGreaterThan(0);
    return id;
  }

  worker() {
    const worker = this.browser.context.serviceWorkers()[0];
    if (!worker) throw new Error('the extension has no service worker');
    return worker;
  }

  /** What the extension keeps: the person's choices, and the names of all else there is. */
  kept(): Promise<{ choices: string; places: string[] }> {
    return this.worker().evaluate(async () => {
      const { local, sync, session } = chrome.storage as unknown as Record<string, { get(keys: null): Promise<Record<string, unknown>> }>;
      // A test fills the storage up.
      const { settings, filler: _, ...more } = await local.get(null);
      const others = [more, await sync.get(null), await session.get(null)].flatMap((area) => Object.keys(area));
      const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
      return { choices: JSON.stringify(settings ?? {}), places: [...others, ...databases, ...(await caches.keys())] };
    });
  }

  async reset(): Promise<void> {
    await Promise.all(this.pages.splice(0).map((page) => page.close()));
    this.feeds.length = 0;
    this.served.clear();
    this.browser.blocked.length = 0;
    await this.worker().evaluate(() => chrome.storage.local.clear());
  }
}

/** `bench` checks after every test that no page saw an error, that nothing reached for the network, and that nothing read was kept. */
export const test = base.extend<{ bench: Bench }, { shared: Bench }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape.
    async ({}, use) => {
      const served = new Map<string, string>();
      const browser = await launchWithExtension({ pages: (url) => served.get(url.host) });
      await record(browser.context);
      await use(new Bench(browser, served));
      await browser.close();
    },
    { scope: 'worker' },
  ],
  bench: async ({ shared }, use, info) => {
    const { context } = shared.browser;
    await context.tracing.startChunk();
    await use(shared);
    if (info.status === info.expectedStatus) await context.tracing.stopChunk();
    else await keep(context, info);
    const errors = shared.feeds.flatMap((feed) => feed.errors);
    const blocked = [...shared.browser.blocked];
    const kept = await shared.kept();
    await shared.reset();
    expect(errors, 'errors on the pages').toEqual([]);
    expect(blocked, 'requests of anything but the pages').toEqual([]);
    expect(kept.places, 'where something is kept').toEqual([]);
    expect(
      traces().filter((trace) => kept.choices.includes(trace)),
      'what was read, in what is kept',
    ).toEqual([]);
  },
});

/** Runs an expression in the reader's own world of a page, which shares the document with the page's scripts and nothing else. */
export async function inOurWorld(feed: Feed, expression: string): Promise<void> {
  const cdp = await feed.page.context().newCDPSession(feed.page);
  const ours: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) ours.push(context.id);
  });
  await cdp.send('Runtime.enable');
  for (const contextId of ours) await cdp.send('Runtime.evaluate', { contextId, expression });
  expect(ours).toHaveLength(1);
  await cdp.detach();
}

/** The parts of a manifest that tests change. */
interface Manifest {
  content_scripts: { matches: string[] }[];
  host_permissions: string[];
}

/** A change by which further pages are read, as if they were served sites. */
export function reading(...matches: string[]): (manifest: Manifest) => void {
  return ({ content_scripts: [reader], host_permissions }) => {
    reader.matches.push(...matches);
    host_permissions.push(...matches);
  };
}

/** The same for frames in other pages. */
export function readingFrames(...matches: string[]): (manifest: Manifest) => void {
  return ({ content_scripts: [, frames], host_permissions }) => {
    frames.matches.push(...matches);
    host_permissions.push(...matches);
  };
}

/** A second browser with the built extension under another manifest, such as after the person allowed further servers. */
export function withManifest(change: (manifest: Manifest) => void, use: (bench: Bench) => Promise<void>): Promise<void> {
  return withChanged(change, (extension) => withBrowser({ extension }, use));
}

/** A copy of the built extension with another manifest, for as long as it is used. */
export async function withChanged(change: (manifest: Manifest) => void, use: (extension: string) => Promise<void>): Promise<void> {
  const extension = mkdtempSync(join(tmpdir(), 'case-by-case-other-'));
  cpSync(EXTENSION, extension, { recursive: true });
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
  try {
    await use(extension);
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
}

/** A browser of its own, for what would disturb the tests that share one. Fails when a page saw an error. */
export async function withBrowser(options: LaunchOptions, use: (bench: Bench) => Promise<void>): Promise<void> {
  const served = new Map<string, string>();
  const browser = await launchWithExtension({ ...options, pages: (url) => served.get(url.host) });
  await record(browser.context);
  try {
    const bench = new Bench(browser, served);
    await use(bench);
    expect(bench.feeds.flatMap((feed) => feed.errors)).toEqual([]);
  } catch (error) {
    await keep(browser.context, test.info());
    throw error;
  } finally {
    await browser.close();
  }
}

/** Post id → claim, for posts that must have a card. */
export function expected(posts: FixturePost[]): Outcomes {
  return Object.fromEntries(posts.filter((post) => post.expect).map((post) => [post.id, post.expect as string]));
}

export function all(node: Node): Node[] {
  return descendants(node) as Node[];
}

/** Text of a node, as one line. */
export function wordsOf(node: PiercedNode): string {
  return descendants(node)
    .filter((inner) => inner.nodeName === '#text' && !/^\s*(:host|@|\.)/.test(inner.nodeValue))
    .map((inner) => inner.nodeValue)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function hasClass(node: PiercedNode, name: string): boolean {
  return (attribute(node, 'class') ?? '').split(' ').includes(name);
}

/** A button or link with these words. */
export function control(label: string | RegExp): (node: PiercedNode) => boolean {
  return (node) => {
    if (node.nodeName !== 'BUTTON' && node.nodeName !== 'A') return false;
    const words = wordsOf(node);
    return typeof label === 'string' ? words === label : label.test(words);
  };
}
