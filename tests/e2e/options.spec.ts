import { readFileSync } from 'node:fs';
import { attribute } from '../../scripts/tools/pierced.ts';
import { postAbout } from '../fixtures/posts.ts';
import { all, expect, expected, hasClass, test } from './support.ts';

/* What is chosen on the settings page holds on the pages that are open. */

const wayfair = postAbout('wayfair-cabinets');
const MARK = 24;

test('the size of cards changes under the reader’s eyes: one line, then the mark alone, which opens the card', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  const full = await feed.centre(await feed.find(wayfair.id, (node) => hasClass(node, 'card')));
  const options = await bench.openOwnPage('options.html');
  const heightOf = async () => (await feed.centre(await feed.find(wayfair.id, (node) => hasClass(node, 'card')))).height;

  await options.getByRole('radio', { name: 'One line' }).check();
  await expect.poll(async () => attribute(await feed.find(wayfair.id, (node) => hasClass(node, 'card')), 'data-size')).toBe('line');
  expect(await heightOf()).toBeLessThanOrEqual(full.height);

  await options.getByRole('radio', { name: /^Only the mark/ }).check();
  await expect.poll(async () => attribute(await feed.find(wayfair.id, (node) => hasClass(node, 'card')), 'data-size')).toBe('icon');
  await feed.page.bringToFront();
  const icon = await feed.centre(await feed.find(wayfair.id, (node) => hasClass(node, 'card')));
  expect(icon.width).toBeGreaterThanOrEqual(MARK);
  expect(icon.width).toBeLessThanOrEqual(MARK + 10);
  expect(icon.height).toBeGreaterThanOrEqual(MARK);
  const toggle = await feed.find(wayfair.id, (node) => hasClass(node, 'toggle'));
  expect(attribute(toggle, 'title')).toBeTruthy();
  await feed.page.mouse.click(icon.x, icon.y);
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(true);
  const names = all((await feed.cardOf(wayfair.id)).node).filter((node) => node.nodeName === 'SECTION');
  expect(attribute(names[0], 'aria-label')).toMatch(/^Context: /);
  await feed.page.keyboard.press('Escape');
  await expect.poll(() => feed.isOpen(wayfair.id)).toBe(false);
});

test('a topic that was hidden can be shown again, and a site switched off and on', async ({ bench }) => {
  await bench.worker().evaluate(() => chrome.storage.local.set({ settings: { version: 1, topicsHidden: ['wayfair-cabinets'] } }));
  const feed = await bench.open('x', { posts: [wayfair] });
  const options = await bench.openOwnPage('options.html');
  await options.getByRole('button', { name: /^Show again: / }).click();
  await feed.page.bringToFront();
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
  const site = options.getByRole('switch', { name: 'Context cards on X' });
  await site.click();
  await expect.poll(() => feed.outcomes()).toEqual({});
  await site.click();
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
});

test('settings go into a file and come back from it', async ({ bench }) => {
  const options = await bench.openOwnPage('options.html');
  await options.getByRole('switch', { name: 'Context cards on X' }).click();
  await options.getByRole('radio', { name: 'One line' }).check();
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Save settings to a file' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ extension: 'case-by-case', cardSize: 'line', sitesOff: ['x'] });

  await options.getByRole('button', { name: 'Reset all settings' }).click();
  await expect(options.getByRole('radio', { name: /^The fact/ })).toBeChecked();
  await options.getByRole('button', { name: 'Undo the reset' }).click();
  await expect(options.getByRole('radio', { name: 'One line' })).toBeChecked();
  await expect(options.getByRole('switch', { name: 'Context cards on X' })).not.toBeChecked();
  await options.getByRole('button', { name: 'Reset all settings' }).click();
  await expect(options.getByRole('radio', { name: /^The fact/ })).toBeChecked();
  await options.locator('input[type=file]').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(options.getByText('Done: the settings of the file are in use.')).toBeVisible();
  await expect(options.getByRole('radio', { name: 'One line' })).toBeChecked();
  await expect(options.getByRole('switch', { name: 'Context cards on X' })).not.toBeChecked();
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.frames(5);
  expect(await feed.outcomes()).toEqual({});
});

test('a bad file changes nothing and is told by the name of the field', async ({ bench }) => {
  const options = await bench.openOwnPage('options.html');
  await options.getByRole('radio', { name: 'One line' }).check();
  const bad = JSON.stringify({ extension: 'case-by-case', version: 1, cardSize: 'full', language: 'es', sitesOff: ['x', 5] });
  await options.locator('input[type=file]').setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(bad) });
  await expect(options.getByText('cannot be used: sites switched off. Nothing was changed.')).toBeVisible();
  await expect(options.getByRole('radio', { name: 'One line' })).toBeChecked();
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('the country chosen is the one help is shown for', async ({ bench }) => {
  const options = await bench.openOwnPage('options.html');
  await options.getByRole('combobox', { name: 'Country for help' }).selectOption({ label: 'Mexico' });
  const feed = await bench.open('x', { posts: [wayfair] });
  const popup = await bench.openPopup(feed);
  await popup.getByRole('tab', { name: 'Help' }).click();
  await expect(popup.getByRole('combobox', { name: 'Help in' })).toHaveValue('MX');
});

test('the toolbar speaks the person’s language and is grey where nothing is read', async ({ bench }) => {
  await bench.worker().evaluate(() => chrome.storage.local.set({ settings: { version: 1, language: 'es' } }));
  const feed = await bench.open('x', { posts: [wayfair] });
  await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
  const tab = await bench.tabOf(feed);
  const title = (tabId: number) => bench.worker().evaluate((id) => chrome.action.getTitle({ tabId: id }), tabId);
  await expect.poll(() => title(tab)).toBe('Case by Case: 1 tarjeta de contexto en esta página');
  const elsewhere = await bench.openHtml('https://news.example/', '<!doctype html><title>News</title><p>News</p>');
  expect(await title(await bench.tabOf(elsewhere))).toBe('Case by Case: this page is not read');
  await bench.worker().evaluate(() => chrome.storage.local.set({ settings: { version: 1, language: 'es', sitesOff: ['x'] } }));
  await expect.poll(() => title(tab)).toBe('Case by Case: apagado aquí');
});
