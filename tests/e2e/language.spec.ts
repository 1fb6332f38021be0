import { postAbout } from '../fixtures/posts.ts';
import { expect, test } from './support.ts';

/* The interface and the cards in another language than English. */

const wayfair = postAbout('wayfair-cabinets');

test.beforeEach(async ({ bench }) => {
  await bench.worker().evaluate(() => chrome.storage.local.set({ settings: { version: 1, language: 'es' } }));
});

test('a card is in the chosen language', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  const card = await feed.cardOf(wayfair.id);
  expect(card.text).toContain('Contexto');
  expect(card.text).toContain('Más');
});

test('why nothing is read is said in the chosen language', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] }, '/messages/17');
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('status')).toHaveText('Apagado en X');
  await expect(popup.getByText('Los mensajes, los ajustes y las páginas de acceso no se leen nunca.')).toBeVisible();
});

test('the settings are in the chosen language and can change it', async ({ bench }) => {
  const page = await bench.openOwnPage('options.html');
  await expect(page.getByRole('heading', { name: 'Ajustes' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Idioma' }).selectOption('en');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('the library has its topics, data and help in the chosen language', async ({ bench }) => {
  const page = await bench.openOwnPage('library.html');
  await expect(page.locator('#topic-coalition-statement')).toContainText('Declaración de una coalición');
  await expect(page.locator('#claim-save-the-children-hashtag').getByRole('link', { name: /Declaración de una coalición/ })).toBeVisible();
  await expect(page.locator('#series-trac-1591')).toContainText('Procesamientos federales');
  await expect(page.locator('#changes')).toContainText('Primera versión.');
  await page.locator('#help').getByRole('combobox').selectOption('US');
  await page.getByRole('button', { name: 'He visto algo en persona' }).click();
  await expect(page.locator('#help')).toContainText('Anote el lugar, la hora y lo visto');
  await expect(page.locator('#help')).toContainText('1-888-373-7888');
});
