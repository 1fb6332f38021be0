import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { parse } from 'yaml';
import { type Engine, type Feed, type FeedOptions, startFeed } from '../../../lib/feed/feed.ts';
import type { CardModel } from '../../../lib/feed/types.ts';
import type { Verdict } from '../../../lib/matching/types.ts';
import type { Site } from '../../../lib/sites/site.ts';

/** A site as its data file has it. */
export function site(id: string): Site {
  return parse(readFileSync(join(process.cwd(), 'lib/sites', `${id}.yaml`), 'utf8')) as Site;
}

/** A stand-in for the matcher: asserts a claim wherever the marker word stands, and notes every text it was given. */
export function fakeMatcher(): { match: Engine['match']; texts: string[] } {
  const texts: string[] = [];
  const match: Engine['match'] = (text, _links, quotedBy = ''): Verdict => {
    texts.push(text);
    const start = text.indexOf('MOONCLAIM');
    if (start < 0 || `${quotedBy}${text}`.includes('NOTTRUE')) return { matches: [], stance: start < 0 ? 'none' : 'debunks' };
    return { matches: [{ claim: 'moon', kind: 'claim', confidence: 1, spans: [[start, start + 9]], why: [] }], stance: 'asserts' };
  };
  return { match, texts };
}

/** A promise kept within the call: most tests are not about the engine's way. */
function atOnce<T>(value: T): Promise<T> {
  // biome-ignore lint/suspicious/noThenProperty: looks like a promise on purpose.
  return { then: (kept: (value: T) => void) => kept(value) } as Promise<T>;
}

export interface Bench {
  feed: Feed;
  engine: Engine;
  texts: string[];
  models: CardModel[];
  unmounted: () => number;
  actions: Parameters<Engine['mountCard']>[2][];
}

export function start(siteId: string, more: Partial<FeedOptions & Engine> = {}): Bench {
  const { match, texts } = fakeMatcher();
  const models: CardModel[] = [];
  const actions: Bench['actions'] = [];
  let unmounts = 0;
  const engine: Engine = {
    match,
    addressesIn: () => [],
    headline: (id) => ({ id, brief: `Fact of ${id}.`, publisher: 'Us', url: 'https://example.org/' }),
    mountCard: (host, model, act) => {
      host.attachShadow({ mode: 'closed' });
      models.push(model);
      actions.push(act);
      return { unmount: () => (unmounts += 1), dress: () => undefined, highlight: () => undefined };
    },
    ...more,
  };
  const feed = startFeed({
    site: site(siteId),
    document,
    mayMatch: () => true,
    loadEngine: () => atOnce(engine),
    loadBody: () => Promise.reject(new Error('none')),
    settings: { on: true, topicsHidden: [], cardSize: 'full' },
    hideTopic: () => undefined,
    openLibrary: () => undefined,
    hideSite: () => undefined,
    blindAfter: 0,
    ...more,
  });
  return { feed, engine, texts, models, actions, unmounted: () => unmounts };
}

/** Each test begins on an empty page; `stop` ends the reader it started. */
export function onEmptyPages(stop: () => void): void {
  beforeEach(() => {
    document.body.replaceChildren();
    window.history.replaceState(null, '', '/home');
    stubLayout();
  });
  afterEach(() => {
    stop();
    vi.restoreAllMocks();
  });
}

const boxes = new WeakMap<Element, { top: number; bottom: number } | 'none'>();
let watching: FakeIntersection[] = [];

/** Stops the clock and gives every element a box in the view; `setBox` changes single ones, and what is inside them. */
export function stubLayout(): void {
  // Time stands still: a busy machine must not turn one batch into slices.
  vi.spyOn(window.performance, 'now').mockReturnValue(0);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    let up: Element | null = this;
    while (up && !boxes.has(up)) up = up.parentElement;
    const box = (up && boxes.get(up)) ?? { top: 10, bottom: 60 };
    if (box === 'none') return new DOMRect(0, 0, 0, 0);
    return new DOMRect(0, box.top, 500, box.bottom - box.top);
  });
  watching = [];
  class NoSizes {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  window.ResizeObserver = NoSizes as unknown as typeof ResizeObserver;
  window.IntersectionObserver = FakeIntersection as unknown as typeof IntersectionObserver;
}

export function setBox(element: Element, box: { top: number; bottom: number } | 'none'): void {
  boxes.set(element, box);
}

/** Tells the reader that an awaited element, or one inside `element`, has come into view. */
export function comeIntoView(element: Element): void {
  for (const observer of [...watching]) observer.tell((target) => element.contains(target), true);
}

/** Tells within the call whether an element stands in the view or in the next view below it; nothing more by itself. */
class FakeIntersection {
  readonly #callback: (entries: unknown[]) => void;
  readonly #targets = new Set<Element>();
  constructor(callback: (entries: unknown[]) => void) {
    this.#callback = callback;
    watching.push(this);
  }
  observe(element: Element): void {
    this.#targets.add(element);
    this.tell((target) => target === element, isNearView(element));
  }
  unobserve(element: Element): void {
    this.#targets.delete(element);
  }
  disconnect(): void {
    this.#targets.clear();
  }
  tell(whom: (target: Element) => boolean, isIntersecting: boolean): void {
    const entries = [...this.#targets]
      .filter(whom)
      .map((target) => ({ target, isIntersecting, boundingClientRect: target.getBoundingClientRect() }));
    if (entries.length > 0) this.#callback(entries);
  }
}

function isNearView(element: Element): boolean {
  const { top, bottom, width } = element.getBoundingClientRect();
  return element.isConnected && width > 0 && bottom >= 0 && top <= 2 * window.innerHeight;
}

/** Lets mutation callbacks and zero timers run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setTimeout(done, 0));
}

export function hosts(root: ParentNode = document): Element[] {
  return [...root.querySelectorAll('case-by-case-card')];
}

let serial = 100;

/** A post as X lays it out. */
export function tweet(text: string, { id = String(++serial), quote = '' } = {}): string {
  const quoted =
    quote &&
    `<div role="link" tabindex="0"><div data-testid="User-Name">Q</div><div><div data-testid="tweetText">${quote}</div></div></div>`;
  return `<div data-testid="cellInnerDiv"><article data-testid="tweet" role="article"><div><div data-testid="User-Name"><a href="/a">A</a>
    <a href="/a/status/${id}"><time>1h</time></a></div><div class="wrap"><div data-testid="tweetText" dir="auto">${text}</div></div>${quoted}
    <div role="group"><button>Reply</button></div></div></article></div>`;
}

/** Parses markup into elements. Test pages only. */
export function put(html: string, into: Element = document.body): Element {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const first = body.firstElementChild as Element;
  into.append(...body.childNodes);
  return first;
}
