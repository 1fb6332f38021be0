/** What the page itself saw, in ms of its own clock. Each row is one post put into the page. */
export interface Seen {
  /** Posts put into the page. */
  inserted: number;
  /** `delay` from the post's insertion, `heard` from the moment at which observers hear of it, after the page's own turn; `ahead` to its first frame in the view; `below` how far below the view it stood at the very first one, in heights of the view. */
  cards: { post: string; delay: number; heard: number; late: boolean; ahead: number | undefined; below: number | undefined }[];
  /** Different posts with a claim that were put into the page. */
  claims: number;
  longTasks: { start: number; duration: number }[];
  shift: { all: number; inCards: number; elsewhere: number };
  frames: number;
}

interface Probe {
  seen(): Seen;
  /** Forgets what was seen so far. */
  reset(): void;
  /** Scrolls so many pixels a frame until `posts` have come into the page or its end is reached; resolves with the frames used. */
  scroll(pixels: number, posts: number): Promise<number>;
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** Runs in the page's own world before any of its scripts. Must not use anything outside itself. */
export function installProbe(): void {
  const HOST = 'case-by-case-card';
  const POST = 'article[data-testid="tweet"], [data-testid^="feedItem-by-"]';
  /** Posts the endless feed brings at once, and the distance to its end at which it does. */
  const APPEND = 30;
  const NEAR_END = 2500;

  interface Row {
    at: number;
    heard?: number;
    painted?: number;
    below?: number;
  }
  const rows = new Map<string, Row>();
  /** Rows put in during the page's present turn. */
  let fresh: Row[] = [];
  const claims = new Set<string>();
  let inserted = 0;
  let cards: (Omit<Seen['cards'][number], 'ahead' | 'below'> & { at: number; row: Row })[] = [];
  let longTasks: Seen['longTasks'] = [];
  let shift = { all: 0, inCards: 0, elsewhere: 0 };
  let frames = 0;

  /** Where the post stands in its first frame, and the first one in which a part of it is in the view. */
  const painted = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, time, boundingClientRect } of entries) {
      const row = rows.get(window.fixture.idOf(target) ?? '');
      if (row) row.below ??= Math.max(0, boundingClientRect.top / innerHeight - 1);
      if (!isIntersecting) continue;
      painted.unobserve(target);
      if (row) row.painted ??= time;
    }
  });

  function note(node: unknown): void {
    if (!(node instanceof Element)) return;
    const post = node.matches(POST) ? node : node.querySelector(POST);
    const id = post && window.fixture.idOf(post);
    if (!post || !id) return;
    inserted += 1;
    if (window.fixture.posts.find((candidate) => candidate.id === id)?.expect) {
      claims.add(id);
      const row = { at: performance.now() };
      rows.set(id, row);
      fresh.push(row);
      painted.observe(post);
    }
  }

  /** The page's own way to put rows in, with the moment noted. */
  const append = Element.prototype.append;
  Element.prototype.append = function (this: Element, ...nodes: (Node | string)[]): void {
    const rowsAdded = this.isConnected && this.localName !== 'body';
    append.apply(this, nodes);
    if (rowsAdded) for (const node of nodes) note(node);
  };

  const added = new MutationObserver((records) => {
    const now = performance.now();
    // The extension's observer is younger than this one, and hears of everything after it.
    for (const row of fresh) row.heard = now;
    fresh = [];
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node.nodeName.toLowerCase() !== HOST) continue;
        const post = window.fixture.idOf(node);
        const row = post && rows.get(post);
        if (!post || !row) continue;
        const late = row.painted !== undefined && row.painted < now;
        cards.push({ post, delay: now - row.at, heard: now - (row.heard ?? row.at), late, at: now, row });
      }
    }
  });
  added.observe(document, { childList: true, subtree: true });

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  interface Shift extends PerformanceEntry {
    value: number;
    sources: { node: Node | null }[];
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      shift.all += entry.value;
      const ours = entry.sources.some(({ node }) => node instanceof Element && node.closest(HOST));
      shift[ours ? 'inCards' : 'elsewhere'] += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });

  function scroll(pixels: number, posts: number): Promise<number> {
    const until = inserted + posts;
    let used = 0;
    let stuck = 0;
    return new Promise((done) => {
      const step = (): void => {
        const before = scrollY;
        scrollBy(0, pixels);
        used += 1;
        frames += 1;
        const end = document.documentElement.scrollHeight - innerHeight;
        if (end - scrollY < NEAR_END && window.fixture.more.length > 0) window.fixture.appendPosts(APPEND);
        stuck = scrollY === before ? stuck + 1 : 0;
        if (inserted >= until || stuck > 10) done(used);
        else requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
  }

  function toSeen({ at, row, ...card }: (typeof cards)[number]): Seen['cards'][number] {
    return { ...card, below: row.below, ahead: row.painted === undefined || card.late ? undefined : row.painted - at };
  }

  window.benchProbe = {
    scroll,
    seen: () => ({ inserted, cards: cards.map(toSeen), claims: claims.size, longTasks, shift, frames }),
    reset: () => {
      inserted = 0;
      cards = [];
      claims.clear();
      longTasks = [];
      shift = { all: 0, inCards: 0, elsewhere: 0 };
      frames = 0;
    },
  };
}
