import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { newsPage } from '../fixtures/elsewhere/page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, expected, test } from './support.ts';

const wayfair = postAbout('wayfair-cabinets');
const tunnels = postAbout('tunnels-mole-children');
const TABS = ['This page', 'Data', 'Sources', 'Help'];

test('the popup says what was read and lists the cards', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(3), tunnels], behaviour: { overscan: 10_000 } });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status')).toHaveText('Reading posts on X');
  await expect(popup.getByText('2 context cards in 5 posts.')).toBeVisible();
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
});

test('with nothing found it does not say that the posts are true', async ({ bench }) => {
  const feed = await bench.open('x', { posts: filler(4), behaviour: { overscan: 10_000 } });
  const popup = await bench.openPopup(feed);
  await expect(popup.getByText('No known claim found in 4 posts. That does not make them true.')).toBeVisible();
});

test('on a page that is not read it says so', async ({ bench }) => {
  const feed = await bench.openHtml('https://news.example/', newsPage());
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status')).toHaveText('Case by Case does not read this page.');
});

test('the site’s switch takes the cards away and brings them back', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, tunnels] });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  const popup = await bench.openPopup(feed);
  const site = popup.getByRole('switch', { name: 'Context cards on X' });
  await site.click();
  await expect.poll(() => feed.outcomes()).toEqual({});
  await expect(popup.getByRole('status')).toHaveText('Off on X');
  await site.click();
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
});

test('a card can be brought into view from the popup', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [...filler(14), tunnels], behaviour: { overscan: 10_000 } });
  await feed.cardOf(tunnels.id);
  const popup = await bench.openPopup(feed);
  await popup.getByRole('button', { name: 'Show on the page' }).first().click();
  await expect
    .poll(() =>
      feed.page.evaluate(() => {
        const { top, bottom } = document.querySelector('case-by-case-card')?.getBoundingClientRect() ?? new DOMRect(0, -1);
        return top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
});

test('the toolbar counts the cards of its tab', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(2), tunnels], behaviour: { overscan: 10_000 } });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair, tunnels]));
  const tab = await bench.tabOf(feed);
  await expect.poll(() => bench.worker().evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab)).toBe('2');
});

test('each part of the popup is free of accessibility faults', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(3), tunnels], behaviour: { overscan: 10_000 } });
  await feed.cardOf(wayfair.id);
  const popup = await bench.openPopup(feed);
  const faults: string[] = [];
  for (const name of TABS) {
    await popup.getByRole('tab', { name }).click();
    const { violations } = await new AxeBuilder({ page: popup }).analyze();
    faults.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`));
  }
  expect(faults).toEqual([]);
});

test('the help page asks first, and its quick exit is always there', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  const popup = await bench.openPopup(feed);
  await popup.getByRole('tab', { name: 'Help' }).click();
  await expect(popup.getByText('What brings you here?')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Leave this page quickly' })).toBeVisible();
  await expect(popup.getByText('I saw a post online')).toBeVisible();
});

test('a pause takes the cards away, and resuming brings them back', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.cardOf(wayfair.id);
  const popup = await bench.openPopup(feed);
  await popup.getByRole('button', { name: 'Pause for an hour' }).click();
  await expect.poll(() => feed.outcomes()).toEqual({});
  await expect(popup.getByRole('status')).toHaveText(/^Paused until /);
  await popup.getByRole('button', { name: 'Resume now' }).click();
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
});

test('the data are there as a chart, as a table and as a file', async ({ bench }) => {
  const popup = await bench.openOwnPage('popup.html');
  await popup.getByRole('tab', { name: 'Data' }).click();
  await expect(popup.getByRole('img', { name: /Bar chart of/ })).toBeVisible();
  await popup.getByRole('button', { name: 'Table' }).click();
  await expect(popup.getByRole('row', { name: /^FY 2017 277 / })).toBeVisible();
  const [download] = await Promise.all([popup.waitForEvent('download'), popup.getByRole('button', { name: 'Download CSV' }).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('"2017","277"');
  await expect(popup.getByRole('link', { name: /^Open the report at TRAC/ })).toHaveAttribute('href', /^https:\/\/trac\.syr\.edu\//);
});

test('a search over claims and documents leads to the library', async ({ bench }) => {
  const popup = await bench.openOwnPage('popup.html');
  await popup.getByRole('tab', { name: 'Sources' }).click();
  await popup.getByRole('searchbox').fill('wayfair cabinets');
  const hit = popup.getByRole('tabpanel').getByRole('link').first();
  await expect(hit).toHaveAttribute('href', /library\.html#claim-wayfair-cabinets$/);
  const [library] = await Promise.all([bench.browser.context.waitForEvent('page'), hit.click()]);
  await expect(library.locator('#claim-wayfair-cabinets')).toBeInViewport({ timeout: 20_000 });
  await library.close();
});
