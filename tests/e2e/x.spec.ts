import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, expected, test } from './support.ts';

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const missing = postAbout('800000-missing-a-year');

const CLAIMS = [wayfair, tunnels, missing];

/** Every seventh post repeats a claim. */
const LONG = filler(140).map((post, i) => (i % 7 === 3 ? { ...CLAIMS[i % CLAIMS.length], id: `77${i}` } : post));

for (const recycle of [false, true]) {
  test(`in a long list whose rows are ${recycle ? 'reused for other posts' : 'removed and drawn again'}, cards follow their posts`, async ({
    bench,
  }) => {
    const feed = await bench.open('x', { posts: LONG, behaviour: { recycle } });
    const claims = expected(LONG);
    const here = async () => {
      const drawn = new Set(await feed.page.evaluate(() => window.fixture.drawn()));
      return Object.fromEntries(Object.entries(claims).filter(([id]) => drawn.has(id)));
    };
    for (const place of [0, 3000, 9000, 20_000, 9000, 0]) {
      await feed.page.evaluate((y) => scrollTo(0, y), place);
      await feed.frames(3);
      const shown = await feed.outcomes();
      const wanted = await here();
      for (const [id, claim] of Object.entries(shown)) expect(claims[id], `card under ${id}`).toBe(claim);
      // Posts above the view keep what they had; those in and below it must have their card.
      const visible = await feed.page.evaluate(() =>
        window.fixture.drawn().filter((id) => (window.fixture.elementOf(id)?.getBoundingClientRect().bottom ?? 0) > 0),
      );
      await expect
        .poll(async () => {
          const now = await feed.outcomes();
          return visible.filter((id) => id in wanted && !(id in now));
        })
        .toEqual([]);
    }
    expect(await feed.page.evaluate(() => window.fixture.overlaps())).toBe(0);
  });
}

test('all rows given to other posts at once leave no stale card', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(3), tunnels], behaviour: { recycle: true } });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  const next = [...filler(2, 50), missing, ...filler(2, 60)];
  await feed.page.evaluate((posts) => window.fixture.recycle(posts), next);
  await expect.poll(() => feed.outcomes()).toEqual(expected([missing]));
  await feed.page.evaluate((posts) => window.fixture.recycle(posts), filler(5, 70));
  await expect.poll(() => feed.outcomes()).toEqual({});
});

test('a translation in place, letter by letter, is read again', async ({ bench }) => {
  const [calm] = filler(1);
  const feed = await bench.open('x', { posts: [{ ...calm }, tunnels] });
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  await feed.page.evaluate(([id, text]) => window.fixture.retype(id, text), [calm.id, wayfair.text]);
  await expect.poll(() => feed.outcomes()).toEqual({ [calm.id]: wayfair.expect, [tunnels.id]: tunnels.expect });
  await feed.page.evaluate(([id]) => window.fixture.retype(id, 'Nothing to see.'), [calm.id]);
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
});

test('a claim behind "Show more" gets its card when the person opens it, and nothing opens it for them', async ({ bench }) => {
  const opening =
    'Long week. The garden is mostly under leaves, the dog has opinions about all of them, and the kettle is on its third round. '.repeat(
      3,
    );
  const post = { ...wayfair, text: `${opening}${wayfair.text}` };
  const feed = await bench.open('x', { posts: [post, tunnels] });
  await expect.poll(() => feed.outcomes()).toEqual(expected([tunnels]));
  expect(await feed.page.getByTestId('tweet-text-show-more-link').count()).toBe(1);
  await feed.page.getByTestId('tweet-text-show-more-link').click();
  await expect.poll(() => feed.outcomes()).toEqual(expected([post, tunnels]));
});

test('a list that never measures a row twice is not left with rows lying over each other', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [...filler(1), wayfair, ...filler(4, 5)], behaviour: { fixedHeights: true } });
  await feed.cardOf(wayfair.id);
  await expect.poll(() => feed.page.evaluate(() => window.fixture.overlaps())).toBe(0);
});

test('endless scrolling keeps reading', async ({ bench }) => {
  const posts = filler(10);
  const more = [...filler(19, 10), missing, ...filler(10, 40)];
  const feed = await bench.open('x', { posts, more, behaviour: { endless: true } });
  await expect
    .poll(async () => {
      await feed.page.mouse.wheel(0, 900);
      return feed.outcomes();
    })
    .toEqual(expected([missing]));
});

test('a card never moves what the reader looks at', async ({ bench }) => {
  const posts = [wayfair, ...filler(30), tunnels];
  const feed = await bench.open('x', { posts: filler(12, 200), more: [] });
  await feed.page.evaluate(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await feed.page.evaluate((next) => window.fixture.navigate('/other', next), posts);
  await feed.cardOf(wayfair.id);
  await feed.frames(10);
  const shift = await feed.page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
  expect(shift).toBeLessThan(0.1);
});
