import { filler, POSTS, postAbout, UNTOUCHED } from '../fixtures/posts.ts';
import { TITLES_IN_SEARCH } from '../fixtures/sites.ts';
import { expect, expected, type Feed, SITE_IDS, SITES, test } from './support.ts';

/** CSS pixels of a small one held upright. */
const TELEPHONE = { width: 360, height: 740 };
const EVERY_ROW = { overscan: 100_000 };
const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const arrests = postAbout('viral-arrests-chart');
const [calm] = filler(1);

/** A page that takes a card away may get it back this often before the extension lets it be. */
const MOST_RETURNS = 6;

for (const site of SITE_IDS) {
  test.describe(site, () => {
    test('exactly the misleading posts get a card, each the right one', async ({ bench }) => {
      const feed = await bench.open(site, { posts: POSTS, behaviour: EVERY_ROW });
      await expect.poll(() => feed.outcomes()).toEqual(expected(POSTS));
    });

    test('a search: the posts it found are read, what was looked for is not', async ({ bench }) => {
      const behaviour = { ...EVERY_ROW, titles: true, search: wayfair.text };
      const feed = await bench.open(site, { posts: [calm, wayfair, tunnels], more: [arrests], behaviour }, SITES[site].search);
      const found = TITLES_IN_SEARCH.includes(site) ? [] : [wayfair, tunnels];
      await expect.poll(() => feed.outcomes()).toEqual(expected(found));
      await feed.page.evaluate(() => window.fixture.appendPosts(1));
      await feed.frames(10);
      await expect.poll(() => feed.outcomes()).toEqual(expected(found.length > 0 ? [...found, arrests] : []));
    });

    test('posts brought in by scrolling are read', async ({ bench }) => {
      const posts = filler(12);
      const more = [...filler(9, 20), wayfair, ...filler(9, 40), tunnels];
      const feed = await bench.open(site, { posts, more, behaviour: EVERY_ROW });
      await feed.page.evaluate(() => window.fixture.appendPosts(10));
      await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
      await feed.page.evaluate(() => window.fixture.appendPosts(10));
      await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
    });

    test('a post drawn anew has its card again, once', async ({ bench }) => {
      const posts = [wayfair, ...filler(3), tunnels];
      const feed = await bench.open(site, { posts, behaviour: EVERY_ROW });
      await expect.poll(() => feed.outcomes()).toEqual(expected(posts));
      await feed.page.evaluate((same) => window.fixture.recycle(same), posts);
      await expect.poll(() => feed.outcomes()).toEqual(expected(posts));
      expect(await feed.cards()).toHaveLength(2);
    });

    test('another screen without a page load is read, and the old cards are gone', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [wayfair, ...filler(3)], behaviour: EVERY_ROW });
      await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
      await feed.page.evaluate((posts) => window.fixture.navigate('/explore', posts), [...filler(2, 10), tunnels, UNTOUCHED[0]]);
      await expect.poll(() => feed.outcomes().then((outcomes) => outcomes[tunnels.id])).toBe(tunnels.expect);
      const visible = await feed.page.evaluate(
        () => [...document.querySelectorAll('case-by-case-card')].filter((host) => (host as HTMLElement).offsetHeight > 0).length,
      );
      expect(visible).toBe(1);
    });

    test('an edit brings, changes and takes away a card', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [{ ...calm }, arrests], behaviour: { ...EVERY_ROW, titles: true } });
      await expect.poll(() => feed.outcomes()).toEqual(expected([arrests]));
      const edit = (text: string) => feed.page.evaluate(([id, words]) => window.fixture.edit(id, words), [calm.id, text]);
      await edit(wayfair.text);
      await expect.poll(() => feed.outcomes()).toEqual({ [calm.id]: wayfair.expect, [arrests.id]: arrests.expect });
      await edit(tunnels.text);
      await expect.poll(() => feed.outcomes()).toEqual({ [calm.id]: tunnels.expect, [arrests.id]: arrests.expect });
      await edit('A quiet day after all.');
      await expect.poll(() => feed.outcomes()).toEqual(expected([arrests]));
    });

    test('a card the page removes comes back, but there is no fight', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [wayfair, ...filler(2)], behaviour: EVERY_ROW });
      await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
      await feed.page.evaluate(() => window.fixture.removeHosts());
      await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
      await feed.page.evaluate(() => window.fixture.fightHosts());
      await feed.frames(40);
      const removals = await feed.page.evaluate(() => window.fixture.removals);
      expect(removals).toBeLessThanOrEqual(MOST_RETURNS);
      await feed.frames(40);
      expect(await feed.page.evaluate(() => window.fixture.removals)).toBe(removals);
    });

    test('a standing card follows the page when its theme changes', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [wayfair], theme: 'light' });
      expect((await feed.cardOf(wayfair.id)).theme).toBe('light');
      await feed.page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
      await expect.poll(async () => (await feed.cardOf(wayfair.id)).theme).toBe('dark');
    });

    test('the card takes the theme of the page', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [wayfair], theme: 'dark' });
      expect((await feed.cardOf(wayfair.id)).theme).toBe('dark');
      const light = await bench.open(site, { posts: [wayfair], theme: 'light' });
      expect((await light.cardOf(wayfair.id)).theme).toBe('light');
    });

    test('the card stands in the post, below its text and inside its width', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [wayfair, calm] });
      await expectInPost(feed);
    });

    test('so it does on a telephone', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [wayfair, calm] });
      await feed.page.setViewportSize(TELEPHONE);
      await feed.page.reload();
      await expectInPost(feed);
    });

    test('so it does on a page written from right to left', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [wayfair, calm], dir: 'rtl' });
      await expectInPost(feed);
    });
  });
}

/** The card of the first of two posts is in its column, and reaches neither above it nor into the second. */
async function expectInPost(feed: Feed): Promise<void> {
  await feed.cardOf(wayfair.id);
  // A list that places its rows moves them when it hears of their sizes.
  await feed.frames(4);
  const [host, post, next] = await feed.page.evaluate(
    ([first, second]) =>
      [document.querySelector('case-by-case-card'), window.fixture.elementOf(first), window.fixture.elementOf(second)].map((element) => {
        const { left, right, top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
        return { left, right, top, bottom };
      }),
    [wayfair.id, calm.id],
  );
  expect(host.bottom - host.top).toBeGreaterThan(20);
  expect(host.right - host.left).toBeGreaterThan(200);
  expect(host.left).toBeGreaterThanOrEqual(post.left - 1);
  expect(host.right).toBeLessThanOrEqual(post.right + 1);
  expect(host.top).toBeGreaterThan(post.top);
  expect(host.bottom).toBeLessThanOrEqual(next.top + 1);
  expect(await coveredBy(feed), "controls of the site's that the card lies over").toEqual([]);
}

/** What can be pressed in the first card's post and has a place in common with the card. */
function coveredBy(feed: Feed): Promise<string[]> {
  return feed.page.evaluate((id) => {
    const card = document.querySelector('case-by-case-card')?.getBoundingClientRect() ?? new DOMRect();
    const controls = window.fixture.elementOf(id)?.querySelectorAll('a, button, input, [role="button"], [role="link"]') ?? [];
    const meets = ({ left, right, top, bottom }: DOMRect) =>
      left < card.right - 1 && right > card.left + 1 && top < card.bottom - 1 && bottom > card.top + 1;
    return [...controls]
      .filter((control) => !control.querySelector('case-by-case-card') && [...control.getClientRects()].some(meets))
      .map((control) => control.outerHTML.slice(0, 80));
  }, wayfair.id);
}
