import type { FeedStatus } from '../../lib/feed/types.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, type Feed, inOurWorld, SITES, test } from './support.ts';

/* A very long look at one page: posts come and go, and nothing of them stays. */

const wayfair = postAbout('wayfair-cabinets');
const POSTS = 50_000;
const ROWS = 40;
/** Posts after which all that is kept up to a limit is full; from here on nothing may grow. */
const FULL = 10_000;
/** One post in so many has a card. */
const CARD_EVERY = 500;
/** What may be there more, in bytes: for 40,000 posts, less than a map needs for an entry each. */
const ROOM = 1_000_000;

test(`${POSTS} posts pass, and no memory and no element is kept of them`, async ({ bench }) => {
  test.setTimeout(240_000);
  const texts = filler(60).map(({ text }) => text);
  const feed = await bench.openHtml(SITES.x.url, page(texts));
  const pass = (from: number, to: number) =>
    feed.page.evaluate(([first, end]) => (window as unknown as { pass(from: number, to: number): Promise<void> }).pass(first, end), [
      from,
      to,
    ] as const);
  // The reader and its second script are there.
  await expect.poll(async () => (await feed.cards()).length).toBe(1);
  // More posts a second than any person scrolls through: by a clock that stands still no work takes too long.
  await inOurWorld(feed, 'performance.now = () => 0');
  await pass(ROWS, FULL);
  const before = await kept(feed);
  await pass(FULL, POSTS);
  const after = await kept(feed);
  const tab = await bench.tabOf(feed);
  const status = await bench.worker().evaluate((id) => chrome.tabs.sendMessage(id, { type: 'page:status' }), tab);
  const { read, state } = status as FeedStatus;
  console.log(`${read} of ${POSTS} read; kept after ${FULL}: ${JSON.stringify(before)}, after all: ${JSON.stringify(after)}`);
  expect({ state, read }).toEqual({ state: 'reading', read: POSTS });
  expect(after.bytes - before.bytes).toBeLessThan(ROOM);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
});

/** What is still there once all that nobody holds has been thrown away. */
async function kept(feed: Feed): Promise<{ bytes: number; nodes: number; listeners: number }> {
  const cdp = await feed.cdp();
  for (let i = 0; i < 3; i++) {
    await feed.frames();
    await cdp.send('HeapProfiler.collectGarbage');
  }
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes, listeners: jsEventListeners };
}

/** A page that shows some rows and gives them up for the next ones, as long as it is asked to. */
function page(texts: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Home</title></head><body><main></main><script>
const texts = ${JSON.stringify(texts).replaceAll('<', '\\u003c')};
const claim = ${JSON.stringify(wayfair.text)};
const row = (n) => {
  const article = document.createElement('article');
  article.dataset.testid = 'tweet';
  const words = document.createElement('div');
  words.dataset.testid = 'tweetText';
  words.append((n % ${CARD_EVERY} === 7 ? claim : texts[n % texts.length]) + ' ' + n);
  const link = document.createElement('a');
  link.href = '/someone/status/' + (7000000 + n);
  link.append(document.createElement('time'));
  article.append(link, document.createElement('div'));
  article.lastChild.append(words);
  return article;
};
document.querySelector('main').replaceChildren(...Array.from({ length: ${ROWS} }, (_, n) => row(n)));
window.pass = async (from, to) => {
  for (let n = from; n < to; n += ${ROWS}) {
    document.querySelector('main').replaceChildren(...Array.from({ length: ${ROWS} }, (_, i) => row(n + i)));
    await new Promise((next) => setTimeout(next));
  }
};
</script></body></html>`;
}
