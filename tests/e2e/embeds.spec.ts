import { articlePage, type Frame } from '../fixtures/embeds/article.ts';
import { blueskyEmbed } from '../fixtures/embeds/bluesky.ts';
import { facebookEmbed } from '../fixtures/embeds/facebook.ts';
import { xEmbed } from '../fixtures/embeds/x.ts';
import { type FixturePost, filler, postAbout, QUOTING_DEBUNK, UNTOUCHED } from '../fixtures/posts.ts';
import { type EmbeddedPost, embeddedPosts } from './frames.ts';
import { all, type Bench, control, expect, type Feed, readingFrames, test, withManifest } from './support.ts';

/* Posts of social sites in frames of other pages. */

const NEWS = 'https://daily-courier.example/what-people-shared';
const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const arrests = postAbout('viral-arrests-chart');
const [calm] = filler(1);

const blueskyFrame = ({ id }: FixturePost, more: Partial<Frame> = {}, query = ''): Frame => ({
  src: `https://embed.bsky.app/embed/did:plc:x/app.bsky.feed.post/${id}?id=1${query}`,
  ...more,
});

async function openArticle(
  bench: Bench,
  posts: readonly FixturePost[],
  frames: readonly Frame[],
  dark = false,
): Promise<[Feed, EmbeddedPost[]]> {
  bench.serve('https://embed.bsky.app/', blueskyEmbed(posts));
  const feed = await bench.openHtml(NEWS, articlePage(frames, dark));
  return [feed, await embeddedPosts(feed)];
}

const choose = (bench: Bench, settings: object) =>
  bench.worker().evaluate((chosen) => chrome.storage.local.set({ settings: { version: 1, ...chosen } }), settings);

test('exactly the misleading posts get a sign, each the right one', async ({ bench }) => {
  const quoting = { ...calm, id: '9777', text: 'Everyone needs to see this.', quote: wayfair };
  const posts = [wayfair, calm, QUOTING_DEBUNK, tunnels, ...UNTOUCHED.slice(0, 4), quoting];
  const [, embeds] = await openArticle(
    bench,
    posts,
    posts.map((post) => blueskyFrame(post)),
  );
  const claims = () => Promise.all(embeds.map((embed) => embed.claims()));
  await expect.poll(claims).toEqual([[wayfair.expect], [], [], [tunnels.expect], ...UNTOUCHED.slice(0, 4).map(() => []), [wayfair.expect]]);
});

test('two posts in one frame have signs beside each other', async ({ bench }) => {
  const [, [embed]] = await openArticle(bench, [{ ...tunnels, quote: wayfair }], [blueskyFrame(tunnels)]);
  await expect.poll(async () => (await embed.claims()).sort()).toEqual([tunnels.expect, wayfair.expect].sort());
  const [first, second] = await Promise.all((await embed.signs()).map(({ node }) => embed.spot(node)));
  expect(Math.abs(first.left - second.left)).toBeGreaterThanOrEqual(28);
  expect(first.top).toBe(second.top);
});

for (const frame of [{}, { height: 90 }, { width: 250, height: 160 }])
  test(`nothing can be measured of a sign, closed or open, in a frame ${JSON.stringify(frame)}`, async ({ bench }) => {
    await choose(bench, { sitesOff: ['bluesky'] });
    const [feed, [embed]] = await openArticle(bench, [wayfair], [blueskyFrame(wayfair, frame)]);
    await feed.frames(20);
    expect(await embed.signs()).toEqual([]);
    const before = await embed.sizes();
    await choose(bench, {});
    await embed.sign();
    expect(await embed.sizes()).toEqual(before);
    await embed.click('More');
    await expect.poll(() => embed.isOpen()).toBe(true);
    await expect.poll(async () => (await embed.sign()).text.length).toBeGreaterThan(400);
    expect(await embed.sizes()).toEqual(before);
    const { left, top, width, height } = await embed.spot((await embed.sign()).node);
    const [viewWidth, viewHeight] = await embed.frame.evaluate(() => [innerWidth, innerHeight]);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(viewWidth);
    expect(top + height).toBeLessThanOrEqual(viewHeight);
    await embed.click('Less');
    await expect.poll(() => embed.isOpen()).toBe(false);
    expect(await embed.sizes()).toEqual(before);
  });

test('a sign opens and closes with the keyboard', async ({ bench }) => {
  const [feed, [embed]] = await openArticle(bench, [wayfair], [blueskyFrame(wayfair)]);
  await embed.sign();
  // From the address bar through the frame's own links.
  for (let presses = 0; presses < 20; presses++) {
    await feed.page.keyboard.press('Tab');
    if (await embed.frame.evaluate(() => document.activeElement?.localName === 'case-by-case-card')) break;
  }
  await feed.page.keyboard.press('Enter');
  await expect.poll(() => embed.isOpen()).toBe(true);
  await feed.page.keyboard.press('Escape');
  await expect.poll(() => embed.isOpen()).toBe(false);
});

test('an open sign has sources and reasons, and nothing that changes settings or leaves the frame for pages of ours', async ({ bench }) => {
  const [, [embed]] = await openArticle(bench, [wayfair], [blueskyFrame(wayfair)]);
  await embed.click('More');
  await embed.click('Why this card');
  const words = async () => (await embed.sign()).text;
  await expect.poll(words).toContain('Words that matched');
  const nodes = all((await embed.sign()).node);
  expect(nodes.filter((node) => node.nodeName === 'A').length).toBeGreaterThan(0);
  for (const label of ['Hide', 'Report a mistake', 'Copy a short reply', 'Share the sources', 'Full entry in the library'])
    expect(nodes.find(control(label)), label).toBeUndefined();
});

test('a chart opens within a low frame', async ({ bench }) => {
  const [, [embed]] = await openArticle(bench, [arrests], [blueskyFrame(arrests, { height: 220 })]);
  await embed.click('More');
  await expect.poll(async () => all((await embed.sign()).node).filter((node) => node.nodeName === 'rect').length).toBeGreaterThan(10);
});

test('signs are dark in dark frames', async ({ bench }) => {
  const [, [light, dark]] = await openArticle(
    bench,
    [wayfair],
    [blueskyFrame(wayfair), blueskyFrame(wayfair, {}, '&colorMode=dark')],
    true,
  );
  expect((await light.sign()).theme).toBe('light');
  expect((await dark.sign()).theme).toBe('dark');
  await dark.frame.evaluate(() => document.documentElement.classList.remove('dark'));
  await expect.poll(async () => (await dark.sign()).theme).toBe('light');
});

test('choices hold in frames at once', async ({ bench }) => {
  const [, [embed]] = await openArticle(bench, [wayfair], [blueskyFrame(wayfair)]);
  // Round, so that no post's number stands in it by chance.
  const soon = Math.ceil(Date.now() / 1e6 + 0.3) * 1e6;
  for (const off of [{ enabled: false }, { sitesOff: ['bluesky'] }, { topicsHidden: [wayfair.expect] }, { pausedUntil: soon }]) {
    await choose(bench, {});
    await embed.sign();
    await choose(bench, off);
    await expect.poll(() => embed.signs()).toEqual([]);
  }
});

test('the page around a frame counts for nothing in the toolbar, and the popup says that it is not read', async ({ bench }) => {
  const [feed, [embed]] = await openArticle(bench, [wayfair], [blueskyFrame(wayfair)]);
  await embed.sign();
  await feed.page.waitForTimeout(1000);
  const tab = await bench.tabOf(feed);
  expect(await bench.worker().evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab)).toBe('');
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('button', { name: 'Try on this page' })).toBeVisible();
});

test('opened as a page of its own it is the same, and the toolbar counts it', async ({ bench }) => {
  const feed = await bench.openHtml(blueskyFrame(wayfair).src, blueskyEmbed([wayfair]));
  await expect.poll(async () => (await feed.cards()).map(({ claim }) => claim)).toEqual([wayfair.expect]);
  expect(await feed.page.evaluate(() => document.querySelector('body > case-by-case-card') !== null)).toBe(true);
  const tab = await bench.tabOf(feed);
  await expect.poll(() => bench.worker().evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab)).toBe('1');
});

test('other frames are not read: a site itself, other pages of the same host, posts of X and Facebook', async ({ bench }) => {
  const sources = [
    'https://bsky.app/profile/x/post/9015',
    'https://embed.bsky.app/oembed/9015',
    'https://platform.twitter.com/embed/Tweet.html?id=9015',
    'https://www.facebook.com/plugins/post.php?href=posts/9015',
  ];
  bench.serve('https://bsky.app/', blueskyEmbed([wayfair]));
  bench.serve('https://platform.twitter.com/', xEmbed([wayfair]));
  bench.serve('https://www.facebook.com/', facebookEmbed([wayfair]));
  const [feed, embeds] = await openArticle(
    bench,
    [wayfair],
    sources.map((src) => ({ src })),
  );
  await feed.frames(30);
  for (const embed of embeds) expect(await embed.signs(), embed.frame.url()).toEqual([]);
});

test('the host of frames that are off is added in the settings: its frames are read, once, and nothing else of it in frames', async ({
  bench,
}) => {
  bench.serve('https://www.facebook.com/', facebookEmbed([wayfair]));
  await choose(bench, { originsAdded: ['https://www.facebook.com'] });
  const registered = () =>
    bench
      .worker()
      .evaluate(async () =>
        (await chrome.scripting.getRegisteredContentScripts()).map(({ matches, allFrames }) => ({ matches, allFrames })),
      );
  await expect.poll(registered).toEqual([{ matches: ['https://www.facebook.com/plugins/post.php*'], allFrames: true }]);
  const post = 'https://www.facebook.com/plugins/post.php?href=posts/9015';
  const feed = await bench.openHtml(NEWS, articlePage([{ src: post }, { src: 'https://www.facebook.com/plugins/page.php?9015' }]));
  const [embed, page] = await embeddedPosts(feed);
  await embed.sign();
  expect(await page.signs()).toEqual([]);
  // Here both entries start.
  const alone = await bench.openHtml(post, facebookEmbed([wayfair]));
  await expect.poll(async () => (await alone.cards()).map(({ claim }) => claim)).toEqual([wayfair.expect]);
  await alone.frames(30);
  expect(await alone.cards()).toHaveLength(1);
});

test('posts of X and Facebook are read in frames once their host is added', async () => {
  const added = ['https://platform.twitter.com/embed/*', 'https://www.facebook.com/plugins/post.php*'];
  await withManifest(readingFrames(...added), async (bench) => {
    const quoting = { ...calm, id: '9777', text: 'Everyone needs to see this.', quote: tunnels };
    const posts = [wayfair, calm, QUOTING_DEBUNK, quoting];
    bench.serve('https://platform.twitter.com/', xEmbed(posts));
    bench.serve('https://www.facebook.com/', facebookEmbed(posts));
    const ofX = posts.map(({ id }) => ({ src: `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}` }));
    const ofFacebook = [wayfair, calm].map(({ id }) => ({ src: `https://www.facebook.com/plugins/post.php?href=posts/${id}` }));
    const embeds = await embeddedPosts(await bench.openHtml(NEWS, articlePage([...ofX, ...ofFacebook])));
    const claims = () => Promise.all(embeds.map((embed) => embed.claims()));
    await expect.poll(claims).toEqual([[wayfair.expect], [], [], [tunnels.expect], [wayfair.expect], []]);
  });
});
