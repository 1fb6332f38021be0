import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { attribute } from '../../scripts/tools/pierced.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { all, control, expect, type Feed, hasClass, SITE_IDS, test } from './support.ts';

/* Every surface in every state: nothing axe objects to, in both themes and in forced colours; the whole way by keyboard. */

const wayfair = postAbout('wayfair-cabinets');
const PAGES = ['welcome.html', 'options.html', 'library.html', 'check.html'];
const LOOKS = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const;
/** How many times Tab may be pressed before a page gives the focus back. */
const MOST_STOPS = 400;

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`);
}

/** Looks for one claim where there is a search: axe takes minutes over all of them, which are drawn by the same code. */
async function narrow(page: Page): Promise<void> {
  const search = page.getByRole('searchbox');
  if ((await search.count()) > 0) await search.fill('wayfair');
}

for (const path of PAGES) {
  test(`${path} is free of faults in every look`, async ({ bench }) => {
    const page = await bench.openOwnPage(path);
    await expect(page.locator('h1').first()).toBeVisible();
    await narrow(page);
    const faults: string[] = [];
    for (const look of LOOKS) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...look });
      faults.push(...(await faultsOf(page, JSON.stringify(look))));
    }
    expect(faults).toEqual([]);
  });
}

test('every part of the popup is free of faults in every look', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair, ...filler(2)] });
  await feed.cardOf(wayfair.id);
  const popup = await bench.openPopup(feed);
  const faults: string[] = [];
  for (const look of LOOKS) {
    await popup.emulateMedia({ colorScheme: null, forcedColors: null, ...look });
    for (const tab of await popup.getByRole('tab').all()) {
      await tab.click();
      await expect(popup.getByRole('tabpanel')).not.toHaveText('Loading…');
      await narrow(popup);
      faults.push(...(await faultsOf(popup, `${JSON.stringify(look)} ${await tab.textContent()}`)));
    }
  }
  expect(faults).toEqual([]);
});

/** A closed root keeps axe out; a copy of the card with its style sheet, set into the same place, does not. */
async function copyCard(feed: Feed, post: string): Promise<void> {
  const { node } = await feed.cardOf(post);
  const section = all(node).find((inner) => hasClass(inner, 'card')) as typeof node;
  await feed.on(section, function (this: Element) {
    const root = this.getRootNode() as ShadowRoot;
    const host = root.host as HTMLElement;
    const copy = document.createElement('div');
    copy.id = 'card-copy';
    const open = copy.attachShadow({ mode: 'open' });
    open.adoptedStyleSheets = root.adoptedStyleSheets;
    open.append(this.cloneNode(true));
    host.after(copy);
  });
}

async function faultsOfCard(feed: Feed, post: string): Promise<string[]> {
  await copyCard(feed, post);
  const { violations } = await new AxeBuilder({ page: feed.page }).include('#card-copy').analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

for (const site of SITE_IDS) {
  for (const theme of ['light', 'dark'] as const) {
    test(`an open card on ${site} is free of faults in the ${theme}`, async ({ bench }) => {
      const feed = await bench.open(site, { posts: [wayfair, ...filler(1)], theme });
      await feed.click(wayfair.id, 'More');
      await feed.find(wayfair.id, control('Why this card'));
      await feed.click(wayfair.id, 'Why this card');
      await feed.frames(20);
      expect(await faultsOfCard(feed, wayfair.id)).toEqual([]);
    });
  }
}

test('an open card is free of faults in forced colours', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.page.emulateMedia({ forcedColors: 'active' });
  await feed.click(wayfair.id, 'More');
  await feed.find(wayfair.id, control('Why this card'));
  await feed.frames(20);
  expect(await faultsOfCard(feed, wayfair.id)).toEqual([]);
});

test('names and roles stay what they are', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.cardOf(wayfair.id);
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('button', { name: /Show on the page/ })).toBeVisible();
  await expect(popup.locator('body')).toMatchAriaSnapshot({ name: 'popup.aria.yml' });
  await popup.getByRole('tab', { name: 'Help' }).click();
  await expect(popup.getByRole('tabpanel').getByRole('heading')).toBeVisible();
  await expect(popup.getByRole('tabpanel')).toMatchAriaSnapshot({ name: 'help.aria.yml' });
  await feed.click(wayfair.id, 'More');
  await feed.find(wayfair.id, control('Why this card'));
  await feed.click(wayfair.id, 'Report a mistake');
  await feed.frames();
  await copyCard(feed, wayfair.id);
  await expect(feed.page.locator('#card-copy')).toMatchAriaSnapshot({ name: 'card.aria.yml' });
  const options = await bench.openOwnPage('options.html');
  await expect(options.getByRole('combobox', { name: 'Country for help' }).locator('option').nth(1)).toBeAttached();
  await expect(options.locator('body')).toMatchAriaSnapshot({ name: 'options.aria.yml' });
});

/** The names of what Tab comes to, in order, until the page gives the focus back. */
async function walk(page: Page): Promise<string[]> {
  const names: string[] = [];
  while (names.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (!at || at === document.body) return undefined;
      if (!at.matches(':focus-visible')) return `no focus to be seen on ${at.outerHTML.slice(0, 80)}`;
      return at.getAttribute('aria-label') ?? (at as HTMLInputElement).labels?.[0]?.textContent ?? at.textContent ?? '';
    });
    if (name === undefined || (names.length > 0 && name === names[0])) return names;
    names.push(name.trim());
  }
  return names;
}

test('the settings can be walked through and used by keyboard alone', async ({ bench }) => {
  const page = await bench.openOwnPage('options.html');
  await expect(page.getByRole('combobox', { name: 'Country for help' }).locator('option').nth(1)).toBeAttached();
  const stops = await walk(page);
  expect(stops.filter((name) => name === '' || name.startsWith('no focus'))).toEqual([]);
  expect(stops[0]).toBe('Case by Case');
  for (const name of ['Context cards on X', 'Address of the server', 'Language', 'Country for help', 'Save settings to a file'])
    expect(stops).toContain(name);
  expect(stops.at(-1)).toBe('Reset all settings');
  await page.getByRole('switch', { name: 'Context cards on X' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'Context cards on X' })).not.toBeChecked();
  await page.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'One line' })).toBeChecked();
});

test('the popup can be walked through and used by keyboard alone', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  await feed.cardOf(wayfair.id);
  const popup = await bench.openPopup(feed);
  await expect(popup.getByRole('button', { name: /Show on the page/ })).toBeVisible();
  const stops = await walk(popup);
  expect(stops.filter((name) => name === '' || name.startsWith('no focus'))).toEqual([]);
  expect(stops[0]).toBe('Context cards on X');
  expect(stops).toContain('This page');
  expect(stops.at(-1)).toBe('Settings');
  await popup.getByRole('tab', { name: 'This page' }).focus();
  for (const name of ['Data', 'Sources', 'Help', 'This page']) {
    await popup.keyboard.press('ArrowRight');
    await expect(popup.getByRole('tab', { name })).toBeFocused();
    await expect(popup.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  }
});

test('an open card can be walked through by keyboard, and Escape gives the focus back to its button', async ({ bench }) => {
  const feed = await bench.open('x', { posts: [wayfair] });
  const toggle = await feed.find(wayfair.id, (node) => hasClass(node, 'toggle'));
  await feed.focus(toggle);
  await feed.page.keyboard.press('Enter');
  await feed.find(wayfair.id, control('Why this card'));
  const card = (await feed.cardOf(wayfair.id)).node;
  const section = all(card).find((node) => hasClass(node, 'card')) as typeof card;
  const focused = () =>
    feed.on(section, function (this: Element) {
      return (this.getRootNode() as ShadowRoot).activeElement?.textContent ?? '';
    });
  const stops: string[] = [];
  for (let i = 0; i < MOST_STOPS; i++) {
    await feed.page.keyboard.press('Tab');
    const name = await focused();
    if (name === '') break;
    stops.push(name);
  }
  expect(stops.slice(-5)).toEqual(['Why this card', 'Copy a short reply', 'Share the sources', 'Hide', 'Report a mistake']);
  await feed.focus(await feed.find(wayfair.id, control('Hide')));
  await feed.page.keyboard.press('Escape');
  await expect.poll(focused).toBe('More');
  expect(attribute(await feed.find(wayfair.id, (node) => hasClass(node, 'toggle')), 'aria-expanded')).toBe('false');
});
