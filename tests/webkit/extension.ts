import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FixturePost } from '../fixtures/posts.ts';
import { WebKit } from './driver.ts';
import { OWN, type StandIn, standInFor } from './stand-in.ts';

declare global {
  var standIn: StandIn;
}

const PACKAGE = join(import.meta.dirname, '../../.output/safari-mv3');
const BACKGROUND = 'background.js';
const READER = 'content-scripts/feed.js';
const FILES = ['manifest.json', BACKGROUND, READER, 'engine.js'];

/** Safari's package, run by Safari's engine: in pages of sites, in frames of other pages, and its own pages. */
export class SafariPackage {
  readonly webkit = new WebKit();
  /** Pages of sites, by what their addresses begin with. */
  #sites: Record<string, string> = {};
  // Pages stand here unencrypted, frames as well.
  readonly #files = Object.fromEntries(FILES.map((name) => [name, unencrypted(read(name).toString())]));

  start(): Promise<void> {
    return this.webkit.start((url) => this.#page(url));
  }

  /** Opens a page of a site, unencrypted, and sets the reader into it once it stands. */
  async openFeed(url: string, html: string): Promise<void> {
    await this.#open(url, { [url]: html });
    await this.#setReader();
  }

  /** Opens a page that shows others in frames, and sets the reader into those. @param framed what is shown at addresses that begin so. */
  async openFramed(url: string, html: string, framed: Record<string, string>): Promise<void> {
    await this.#open(url, { [url]: unencrypted(html), ...framed });
    const frames = await this.webkit.evaluate(() => document.querySelectorAll('iframe').length);
    for (let frame = 0; frame < frames; frame++) await this.within(frame, () => this.#setReader());
  }

  /** Does something in a frame of the page. */
  async within<Made>(frame: number, body: () => Promise<Made>): Promise<Made> {
    await this.webkit.enter(frame);
    try {
      return await body();
    } finally {
      await this.webkit.enter(null);
    }
  }

  async #open(url: string, pages: Record<string, string>): Promise<void> {
    this.#sites = Object.fromEntries(Object.entries(pages).map(([at, html]) => [unencrypted(at), html]));
    await this.webkit.open(unencrypted(url));
  }

  #setReader(): Promise<void> {
    return this.webkit.evaluate(standInFor, OWN, this.#files, [BACKGROUND, READER]);
  }

  /** Opens one of the package's own pages. */
  openOwn(path: string): Promise<void> {
    return this.webkit.open(`${OWN}/${path}`);
  }

  /** For each card, the post it stands in and its claim. */
  outcomes(): Promise<Record<string, string>> {
    return this.webkit.evaluate(() => {
      const claimIn = (host: Element) => standIn.roots.get(host)?.querySelector<HTMLElement>('[data-claim]')?.dataset.claim ?? '';
      const hosts = [...document.querySelectorAll('case-by-case-card')];
      return Object.fromEntries(hosts.map((host) => [window.fixture.idOf(host) ?? 'nowhere', claimIn(host)]));
    });
  }

  /** What went wrong in the page. */
  errors(): Promise<string[]> {
    return this.webkit.evaluate(() => [...standIn.errors, ...(window.fixture?.errors ?? [])]);
  }

  /** Clicks the control of a post's card that has these words. */
  async click({ id }: FixturePost, words: string): Promise<void> {
    const find = (post: string, label: string) => {
      const host = window.fixture.elementOf(post)?.querySelector('case-by-case-card') as Element;
      const controls = [...(standIn.roots.get(host)?.querySelectorAll('button, a') ?? [])];
      const control = controls.find(({ textContent }) => textContent?.trim() === label);
      control?.scrollIntoView({ block: 'center' });
      return control?.getBoundingClientRect().toJSON() as DOMRect | undefined;
    };
    const box = await this.webkit.evaluate(find, id, words);
    if (!box) throw new Error(`no control "${words}" in the card of post ${id}`);
    await this.webkit.click(box.left + box.width / 2, box.top + box.height / 2);
  }

  /** The words of a post's card. */
  words({ id }: FixturePost): Promise<string> {
    return this.webkit.evaluate((post) => {
      const host = window.fixture.elementOf(post)?.querySelector('case-by-case-card');
      return (host && standIn.roots.get(host)?.textContent) ?? '';
    }, id);
  }

  #page(url: URL): string | Buffer | undefined {
    if (url.origin !== OWN) return Object.entries(this.#sites).find(([at]) => url.href.startsWith(at))?.[1];
    const name = url.pathname.slice(1);
    if (!name.endsWith('.html')) return existsSync(join(PACKAGE, name)) ? read(name) : undefined;
    const given = [OWN, this.#files, [BACKGROUND]].map((each) => JSON.stringify(each).replaceAll('<', '\\u003c'));
    const script = `<script>(${standInFor})(${given.join()})</script>`;
    return read(name)
      .toString()
      .replace('<head>', (head) => head + script);
  }
}

function unencrypted(text: string): string {
  return text.replaceAll('https://embed.bsky.app/', 'http://embed.bsky.app/').replace(/^https:/, 'http:');
}

function read(name: string): Buffer {
  const path = join(PACKAGE, name);
  if (!existsSync(path)) throw new Error(`There is no ${name} built for Safari; run \`npm run zip\` first.`);
  return readFileSync(path);
}
