import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, expected, test } from './support.ts';

/* YouTube beyond the tests every site passes (feed.spec.ts): a page of it shows a video, a Short, or posts of a channel. */

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const blood = postAbout('adrenochrome');
const [calm, other] = [...filler(1), ...filler(1, 3)];

test('youtube: title and description of the video are read together; the card is below both', async ({ bench }) => {
  for (const video of [
    { title: wayfair.text, description: 'Link in bio.' },
    { title: 'Look at this', description: `Subscribe!\n${wayfair.text}` },
  ]) {
    const feed = await bench.open('youtube', { posts: [calm], behaviour: { video } });
    await expect.poll(() => feed.outcomes()).toEqual({ video: wayfair.expect });
    expect(await feed.page.locator('#above-the-fold + case-by-case-card').count()).toBe(1);
  }
});

test('youtube: answers are read as comments of their own', async ({ bench }) => {
  const feed = await bench.open('youtube', { posts: [calm, other], behaviour: { replies: { [calm.id]: [wayfair] } } });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
});

test('youtube: an element that shows another comment gets or loses its card', async ({ bench }) => {
  const feed = await bench.open('youtube', { posts: [wayfair, calm, tunnels] });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  await feed.page.evaluate((posts) => window.fixture.recycle(posts), [other, blood, calm]);
  await expect.poll(() => feed.outcomes()).toEqual(expected([blood]));
});

test('youtube: the title of a Short gets the mark alone, which opens within the video; its description a card beside it', async ({
  bench,
}) => {
  const open = (short: object) => bench.open('youtube', { posts: [calm], behaviour: { short } }, '/shorts/abc');
  const feed = await open({ title: wayfair.text });
  await expect.poll(() => feed.outcomes()).toEqual({ short: wayfair.expect });
  const card = feed.page.locator('yt-shorts-video-title-view-model + case-by-case-card');
  const video = feed.page.locator('ytd-reel-video-renderer');
  expect((await card.boundingBox())?.height).toBeLessThan(40);
  await feed.click('short', 'More');
  await expect.poll(() => feed.isOpen('short')).toBe(true);
  await expect.poll(async () => (await card.boundingBox())?.height ?? 0).toBeGreaterThan(200);
  expect((await card.boundingBox())?.y).toBeGreaterThan((await video.boundingBox())?.y ?? Number.POSITIVE_INFINITY);
  await feed.page.evaluate((title) => window.fixture.swipe(title), calm.text);
  await expect.poll(() => feed.outcomes()).toEqual({});
  const described = await open({ title: 'Look at this', description: `Subscribe!\n${wayfair.text}` });
  await expect.poll(() => described.outcomes()).toEqual({ description: wayfair.expect });
  await expect(described.page.locator('ytd-shorts case-by-case-card')).toBeVisible();
});

test('youtube: posts of a channel are read', async ({ bench }) => {
  const feed = await bench.open('youtube', { posts: [calm, wayfair], behaviour: { channel: true } }, '/@slowbread/posts');
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
});
