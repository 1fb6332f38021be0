import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { filler, POSTS, postAbout } from '../fixtures/posts.ts';
import { SITE_IDS, SITES } from '../fixtures/sites.ts';
import { webkit } from './driver.ts';
import { SafariPackage } from './extension.ts';

const EVERY_ROW = { overscan: 100_000 };
const PATIENT = { timeout: 20_000, interval: 200 };
const ON_SITE = 'All cards on this site';
/** Covers are searched for once a second, and a control has to have been seen for a moment, in ms. */
const LOOKED_AGAIN = 1500;
const ESCAPE = '\uE00C';
const wayfair = postAbout('wayfair-cabinets');
const arrests = postAbout('viral-arrests-chart');

const expected = (posts: typeof POSTS) => Object.fromEntries(posts.flatMap(({ id, expect: claim }) => (claim ? [[id, claim]] : [])));

describe.skipIf(!webkit)("pages of sites in Safari's engine", () => {
  const safari = new SafariPackage();

  beforeAll(() => safari.start());
  afterAll(() => safari.webkit.stop());

  afterEach(async () => {
    expect(await safari.errors()).toEqual([]);
    expect(safari.webkit.refused, 'requests of anything but the page').toEqual([]);
  });

  const length = (post: typeof wayfair) => safari.words(post).then((words) => words.length);

  const visible = () =>
    safari.webkit.evaluate(
      () => [...document.querySelectorAll<HTMLElement>('case-by-case-card')].filter(({ offsetHeight }) => offsetHeight > 0).length,
    );

  for (const site of SITE_IDS)
    it(`${site}: exactly the misleading posts get a card, each the right one`, async () => {
      await safari.openFeed(SITES[site].url, SITES[site].html({ posts: POSTS, behaviour: EVERY_ROW }));
      await expect.poll(() => safari.outcomes(), PATIENT).toEqual(expected(POSTS));
    });

  it('a card opens with its chart, and Escape closes it', async () => {
    await safari.openFeed(SITES.x.url, SITES.x.html({ posts: [arrests, wayfair], behaviour: EVERY_ROW }));
    await expect.poll(() => safari.outcomes(), PATIENT).toEqual(expected([arrests, wayfair]));
    const closed = await length(arrests);
    await safari.click(arrests, 'More');
    await expect.poll(() => length(arrests), PATIENT).toBeGreaterThan(closed * 3);
    const bars = () => [...standIn.roots.values()].flatMap((root) => [...root.querySelectorAll('svg rect')]).length;
    expect(await safari.webkit.evaluate(bars)).toBeGreaterThan(10);
    await safari.webkit.press(ESCAPE);
    await expect.poll(() => length(arrests), PATIENT).toBe(closed);
  });

  it('a press that something covers does nothing, one that is seen does', async () => {
    await safari.openFeed(SITES.x.url, SITES.x.html({ posts: [wayfair, ...filler(3)], behaviour: EVERY_ROW }));
    await expect.poll(() => safari.outcomes(), PATIENT).toEqual(expected([wayfair]));
    await safari.click(wayfair, 'More');
    await expect.poll(() => safari.words(wayfair), PATIENT).toContain('Hide');
    await safari.click(wayfair, 'Hide');
    await expect.poll(() => safari.words(wayfair), PATIENT).toContain(ON_SITE);
    await safari.webkit.evaluate(() => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.id = 'cover';
      cover.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:9999;pointer-events:none';
    });
    await safari.click(wayfair, ON_SITE);
    await expect.poll(() => safari.words(wayfair), PATIENT).toMatch(/something over this card/);
    expect(await safari.outcomes()).toEqual(expected([wayfair]));
    await safari.webkit.evaluate(() => document.getElementById('cover')?.remove());
    await new Promise((later) => setTimeout(later, LOOKED_AGAIN));
    await safari.click(wayfair, ON_SITE);
    await expect.poll(() => safari.outcomes(), PATIENT).toEqual({});
    expect(await safari.webkit.evaluate(() => standIn.kept)).toMatchObject({ settings: { sitesOff: ['x'] } });
  });

  for (const site of ['x', 'bluesky', 'facebook'] as const)
    it(`${site}: cards follow posts that are drawn anew, come later, or are left for another screen`, async () => {
      const posts = [wayfair, ...filler(3)];
      await safari.openFeed(SITES[site].url, SITES[site].html({ posts, more: [arrests], behaviour: EVERY_ROW }));
      await expect.poll(() => safari.outcomes(), PATIENT).toEqual(expected([wayfair]));
      await safari.webkit.evaluate((same) => window.fixture.recycle(same), posts);
      await safari.webkit.evaluate(() => window.fixture.appendPosts(1));
      await expect.poll(() => safari.outcomes(), PATIENT).toEqual(expected([wayfair, arrests]));
      await safari.webkit.evaluate((shown) => window.fixture.navigate('/explore', shown), filler(2, 9));
      await expect.poll(visible, PATIENT).toBe(0);
    });

  it('a page that comes back from the back-forward cache has its cards once, and posts that come then are read', async () => {
    const { url, html } = SITES.x;
    const remembering = '<script>addEventListener("pageshow", (event) => { window.cameBack = event.persisted; });</script>';
    const page = html({ posts: [wayfair, ...filler(2)], more: [arrests], behaviour: EVERY_ROW });
    await safari.openFeed(url, page.replace('</head>', `${remembering}</head>`));
    await expect.poll(() => safari.outcomes(), PATIENT).toEqual(expected([wayfair]));
    await safari.openOwn('check.html');
    await safari.webkit.evaluate(() => void setTimeout(() => history.back()));
    const cameBack = () => safari.webkit.evaluate(() => (window as unknown as { cameBack?: boolean }).cameBack === true);
    await expect.poll(cameBack, PATIENT).toBe(true);
    await expect.poll(visible, PATIENT).toBe(1);
    await safari.webkit.evaluate(() => window.fixture.appendPosts(1));
    await expect.poll(() => safari.outcomes(), PATIENT).toEqual(expected([wayfair, arrests]));
  });
});
