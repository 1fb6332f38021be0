import type { Page } from '@playwright/test';
import { filler, postAbout } from '../fixtures/posts.ts';
import { type Bench, control, expect, hasClass, test, withBrowser } from './support.ts';

/* The browser's own zoom at 200 %: everything is twice as large, has half the room, and stays within it. */

const wayfair = postAbout('wayfair-cabinets');
const series = postAbout('trump-prosecuted-far-fewer');
const PAGES = ['welcome.html', 'options.html', 'library.html', 'check.html'];
const TWICE = 2;
/** As large as a browser lets a popup become, in device pixels. */
const POPUP = { width: 760, height: 600 };

/** Zooms a page as the browser's menu does; the choice holds for all pages of its site. */
async function enlarge(bench: Bench, page: Page): Promise<void> {
  await page.bringToFront();
  await bench.worker().evaluate(async (factor) => {
    const [{ id = -1 }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.tabs.setZoom(id, factor);
  }, TWICE);
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(TWICE);
}

/** How far a page reaches beyond its window to the side, in CSS pixels. */
const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('our pages and the popup stay within their window', async () => {
  await withBrowser({}, async (bench) => {
    const feed = await bench.open('x', { posts: [wayfair, ...filler(2), series] });
    await feed.cardOf(wayfair.id);
    for (const path of PAGES) {
      const page = await bench.openOwnPage(path);
      await expect(page.locator('h1').first()).toBeVisible();
      await enlarge(bench, page);
      expect(await beyond(page), path).toBeLessThanOrEqual(0);
    }
    const popup = await bench.openPopup(feed);
    await popup.setViewportSize(POPUP);
    await enlarge(bench, popup);
    for (const tab of await popup.getByRole('tab').all()) {
      await tab.click();
      await expect(popup.getByRole('tabpanel')).not.toHaveText('Loading…');
      const name = await tab.textContent();
      expect(await beyond(popup), `${name}`).toBeLessThanOrEqual(0);
      // All of it is reached by scrolling one thing, to its last control.
      const settings = popup.getByRole('button', { name: 'Settings' });
      await settings.scrollIntoViewIfNeeded();
      await expect(settings, `${name}`).toBeInViewport();
      expect(await popup.getByRole('tabpanel').evaluate((panel) => panel.scrollHeight - panel.clientHeight), `${name}`).toBeLessThanOrEqual(
        1,
      );
    }
  });
});

test('a card stays within its post, closed and open', async () => {
  await withBrowser({}, async (bench) => {
    const feed = await bench.open('x', { posts: [series, ...filler(2)] });
    await feed.cardOf(series.id);
    await enlarge(bench, feed.page);
    const inside = () =>
      feed.page.evaluate(() => {
        const card = document.querySelector('case-by-case-card')?.getBoundingClientRect() ?? new DOMRect(-1);
        const post = document.querySelector('article')?.getBoundingClientRect() ?? new DOMRect();
        return card.left >= post.left && card.right <= post.right && card.width > 0;
      });
    expect(await inside()).toBe(true);
    await feed.focus(await feed.find(series.id, (node) => hasClass(node, 'toggle')));
    await feed.page.keyboard.press('Enter');
    const why = await feed.find(series.id, control('Why this card'));
    expect(await inside()).toBe(true);
    const card = await feed.find(series.id, (node) => hasClass(node, 'card'));
    const wide = await feed.on(card, function (this: Element) {
      return this.scrollWidth - this.clientWidth;
    });
    expect(wide).toBeLessThanOrEqual(0);
    expect((await feed.centre(why)).height).toBeGreaterThanOrEqual(24);
  });
});
