import { demoPage } from '../fixtures/demo/demo.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { control, expect, type Feed, SITE_IDS, SITES, test } from './support.ts';

/* Pictures for people, in .output/screenshots; what they show is asserted elsewhere. */

const series = postAbout('trump-prosecuted-far-fewer');
const wayfair = postAbout('wayfair-cabinets');

async function opened(feed: Feed, post: string): Promise<void> {
  await feed.click(post, 'More');
  await feed.find(post, control('Why this card'));
  await feed.page.mouse.move(0, 0);
  await feed.frames(20);
}

for (const theme of ['light', 'dark'] as const) {
  test(`card, ${theme}`, async ({ bench }) => {
    const feed = await bench.open('x', { posts: [wayfair, ...filler(1), series, ...filler(2, 5)], theme });
    await feed.page.setViewportSize({ width: 1280, height: 2200 });
    await feed.cardOf(series.id);
    await feed.shot(wayfair.id, `card-${theme}`);
    await opened(feed, series.id);
    await feed.shot(series.id, `card-open-${theme}`);
  });

  test(`demo, ${theme}`, async ({ bench }) => {
    const feed = await bench.openHtml(SITES.x.url, demoPage({ theme }));
    await expect.poll(async () => (await feed.cards()).length).toBeGreaterThan(0);
    await feed.page.screenshot({ path: `.output/screenshots/demo-${theme}.png` });
  });

  test(`popup, ${theme}`, async ({ bench }) => {
    const feed = await bench.openHtml(SITES.x.url, demoPage({ theme }));
    await expect.poll(async () => (await feed.cards()).length).toBeGreaterThan(0);
    const popup = await bench.openPopup(feed);
    await popup.emulateMedia({ colorScheme: theme });
    for (const [tab, name] of [
      ['This page', 'page'],
      ['Data', 'data'],
      ['Sources', 'sources'],
      ['Help', 'help'],
    ]) {
      await popup.getByRole('tab', { name: tab }).click();
      await popup.screenshot({ path: `.output/screenshots/popup-${name}-${theme}.png` });
    }
  });
}

test('library', async ({ bench }) => {
  const library = await bench.openOwnPage('library.html');
  await library.setViewportSize({ width: 1180, height: 900 });
  await library.screenshot({ path: '.output/screenshots/library-light.png' });
  await library.setViewportSize({ width: 340, height: 900 });
  await library.screenshot({ path: '.output/screenshots/library-narrow.png' });
});

test('card, narrow', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [series, wayfair], behaviour: { overscan: 10_000 } });
  await feed.page.setViewportSize({ width: 340, height: 2600 });
  await feed.cardOf(wayfair.id);
  await feed.shot(wayfair.id, 'card-narrow');
  await opened(feed, series.id);
  await feed.shot(series.id, 'card-open-narrow');
});

for (const site of SITE_IDS) {
  test(`card on ${site}`, async ({ bench }) => {
    const feed = await bench.open(site, { posts: [...filler(1), wayfair, ...filler(2, 5)] });
    await feed.cardOf(wayfair.id);
    await feed.page.screenshot({ path: `.output/screenshots/site-${site}.png` });
  });
}
