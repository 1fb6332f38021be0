import { readFileSync } from 'node:fs';
import type { Headline } from '../../lib/claims/types.ts';
import { attribute } from '../../scripts/tools/pierced.ts';
import { ASSERTIVE, filler, postAbout } from '../fixtures/posts.ts';
import { all, control, expect, expected, type Feed, hasClass, test, wordsOf } from './support.ts';

const headlines: Headline[] = JSON.parse(readFileSync('generated/headlines.json', 'utf8')).en;
const wayfair = postAbout('wayfair-cabinets');
const wayfairToo = postAbout('wayfair-cabinets', 1);
const tunnels = postAbout('tunnels-mole-children');
const arrests = postAbout('trump-crusade-prosecutions');

async function open(feed: Feed, post: string): Promise<void> {
  await feed.click(post, 'More');
  await expect.poll(() => feed.isOpen(post)).toBe(true);
  await feed.find(post, control('Why this card'));
}

test('the mouse opens and closes a card, anywhere on its strip', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(2)] });
  await feed.clickNode(await feed.find(wayfair.id, (node) => hasClass(node, 'brief')));
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(true);
  await feed.find(wayfair.id, control('Why this card'));
  await feed.click(wayfair.id, 'Less');
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(false);
  expect(await feed.page.evaluate(() => window.fixture.opened ?? 0)).toBe(0);
});

test('a card says the fact first and the record, the sources and the claim’s own words when opened', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  const [{ brief, publisher, date }] = headlines.filter(({ id }) => (id as string) === wayfair.expect);
  expect((await feed.cardOf(wayfair.id)).text).toContain(`Context · ${brief} ${publisher} · ${date} · More`);
  await open(feed, wayfair.id);
  const { text } = await feed.cardOf(wayfair.id);
  for (const part of ['What the record shows', 'Sources', 'Why this card', 'Copy a short reply', 'Hide', 'Report a mistake'])
    expect(text).toContain(part);
  await feed.click(wayfair.id, 'Why this card');
  await expect.poll(async () => (await feed.cardOf(wayfair.id)).text).toContain('Words that matched');
  const marks = all((await feed.cardOf(wayfair.id)).node).filter((node) => node.nodeName === 'MARK');
  expect(marks.length).toBeGreaterThan(0);
});

test('the keyboard reaches, opens and closes a card', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.cardOf(wayfair.id);
  await feed.page.locator('article [data-testid="caret"]').focus();
  const onCard = () => feed.page.evaluate(() => document.activeElement?.localName === 'case-by-case-card');
  await expect
    .poll(async () => {
      await feed.page.keyboard.press('Tab');
      return onCard();
    })
    .toBe(true);
  await feed.focus(await feed.find(wayfair.id, (node) => hasClass(node, 'toggle')));
  await feed.page.keyboard.press('Enter');
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(true);
  await feed.find(wayfair.id, control('Why this card'));
  await feed.page.keyboard.press('Escape');
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(false);
  expect(await onCard()).toBe(true);
  await feed.page.keyboard.press('Space');
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(true);
});

test('neither keys nor clicks on a card reach the page', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  const toggle = await feed.find(wayfair.id, (node) => hasClass(node, 'toggle'));
  await feed.focus(toggle);
  for (const key of ['n', 'j', 'l', '?', 'Enter']) await feed.page.keyboard.press(key);
  await feed.click(wayfair.id, 'Less');
  expect(await feed.page.evaluate(() => window.fixture.keys)).toEqual([]);
  expect(await feed.page.evaluate(() => window.fixture.clicks)).toEqual([]);
  expect(await feed.page.evaluate(() => window.fixture.opened ?? 0)).toBe(0);
});

test('hiding one card hides that one, for as long as the page stands', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, wayfairToo, tunnels], behaviour: { overscan: 10_000 } });
  await open(feed, wayfair.id);
  await feed.click(wayfair.id, 'Hide');
  await feed.click(wayfair.id, 'On this post');
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfairToo, tunnels]));
  await feed.page.evaluate(() => window.fixture.show());
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfairToo, tunnels]));
  expect(await bench.worker().evaluate(async () => JSON.stringify(await chrome.storage.local.get()))).not.toContain(wayfair.id);
});

test('hiding a topic hides all its cards, here and on the next page', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, wayfairToo, tunnels], behaviour: { overscan: 10_000 } });
  await open(feed, wayfair.id);
  await feed.click(wayfair.id, 'Hide');
  await feed.click(wayfair.id, 'This topic everywhere');
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  const next = await bench.open('bluesky', { posts: [wayfair, tunnels] });
  await expect.poll(() => next.outcomes()).toEqual(expected([tunnels]));
});

test('hiding a site takes its cards away and leaves the other sites theirs', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, tunnels] });
  await open(feed, wayfair.id);
  await feed.click(wayfair.id, 'Hide');
  await feed.click(wayfair.id, 'All cards on this site');
  await expect.poll(() => feed.outcomes()).toEqual({});
  const other = await bench.open('mastodon', { posts: [wayfair] });
  await expect.poll(() => other.outcomes()).toEqual(expected([wayfair]));
});

test('a short reply can be copied: the fact and its source, nothing of the post', async ({ bench }) => {
  await bench.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://x.com' });
  const feed = await bench.open('x', { posts: [wayfair] });
  await open(feed, wayfair.id);
  await feed.click(wayfair.id, 'Copy a short reply');
  await expect.poll(async () => (await feed.cardOf(wayfair.id)).text).toContain('Copied to the clipboard.');
  const copied = await feed.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/Source: .+, https:\/\//);
  expect(copied).not.toContain(wayfair.author.handle);
});

test('the sources can be shared; where the system cannot share they are copied, and nothing of the post is', async ({ bench }) => {
  await bench.browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://x.com' });
  const feed = await bench.open('x', { posts: [wayfair] });
  await open(feed, wayfair.id);
  await feed.click(wayfair.id, 'Share the sources');
  await expect.poll(async () => (await feed.cardOf(wayfair.id)).text).toContain('Copied to the clipboard.');
  const copied = await feed.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.match(/^https:\/\/\S+$/gm)?.length).toBeGreaterThan(1);
  expect(copied).not.toContain(wayfair.author.handle);
});

test('a report is shown in full before anything opens', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await open(feed, wayfair.id);
  await feed.click(wayfair.id, 'Report a mistake');
  const form = await feed.find(wayfair.id, control('Open the form'));
  const { searchParams } = new URL(attribute(form, 'href') ?? '');
  expect([...searchParams.keys()]).toEqual(['template', 'title', 'claim']);
  const { text } = await feed.cardOf(wayfair.id);
  for (const name of ['title', 'claim']) expect(text).toContain(searchParams.get(name));
});

test('several claims in one post are one card, the others folded in it', async ({ bench }) => {
  const both = { ...wayfair, text: `${wayfair.text} ${tunnels.text}` };
  const feed = await bench.open('x', { posts: [both] });
  await open(feed, both.id);
  expect(await feed.cards()).toHaveLength(1);
  const also = await feed.find(both.id, (node) => hasClass(node, 'also'));
  const folded = all(also).find((node) => node.nodeName === 'SUMMARY' && wordsOf(node).length > 'Details'.length);
  await feed.clickNode(folded as NonNullable<typeof folded>);
  await expect.poll(async () => ((await feed.cardOf(both.id)).text.match(/What the record shows/g) ?? []).length).toBe(2);
});

test('links of a card open elsewhere and tell nothing', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [arrests] });
  await open(feed, arrests.id);
  const links = all((await feed.cardOf(arrests.id)).node).filter((node) => node.nodeName === 'A');
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    expect(attribute(link, 'href')).toMatch(/^(https:|chrome-extension:)/);
    expect(attribute(link, 'target')).toBe('_blank');
    expect(attribute(link, 'rel')).toContain('noopener');
    expect(attribute(link, 'rel')).toContain('noreferrer');
    expect(attribute(link, 'referrerpolicy')).toBe('no-referrer');
  }
});

test('a card leads to the full entry of its claim in the library', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await open(feed, wayfair.id);
  const coming = bench.browser.context.waitForEvent('page');
  await feed.click(wayfair.id, 'Full entry in the library');
  const library = await coming;
  await expect(library).toHaveURL(/library\.html#claim-wayfair-cabinets$/);
  await expect(library.locator('#claim-wayfair-cabinets')).toBeInViewport({ timeout: 20_000 });
  await library.close();
});

test('an open card in a list of measured rows pushes the rows below it down', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(6)] });
  await open(feed, wayfair.id);
  await expect.poll(() => feed.page.evaluate(() => window.fixture.overlaps())).toBe(0);
});

test('every control of a card is at least 24 px high or alone in its line', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await open(feed, wayfair.id);
  const buttons = all((await feed.cardOf(wayfair.id)).node).filter((node) => node.nodeName === 'BUTTON' && !hasClass(node, 'toggle'));
  for (const button of buttons) expect((await feed.centre(button)).height, attribute(button, 'class')).toBeGreaterThanOrEqual(24);
});

test('each claim has a card that opens', async ({ bench }) => {
  test.slow();
  const posts = ASSERTIVE.filter((post, i) => ASSERTIVE.findIndex((other) => other.expect === post.expect) === i);
  const feed = await bench.open('x', { posts, behaviour: { overscan: 100_000 } });
  for (const post of posts) {
    await open(feed, post.id);
    const { text } = await feed.cardOf(post.id);
    expect(text, `${post.expect}`).toContain('What the record shows');
    await feed.click(post.id, 'Less');
    await expect.poll(() => feed.isOpen(post.id)).toBe(false);
  }
});
