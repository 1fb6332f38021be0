import type { CDPSession, Page } from '@playwright/test';
import { blueskyPage } from '../../tests/fixtures/bluesky/page.ts';
import { xPage } from '../../tests/fixtures/x/page.ts';
import { type ExtensionBrowser, launchWithExtension } from '../tools/browser.ts';
import { makePosts } from './page-posts.ts';
import { installProbe, type Seen } from './page-probe.ts';
import { type Cost, costliest, ownWork, type Profile, startProfile, stopProfile, total, type Work } from './page-profile.ts';

export type BenchSite = 'x' | 'bluesky';

/** Pixels a frame: a person who reads, quickly; and a flick of the wheel. */
const READING = 40;
const FLING = 300;
const IDLE_MS = 5000;
/** Time given to a page for loading, and to the reader for what it does later. */
const SETTLE_MS = 2500;
const LOADS = 3;
/** A task this long is felt, in ms. */
const LONG = 50;
/** Posts in the page before the reader starts. */
const FIRST = 30;

const PAGES = {
  // Rows are placed absolutely and only those near the view exist.
  x: { url: 'https://x.com/home', html: (posts: number, share?: number) => xPage({ posts: makePosts(posts, share) }) },
  // Rows stay; more come as the reader nears the end.
  bluesky: {
    url: 'https://bsky.app/',
    html: (posts: number, share?: number) => {
      const all = makePosts(posts, share);
      return blueskyPage({ posts: all.slice(0, FIRST), more: all.slice(FIRST) });
    },
  },
} as const;

export interface RunOptions {
  site: BenchSite;
  posts: number;
  /** How many of them are scrolled through at reading speed; the rest at fling speed. */
  readPosts: number;
  /** Of ordinary posts, how many hold a word claims have too; see `makePosts`. */
  share?: number;
  /** Folder of a built extension; nothing for the browser alone. */
  extension: string | null;
  top?: boolean;
}

/** One way through one feed. Times in ms. */
export interface FeedRun {
  site: BenchSite;
  extension: boolean;
  posts: number;
  claims: number;
  cards: number;
  /** Posts with a claim that got no card. */
  missing: number;
  /** Own work a post: all, and by speed. */
  perPost: { all: number; reading: number; fling: number };
  /** All long tasks; those with our code in them; those that are long only because of it. */
  longTasks: { all: number; withOurs: number; byUs: number; mostOwn: number };
  shift: Seen['shift'];
  delays: number[];
  /** Of these, the posts that at their first frame stood in the view, or less than its height below it. */
  nearDelays: number[];
  /** As `delays`, from the moment at which observers hear of the post. */
  heard: number[];
  late: number;
  /** From a card to the first frame in which a part of its post was in the view. */
  ahead: number[];
  idle: number;
  heap: Heap;
  /** After the reader has left for a screen with few posts. */
  heapLeft: Heap;
  profile?: Profile;
  top?: Top;
}

/** Our costliest functions, of all and of each long task. */
interface Top {
  functions: Cost[];
  longTasks: { start: number; duration: number; functions: Cost[] }[];
}

export interface Heap {
  /** Bytes of scripts' objects, and of what the browser holds for them. */
  script: number;
  browser: number;
  nodes: number;
  listeners: number;
}

export async function runFeed(options: RunOptions): Promise<FeedRun> {
  const { url, html } = PAGES[options.site];
  const served = html(options.posts, options.share);
  return withPage(
    options.extension,
    () => served,
    async (page, cdp) => {
      await page.addInitScript(installProbe);
      await page.goto(url);
      await page.waitForTimeout(SETTLE_MS);
      const clock = await pageClock(cdp, page);
      await page.evaluate(() => window.benchProbe.reset());
      const first = await page.evaluate(() => window.benchProbe.seen());
      await startProfile(cdp);
      const reading = await scroll(page, READING, options.readPosts);
      const border = await page.evaluate(() => performance.now());
      await scroll(page, FLING, options.posts);
      await page.waitForTimeout(300);
      const profile = await stopProfile(cdp);
      const seen = await page.evaluate(() => window.benchProbe.seen());
      const heap = await heapOf(cdp);
      await startProfile(cdp);
      await page.waitForTimeout(IDLE_MS);
      const idle = total(ownWork(await stopProfile(cdp)));
      await page.evaluate((posts) => window.fixture.navigate('/explore', posts), makePosts(10));
      await page.waitForTimeout(1000);
      const heapLeft = await heapOf(cdp);
      const work = ownWork(profile);
      const posts = seen.inserted - first.inserted;
      const early = work.filter(({ at }) => at < clock(border));
      const carded = new Set(seen.cards.map(({ post }) => post));
      return {
        site: options.site,
        extension: options.extension !== null,
        posts,
        claims: seen.claims,
        cards: carded.size,
        missing: seen.claims - carded.size,
        perPost: {
          all: total(work) / posts,
          reading: total(early) / reading,
          fling: (total(work) - total(early)) / (posts - reading),
        },
        longTasks: longTasks(seen, work, clock),
        shift: seen.shift,
        delays: seen.cards.map(({ delay }) => delay),
        nearDelays: seen.cards.filter(({ below }) => below === undefined || below < 1).map(({ delay }) => delay),
        heard: seen.cards.map(({ heard }) => heard),
        ahead: seen.cards.flatMap(({ ahead }) => ahead ?? []),
        late: seen.cards.filter(({ late }) => late).length,
        idle: (idle / IDLE_MS) * 1000,
        heap,
        heapLeft,
        ...(options.extension && { profile }),
        ...(options.extension && options.top && { top: topOf(profile, seen, clock) }),
      };
    },
  );
}

/** How many posts came into the page. */
async function scroll(page: Page, pixels: number, posts: number): Promise<number> {
  const before = await page.evaluate(() => window.benchProbe.seen().inserted);
  await page.evaluate(([speed, count]) => window.benchProbe.scroll(speed, count), [pixels, posts] as const);
  return (await page.evaluate(() => window.benchProbe.seen().inserted)) - before;
}

function longTasks({ longTasks: tasks }: Seen, work: readonly Work[], clock: (ms: number) => number): FeedRun['longTasks'] {
  const rows = tasks.map(({ start, duration }) => {
    const from = clock(start);
    const own = total(work.filter(({ at }) => at >= from && at <= from + duration * 1000));
    return { duration, own };
  });
  return {
    all: rows.length,
    withOurs: rows.filter(({ own }) => own > 0).length,
    byUs: rows.filter(({ duration, own }) => duration - own <= LONG).length,
    mostOwn: Math.max(0, ...rows.map(({ own }) => own)),
  };
}

function topOf(profile: Profile, { longTasks }: Seen, clock: (ms: number) => number): Top {
  const inTask = ({ start, duration }: Seen['longTasks'][number]): Cost[] =>
    costliest(profile, 10, [clock(start), clock(start) + duration * 1000]);
  return { functions: costliest(profile), longTasks: longTasks.map((task) => ({ ...task, functions: inTask(task) })) };
}

export interface LoadRun {
  site: BenchSite;
  /** Own work from the start of the page's load until it stands. */
  own: number;
  longestOwn: number;
}

/** What our script does while a page loads; the first load of a browser, which compiles it, is among them. `share` as for `makePosts`. */
export function runLoad(site: BenchSite, extension: string, share: number): Promise<LoadRun[]> {
  const { url, html } = PAGES[site];
  const served = html(FIRST, share);
  return withPage(
    extension,
    () => served,
    async (page, cdp) => {
      const runs: LoadRun[] = [];
      for (let load = 0; load < LOADS; load++) {
        await page.goto('about:blank');
        await startProfile(cdp);
        await page.goto(url);
        await page.waitForTimeout(SETTLE_MS);
        const profile = await stopProfile(cdp);
        const work = ownWork(profile);
        runs.push({ site, own: total(work), longestOwn: longestStretch(work) });
      }
      return runs;
    },
  );
}

/** Own work without a pause of more than a ms, the longest of it. */
function longestStretch(work: readonly Work[]): number {
  let longest = 0;
  let stretch = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { at, ms } of work) {
    stretch = at - end > 1000 ? ms : stretch + ms;
    end = at + ms * 1000;
    longest = Math.max(longest, stretch);
  }
  return longest;
}

async function withPage<T>(extension: string | null, html: () => string, use: (page: Page, cdp: CDPSession) => Promise<T>): Promise<T> {
  let browser: ExtensionBrowser | undefined;
  try {
    browser = await launchWithExtension({ pages: html, extension });
    const page = await browser.context.newPage();
    return await use(page, await browser.context.newCDPSession(page));
  } finally {
    await browser?.close();
  }
}

/** From the page's clock, in ms, to the profiler's, in microseconds. */
async function pageClock(cdp: CDPSession, page: Page): Promise<(ms: number) => number> {
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const start = metrics.find(({ name }) => name === 'NavigationStart')?.value ?? 0;
  if (start === 0) throw new Error(`no navigation start for ${page.url()}`);
  return (ms) => start * 1e6 + ms * 1000;
}

async function heapOf(cdp: CDPSession): Promise<Heap> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const usage = (await cdp.send('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number };
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { script: usage.usedSize, browser: usage.embedderHeapUsedSize ?? 0, nodes, listeners: jsEventListeners };
}
