import { readFileSync } from 'node:fs';
import { readGate } from '../../lib/matching/gate.ts';
import { attribute } from '../../scripts/tools/pierced.ts';
import { newsPage } from '../fixtures/elsewhere/page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { xPage } from '../fixtures/x/page.ts';
import { expect, expected, type Feed, inOurWorld, SITES, test, withBrowser } from './support.ts';

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const EVERY_ROW = { overscan: 100_000 };

/** Notes in the page whether it came back from the back-forward cache. */
const REMEMBERING = '<script>addEventListener("pageshow", (event) => { window.cameBack = event.persisted; });</script>';

const cameBack = (feed: Feed) => feed.page.evaluate(() => (window as unknown as { cameBack?: boolean }).cameBack === true);

test('a page that comes back from the back-forward cache has its cards once, and what changed meanwhile holds', async () => {
  await withBrowser({ backForwardCache: true }, async (bench) => {
    const posts = [wayfair, ...filler(3), tunnels];
    const html = xPage({ posts, more: [], behaviour: EVERY_ROW }).replace('</head>', `${REMEMBERING}</head>`);
    const feed = await bench.openHtml(SITES.x.url, html);
    await expect.poll(() => feed.outcomes()).toEqual(expected(posts));
    const leaveAndReturn = async (meanwhile: () => Promise<unknown>) => {
      await feed.page.goto('https://x.com/settings/about');
      await meanwhile();
      await feed.page.goBack({ waitUntil: 'commit' });
      await expect.poll(() => cameBack(feed)).toBe(true);
    };
    await leaveAndReturn(async () => undefined);
    await expect.poll(() => feed.outcomes()).toEqual(expected(posts));
    expect(await feed.cards()).toHaveLength(2);
    const hide = (topics: (string | null)[]) =>
      bench.worker().evaluate((topicsHidden) => chrome.storage.local.set({ settings: { version: 1, topicsHidden } }), topics);
    await leaveAndReturn(() => hide([wayfair.expect]));
    await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  });
});

test('a page that goes into the back-forward cache while its second script is on the way has its cards on return', async () => {
  await withBrowser({ backForwardCache: true }, async (bench) => {
    const posts = [wayfair, ...filler(3)];
    const html = xPage({ posts: filler(2), more: [], behaviour: EVERY_ROW }).replace('</head>', `${REMEMBERING}</head>`);
    const feed = await bench.openHtml(SITES.x.url, html);
    await expect.poll(() => feed.page.evaluate(() => document.readyState)).toBe('complete');
    await feed.page.evaluate((next) => {
      window.fixture.navigate('/home', next);
      setTimeout(() => location.assign('/settings/about'));
    }, posts);
    await feed.page.waitForURL('**/settings/about');
    await feed.page.goBack({ waitUntil: 'commit' });
    await expect.poll(() => cameBack(feed)).toBe(true);
    await expect.poll(() => feed.outcomes(), { timeout: 20_000 }).toEqual(expected(posts));
    expect(await feed.cards()).toHaveLength(1);
  });
});

test('the second script comes with the first post that may assert a claim, once, and not before', async ({ bench }) => {
  const mayMatch = readGate(JSON.parse(readFileSync('generated/gate-pack.json', 'utf8')));
  const refused = filler(12).filter(({ text }) => !mayMatch(text));
  expect(refused.length).toBeGreaterThan(5);
  const feed = await bench.open('x', { posts: refused, more: [wayfair, tunnels], behaviour: EVERY_ROW });
  const cdp = await feed.cdp();
  const scripts: string[] = [];
  cdp.on('Debugger.scriptParsed', ({ url }) => scripts.push(url.replace(/^chrome-extension:\/\/[^/]+/, '')));
  await cdp.send('Debugger.enable');
  await feed.frames(30);
  const own = () => scripts.filter((url) => url.startsWith('/'));
  expect(own()).toEqual(['/content-scripts/feed.js']);
  for (let i = 0; i < 2; i++) {
    await feed.page.evaluate(() => window.fixture.appendPosts(1));
    await feed.cardOf([wayfair, tunnels][i].id);
  }
  expect(own()).toEqual(['/content-scripts/feed.js', '/engine.js']);
  await cdp.send('Debugger.disable');
});

test('when the extension was updated or removed, its old instance leaves without a trace', async () => {
  await withBrowser({}, async (bench) => {
    const feed = await bench.open('x', { posts: [wayfair, ...filler(3)], more: [tunnels], behaviour: EVERY_ROW });
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
    await bench.worker().evaluate(() => chrome.runtime.reload());
    // Nothing tells a script that its extension is gone: it notices at the next post, asking at most once a second.
    await expect
      .poll(
        async () => {
          await feed.page.evaluate(
            (posts) => window.fixture.navigate('/home', posts),
            [{ ...tunnels, id: String(Math.random()) }, wayfair],
          );
          return feed.page.locator('case-by-case-card').count();
        },
        { timeout: 15_000 },
      )
      .toBe(0);
    expect(await feed.page.evaluate(() => window.fixture.errors)).toEqual([]);
  });
});

test('frames are left alone: those of a served site in its own pages and in the pages of others', async ({ bench }) => {
  const framed = '<iframe src="https://x.com/embedded" title="A post" width="500" height="400"></iframe>';
  const own = xPage({ posts: [wayfair], behaviour: EVERY_ROW });
  const feed = await bench.openHtml(SITES.x.url, own.replace('</body>', '<div id="place"></div></body>'));
  await feed.cardOf(wayfair.id);
  const news = await bench.openHtml('https://news.example/', newsPage().replace('</body>', `${framed}</body>`));
  await feed.page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/embedded';
    document.getElementById('place')?.append(frame);
  });
  for (const { page } of [feed, news]) {
    await expect.poll(() => page.frames().length).toBe(2);
    const frame = page.frames()[1];
    await frame.waitForFunction(() => document.querySelector('article') !== null);
    await page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 300)));
    expect(await frame.locator('case-by-case-card').count()).toBe(0);
  }
  expect(await feed.cards()).toHaveLength(1);
});

test('a page nobody sees is left alone until somebody comes to it', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(2)], more: [tunnels], behaviour: EVERY_ROW });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
  await pretendVisibility(feed, 'hidden');
  await feed.page.evaluate(() => window.fixture.appendPosts(1));
  await feed.frames(20);
  expect(await feed.outcomes()).toEqual(expected([wayfair]));
  await pretendVisibility(feed, 'visible');
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
});

test("a page the server drew keeps its cards when the site's script takes it over", async ({ bench }) => {
  const posts = [wayfair, ...filler(3), tunnels];
  // The site's script begins when ours does, and puts rows of its own in the place of those the server drew.
  const takeOver =
    '<script>addEventListener("load", () => requestIdleCallback(() => window.fixture.recycle(window.fixture.posts)));</script>';
  for (const site of ['reddit', 'lemmy', 'linkedin'] as const) {
    const { url, html } = SITES[site];
    const feed = await bench.openHtml(url, html({ posts, behaviour: { titles: true } }).replace('</body>', `${takeOver}</body>`));
    await expect.poll(() => feed.outcomes(), site).toEqual(expected(posts));
    await feed.frames(30);
    expect(await feed.cards(), site).toHaveLength(2);
  }
});

test('a page with a strict policy and Trusted Types has cards that open', async ({ bench }) => {
  const policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
  const { url, html } = SITES.youtube;
  const strict = html({ posts: [wayfair] }).replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`);
  const feed = await bench.openHtml(url, strict);
  await feed.click(wayfair.id, 'More');
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(true);
  const strip = await feed.find(wayfair.id, (node) => attribute(node, 'class') === 'strip');
  expect(
    await feed.on(strip, function () {
      return getComputedStyle(this).position;
    }),
  ).toBe('relative');
  expect(await feed.page.evaluate(() => window.fixture.errors)).toEqual([]);
});

/** Test browsers show every tab, so the reader's own world is told otherwise. */
async function pretendVisibility(feed: Feed, state: 'hidden' | 'visible'): Promise<void> {
  await inOurWorld(feed, `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true })`);
  await feed.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
