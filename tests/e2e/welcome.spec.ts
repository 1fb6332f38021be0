import { AxeBuilder } from '@axe-core/playwright';
import { launchWithExtension } from '../../scripts/tools/browser.ts';
import { attribute, descendants } from '../../scripts/tools/pierced.ts';
import { expect, Feed, test } from './support.ts';

/* The page that opens once, after installing. */

test('it opens by itself when the extension is installed, and asks the network for nothing', async () => {
  const browser = await launchWithExtension({ welcome: true });
  const isWelcome = () => browser.context.pages().filter((page) => page.url().endsWith('/welcome.html')).length;
  await expect.poll(isWelcome).toBe(1);
  expect(browser.blocked).toEqual([]);
  await browser.close();
});

for (const [language, title, more] of [
  ['en', 'Welcome', 'More'],
  ['es', 'Bienvenida', 'Más'],
] as const) {
  test(`its sample feed has a card under the claim and under nothing else: ${language}`, async ({ bench }) => {
    await bench.worker().evaluate((code) => chrome.storage.local.set({ settings: { version: 1, language: code } }), language);
    const page = await bench.openOwnPage('welcome.html');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const posts = page.locator('article');
    await expect(posts).toHaveCount(3);
    await expect(posts.first().locator('case-by-case-card')).toHaveCount(1);
    await expect(page.locator('case-by-case-card')).toHaveCount(1);
    const feed = new Feed(page);
    const [card] = await feed.cards();
    expect(card.claim).toBe('wayfair-cabinets');
    const toggle = descendants(card.node).find((node) => attribute(node, 'class') === 'toggle');
    await feed.clickNode(toggle as typeof card.node);
    await expect
      .poll(async () => (await feed.cards())[0].text)
      .toContain(language === 'en' ? 'What the record shows' : 'Qué dicen los documentos');
    expect(card.text).toContain(more);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
}

test('it leads to the settings and the library', async ({ bench }) => {
  const page = await bench.openOwnPage('welcome.html');
  await expect(page.getByRole('link', { name: 'Open the library' })).toHaveAttribute('href', /library\.html$/);
  const opened = bench.browser.context.waitForEvent('page');
  await page.getByRole('button', { name: 'Settings' }).click();
  const options = await opened;
  await expect(options).toHaveURL(/options\.html$/);
  await options.close();
});
