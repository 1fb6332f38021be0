import { changedPage } from '../fixtures/elsewhere/page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, SITES, test } from './support.ts';

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');

test('far too many matches stop the reader: the cards go, and the popup says so', async ({ bench }) => {
  const posts = Array.from({ length: 120 }, (_, i) => ({ ...(i % 2 ? wayfair : tunnels), id: `55${i}`, text: `${i} ${wayfair.text}` }));
  const feed = await bench.open('bluesky', { posts });
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status')).toHaveText('Stopped on this page', { timeout: 15_000 });
  await expect(popup.getByText('Far more posts matched than can be right')).toBeVisible();
  await expect.poll(async () => (await feed.cards()).length).toBe(0);
});

test('a layout that cannot be read gives a report of structure only, which the person changes and takes to GitHub', async ({ bench }) => {
  const feed = await bench.openHtml(SITES.x.url, changedPage());
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status')).toHaveText('Not working on this layout', { timeout: 15_000 });
  await popup.getByRole('button', { name: 'Report this layout' }).click();
  const field = popup.getByRole('textbox', { name: /^Report/ });
  const report = await field.inputValue();
  expect(report).toContain('site x, blind');
  expect(report).toContain('post: post: 0');
  const words = await feed.page.evaluate(() => {
    const names = [...document.querySelectorAll('*')].flatMap((element) => [
      ...element.classList,
      element.id,
      ...element.getAttributeNames(),
    ]);
    return [...new Set([...(document.body.innerText.match(/\p{L}{5,}/gu) ?? []), ...names.filter((name) => name.length > 5)])];
  });
  expect(words.length).toBeGreaterThan(20);
  // What comes before are our own names for selectors, and numbers.
  const structure = report.slice(report.indexOf('from the middle'));
  expect(structure).toContain('html×2');
  expect(words.filter((word) => structure.includes(word))).toEqual([]);
  await field.fill('only this');
  const link = popup.getByRole('link', { name: 'Open as a GitHub issue' });
  await expect(link).toHaveAttribute('href', /issues\/new\?template=broken-site\.yml&report=only%20this$/);
});

test('on a page that is never read the report holds no structure', async ({ bench }) => {
  const feed = await bench.open('x', { posts: filler(3) }, '/messages/17');
  const tab = await bench.tabOf(feed);
  const report = () => bench.worker().evaluate((id) => chrome.tabs.sendMessage(id, { type: 'page:report' }).catch(() => undefined), tab);
  await expect.poll(report).toMatchObject({ path: [], row: [], state: 'off' });
});
