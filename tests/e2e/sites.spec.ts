import { EXPERIMENTAL, experimentalPage } from '../fixtures/experimental/page.ts';
import { lemmyPage } from '../fixtures/lemmy/page.ts';
import { type FixturePost, filler, postAbout, QUOTING_DEBUNK } from '../fixtures/posts.ts';
import { expect, expected, type Feed, reading, type SiteId, test, withManifest } from './support.ts';

/* What single sites need beyond the tests every site passes (feed.spec.ts). */

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const blood = postAbout('adrenochrome');
const [calm, other] = [...filler(1), ...filler(1, 3)];
const CALM_WORDS = 'Thanks for posting.';
const LONG_WALK =
  'We walked the whole canal on Sunday, past the lock and the two herons, and came home with wet socks and a bag of chestnuts. '.repeat(4);

/** A path of each site that is never read, and whether its page shows messages. */
const NEVER: Partial<Record<SiteId, { path: string; messages: boolean }>> = {
  threads: { path: '/messages/t/17', messages: true },
  instagram: { path: '/direct/t/17/', messages: true },
  youtube: { path: '/live_chat', messages: true },
  tiktok: { path: '/messages', messages: true },
  linkedin: { path: '/messaging/thread/17/', messages: true },
  'truth-social': { path: '/chats/17', messages: true },
  tumblr: { path: '/messaging/17', messages: true },
  lemmy: { path: '/inbox', messages: true },
  telegram: { path: '/share/url', messages: false },
  'old-reddit': { path: '/message/inbox/', messages: true },
};

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

for (const [site, { path, messages }] of Object.entries(NEVER) as [SiteId, { path: string; messages: boolean }][]) {
  test.describe(site, () => {
    test('drafts and messages are never read', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [calm], more: [tunnels], behaviour: messages ? { messages: wayfair.text } : {} });
      const draft = feed.page.locator('.draft').first();
      await draft.click();
      await feed.page.keyboard.insertText(wayfair.text);
      await feed.page.evaluate(() => window.fixture.appendPosts(1));
      await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
      if (messages) await expect(feed.page.locator('.messages')).toContainText(wayfair.text.slice(0, 20));
    });

    test('pages of messages are never read, also when reached without a load', async ({ bench }) => {
      const feed = await bench.open(site, { posts: [tunnels] });
      await feed.cardOf(tunnels.id);
      await feed.page.evaluate(([to, posts]) => window.fixture.navigate(to, posts), [path, [wayfair]] as [string, FixturePost[]]);
      await expect.poll(() => feed.outcomes()).toEqual({});
      const direct = await bench.open(site, { posts: [wayfair] }, path);
      await direct.frames(20);
      expect(await direct.outcomes()).toEqual({});
    });
  });
}

for (const [site, behaviour] of [
  ['threads', {}],
  ['truth-social', {}],
  ['linkedin', { layout: 'older' }],
] as const) {
  test(`${site}: a debunk that quotes a claim brings no card, a claim quoted without doubt keeps its own`, async ({ bench }) => {
    const quoting = { ...calm, text: 'Everyone needs to see this.', quote: wayfair };
    const feed = await bench.open(site, { posts: [QUOTING_DEBUNK, quoting, tunnels], behaviour });
    await expect.poll(() => feed.outcomes()).toEqual({ [quoting.id]: wayfair.expect, [tunnels.id]: tunnels.expect });
    expect(await feed.page.locator('.boxed case-by-case-card').count()).toBe(1);
    expect(await feed.page.locator('a case-by-case-card').count()).toBe(0);
  });
}

/** The claim of the only card. */
async function onlyCard(feed: Feed): Promise<string[]> {
  return (await feed.cards()).map((card) => card.claim);
}

test('threads: the counter of a thread is in the text and does no harm', async ({ bench }) => {
  const feed = await bench.open('threads', { posts: [wayfair, calm], behaviour: { counter: true } });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
});

test('instagram: an opened post has its caption and each comment read for itself', async ({ bench }) => {
  const behaviour = { comments: [blood.text, CALM_WORDS] };
  const feed = await bench.open('instagram', { posts: [wayfair, tunnels], behaviour });
  await expect.poll(() => onlyCard(feed)).toEqual([wayfair.expect, blood.expect, tunnels.expect]);
  expect(await feed.page.locator('li:has(h3) case-by-case-card').count()).toBe(1);
});

test('instagram: words in a picture are read from its description', async ({ bench }) => {
  const alts = { [calm.id]: `May be an image of text that says '${wayfair.text}'` };
  const feed = await bench.open('instagram', { posts: [calm, other], behaviour: { alts } });
  await expect.poll(() => feed.outcomes()).toEqual({ [calm.id]: wayfair.expect });
});

test("instagram: a post's own page is read", async ({ bench }) => {
  const feed = await bench.open('instagram', { posts: [wayfair], behaviour: { page: true } }, `/p/C${wayfair.id}/`);
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
});

test('tiktok: captions of a video page and answers are read, captions over a video are not', async ({ bench }) => {
  const behaviour = { video: tunnels.text, replies: { [calm.id]: [wayfair] }, feed: blood.text };
  const feed = await bench.open('tiktok', { posts: [calm, other], behaviour });
  await expect.poll(() => feed.outcomes()).toEqual({ video: tunnels.expect, [wayfair.id]: wayfair.expect });
});

for (const layout of ['present', 'older'])
  test(`linkedin: posts and comments of the ${layout} design; nothing is put into a text box`, async ({ bench }) => {
    const behaviour = { layout, comments: [blood.text, CALM_WORDS] };
    const feed = await bench.open('linkedin', { posts: [wayfair, calm, tunnels], behaviour });
    await expect.poll(() => feed.outcomes()).toEqual({ ...expected([wayfair, tunnels]), 'comment-0': blood.expect });
    expect(await feed.page.evaluate(() => window.fixture.errors)).toEqual([]);
  });

test('truth-social: the post a permalink opens is read, once', async ({ bench }) => {
  const feed = await bench.open('truth-social', { posts: [wayfair, calm, tunnels], behaviour: { opened: true } }, '/@laceythorn/9015');
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  expect(await feed.cards()).toHaveLength(2);
});

test('tumblr: a reblog that corrects what it carries brings no card', async ({ bench }) => {
  const feed = await bench.open('tumblr', { posts: [QUOTING_DEBUNK, tunnels] });
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
});

test.describe('lemmy and old reddit', () => {
  for (const site of ['lemmy', 'old-reddit'] as const)
    test(`${site}: a post page, each comment for itself`, async ({ bench }) => {
      const denial = { ...calm, text: 'That has been checked many times and there is no evidence for it.' };
      const comments = [{ ...blood, replies: [denial, tunnels] }, other];
      const feed = await bench.open(site, { posts: [wayfair], behaviour: { comments } });
      await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, blood, tunnels]));
    });
});

test.describe('telegram', () => {
  test('the message that is answered is not read as part of the answer, titles of links are', async ({ bench }) => {
    const answer = { ...calm, quote: wayfair };
    const feed = await bench.open('telegram', { posts: [answer, other], behaviour: { previews: { [other.id]: tunnels.text } } });
    await expect.poll(() => feed.outcomes()).toEqual({ [other.id]: tunnels.expect });
  });

  test('older messages that come in above do not move what is being read', async ({ bench }) => {
    const feed = await bench.open('telegram', { posts: [...filler(12, 20), wayfair] });
    await feed.page.evaluate(() => scrollTo(0, 600));
    const top = () => feed.page.evaluate((id) => window.fixture.elementOf(id)?.getBoundingClientRect().top, filler(1, 29)[0].id);
    const before = (await top()) as number;
    await feed.page.evaluate((posts) => window.fixture.prepend(posts), [...filler(4, 60), tunnels]);
    await feed.frames(20);
    expect(Math.abs(((await top()) as number) - before)).toBeLessThan(1);
    await feed.page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => feed.outcomes().then((outcomes) => outcomes[tunnels.id])).toBe(tunnels.expect);
  });
});

test('experimental sites are not read, unless somebody adds them; a Lemmy server is known by its page', async ({ bench }) => {
  const urls = Object.keys(EXPERIMENTAL) as (keyof typeof EXPERIMENTAL)[];
  for (const url of urls) {
    const feed = await bench.openHtml(url, experimentalPage(url, wayfair.text));
    await feed.frames(20);
    expect(await feed.cards()).toEqual([]);
  }
  const servers = [...urls.map((url) => `${new URL(url).origin}/*`), 'https://lemmy.example/*'];
  await withManifest(reading(...servers), async (added) => {
    for (const url of urls) {
      const feed = await added.openHtml(url, experimentalPage(url, wayfair.text));
      await expect.poll(() => onlyCard(feed), url).toEqual([wayfair.expect]);
      expect(await feed.page.locator('[data-grid-item] case-by-case-card').count()).toBe(0);
      const popup = await added.openPopup(feed);
      await expect(popup.getByRole('status'), url).toHaveText(/^Reading posts on \S+ \(experimental\)$/);
    }
    const lemmy = await added.openHtml('https://lemmy.example/', lemmyPage({ posts: [calm, wayfair] }));
    await expect.poll(() => lemmy.outcomes()).toEqual(expected([wayfair]));
  });
});
