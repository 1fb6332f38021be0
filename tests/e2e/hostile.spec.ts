import { changedPage } from '../fixtures/elsewhere/page.ts';
import { type FixturePost, filler, postAbout } from '../fixtures/posts.ts';
import { expect, expected, SITE_IDS, SITES, test } from './support.ts';

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const author = { name: 'Someone', handle: 'someone' };
const MEGABYTE = 1_000_000;
const HASHTAGS = 10_000;

const odd = (id: string, text: string): FixturePost => ({ id, author, text, expect: null });

const STRANGE: FixturePost[] = [
  odd('6003', '\uD83D half a pair \uDE00 and back \uDE00\uD83D'),
  odd('6004', 'شكرا لكل من ساعد في تنظيف الحديقة اليوم، نراكم الأسبوع القادم'),
  odd('6005', Array.from({ length: HASHTAGS }, (_, i) => `#tag${i}`).join(' ')),
  odd('6006', '\u202E\u2066\u200B\u200D\u2069\u202C'),
  odd('6007', 'Z̷̡̛͈̱͓̤̈́̍a̶l̵g̸o̷ '.repeat(500)),
  odd('6008', '<img src=x onerror="document.title=1"><script>1</script> &lt;b&gt;'),
  odd('6009', ''),
  odd('6010', '(((((((('.repeat(5000)),
];

for (const site of SITE_IDS) {
  test(`${site}: strange texts break nothing`, async ({ bench }) => {
    const feed = await bench.open(site, { posts: [...STRANGE, wayfair], behaviour: { overscan: 100_000_000, uncut: true } });
    await expect.poll(() => feed.outcomes(), { timeout: 20_000 }).toEqual(expected([wayfair]));
    expect(await feed.page.evaluate(() => window.fixture.errors)).toEqual([]);
  });
}

for (const [name, text] of [
  ['words', 'lorem ipsum dolor sit amet '.repeat(MEGABYTE / 27)],
  ['one letter', 'a'.repeat(MEGABYTE)],
]) {
  test(`a post of a megabyte of ${name} leaves the others readable, or the popup says that reading stopped`, async ({ bench }) => {
    const feed = await bench.open('x', { posts: [wayfair, odd('6001', text), tunnels], behaviour: { overscan: 100_000_000, uncut: true } });
    const popup = await bench.openPopup(feed);
    await expect
      .poll(
        async () =>
          (await popup.getByRole('status').textContent()) === 'Stopped on this page' ? 'stopped' : `${(await feed.cards()).length} cards`,
        { timeout: 20_000 },
      )
      .toMatch(/^(stopped|2 cards)$/);
    expect(await feed.page.evaluate(() => window.fixture.errors)).toEqual([]);
  });
}

test('a claim written with look-alike letters and invisible signs is still found', async ({ bench }) => {
  const disguised = { ...wayfair, id: '6101', text: wayfair.text.replaceAll('o', 'о').replaceAll('children', 'chil\u200Bdren') };
  const feed = await bench.open('x', { posts: [disguised] });
  await expect.poll(() => feed.outcomes()).toEqual({ 6101: wayfair.expect });
});

test('hidden decoy words in a post are not held against it', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [{ ...filler(1)[0] }, wayfair] });
  await feed.cardOf(wayfair.id);
  await feed.page.evaluate(
    ([id, text]) => {
      const decoy = document.createElement('span');
      decoy.style.display = 'none';
      decoy.textContent = text;
      window.fixture.elementOf(id)?.querySelector('[data-testid="tweetText"]')?.append(decoy);
    },
    [filler(1)[0].id, wayfair.text],
  );
  await feed.frames(5);
  expect(await feed.outcomes()).toEqual(expected([wayfair]));
});

test('a thousand posts at once are all read', async ({ bench }) => {
  const posts = filler(1000).map((post, i) => (i % 100 === 50 ? { ...wayfair, id: `88${i}` } : post));
  const feed = await bench.open('bluesky', { posts });
  await expect.poll(() => feed.outcomes(), { timeout: 15_000 }).toEqual(expected(posts));
});

test('on pages that changed their layout the popup says so, and no card is guessed', async ({ bench }) => {
  const feed = await bench.openHtml(SITES.x.url, changedPage());
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status')).toHaveText('Not working on this layout', { timeout: 15_000 });
  expect(await feed.cards()).toEqual([]);
});

test('events made by a script do nothing on a card', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.cardOf(wayfair.id);
  await feed.page.evaluate(() => {
    const host = document.querySelector('case-by-case-card') as HTMLElement;
    host.click();
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  const toggle = await feed.find(wayfair.id, (node) => node.nodeName === 'BUTTON');
  await feed.on(toggle, function () {
    (this as HTMLElement).click();
  });
  await feed.frames(5);
  expect(await feed.isOpen(wayfair.id)).toBe(false);
});
