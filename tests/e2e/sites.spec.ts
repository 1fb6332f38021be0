import { filler, postAbout, QUOTING_DEBUNK } from '../fixtures/posts.ts';
import { expect, expected, test } from './support.ts';

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const blood = postAbout('adrenochrome');
const LONG_WALK =
  'We walked the whole canal on Sunday, past the lock and the two herons, and came home with wet socks and a bag of chestnuts. '.repeat(4);

for (const site of ['x', 'bluesky', 'mastodon'] as const) {
  test.describe(`${site}: quoted posts`, () => {
    test('a debunk that quotes a claim brings no card', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [QUOTING_DEBUNK, tunnels] });
      await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
    });

    test('a claim quoted without a word of doubt keeps its card, inside the post', async ({ bench }) => {
      const quoting = { ...filler(1)[0], text: 'Everyone needs to see this.', quote: wayfair };
      const feed = await bench.open(site, { posts: [quoting, tunnels] });
      await expect.poll(() => feed.outcomes()).toEqual({ [quoting.id]: wayfair.expect, [tunnels.id]: tunnels.expect });
    });
  });
}

test.describe('facebook', () => {
  test('comments are read, skeletons and headings are not', async ({ bench }) => {
    const feed = await bench.open('facebook', {
      posts: [...filler(2), tunnels],
      behaviour: { comments: [wayfair.text, 'Lovely picture!'] },
    });
    await expect.poll(async () => (await feed.cards()).map((card) => card.claim)).toEqual([wayfair.expect, tunnels.expect]);
    const inComment = await feed.page.evaluate(() => document.querySelector('[aria-label^="Comment by"] case-by-case-card') !== null);
    expect(inComment).toBe(true);
  });

  test('the rest of a post is read once "See more" was pressed', async ({ bench }) => {
    const post = { ...wayfair, text: `${LONG_WALK}\n${wayfair.text}` };
    const feed = await bench.open('facebook', { posts: [post, tunnels] });
    await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
    await feed.page.getByRole('button', { name: 'See more' }).click();
    await expect.poll(() => feed.outcomes()).toEqual(expected([post, tunnels]));
  });

  test('the numbered units of 2025 are read as well', async ({ bench }) => {
    const posts = [wayfair, ...filler(2), tunnels];
    const feed = await bench.open('facebook', { posts, behaviour: { layout: 'posinset' } });
    await expect.poll(() => feed.outcomes()).toEqual(expected(posts));
    expect(await feed.cards()).toHaveLength(2);
  });
});

test.describe('reddit', () => {
  test('a post page: the post and each comment for itself', async ({ bench }) => {
    const comments = [
      {
        ...blood,
        replies: [{ ...filler(1)[0], text: 'That has been checked many times and there is no evidence for it.' }, { ...tunnels }],
      },
      { ...filler(1, 5)[0], text: 'Thanks for posting.' },
    ];
    const feed = await bench.open(
      'reddit',
      { posts: [wayfair], behaviour: { thread: true, comments } },
      '/r/everydaytalk/comments/9015/a_post/',
    );
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, blood, tunnels]));
  });

  test('every card is painted: no slot swallows it', async ({ bench }) => {
    const comments = [{ ...blood }];
    for (const behaviour of [{}, { thread: true, comments }, { titles: true }]) {
      const feed = await bench.open('reddit', { posts: [wayfair], behaviour });
      await feed.cardOf(wayfair.id);
      const sizes = await feed.page.evaluate(() =>
        [...document.querySelectorAll('case-by-case-card')].map((host) => (host as HTMLElement).getBoundingClientRect().height),
      );
      for (const size of sizes) expect(size).toBeGreaterThan(20);
    }
  });

  test('a click on a card does not follow the link the row is made of', async ({ bench }) => {
    const feed = await bench.open('reddit', { posts: [wayfair] });
    await feed.click(wayfair.id, 'More');
    await expect.poll(() => feed.isOpen(wayfair.id)).toBe(true);
    expect(await feed.page.evaluate(() => window.fixture.followed ?? 0)).toBe(0);
  });
});

test.describe('bluesky', () => {
  test('the hidden earlier screen has no cards until one goes back to it', async ({ bench }) => {
    const feed = await bench.open('bluesky', { posts: [tunnels, ...filler(2)], behaviour: { hidden: [wayfair, ...filler(2, 10)] } });
    await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
    await feed.page.evaluate(() => window.fixture.goBack());
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
  });
});

test.describe('mastodon', () => {
  test('a text behind a content warning is read when it is opened', async ({ bench }) => {
    const feed = await bench.open('mastodon', { posts: [wayfair, tunnels], behaviour: { warning: { [wayfair.id]: 'long post' } } });
    await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
    await feed.page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  });
});
