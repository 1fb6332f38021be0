import type { Page } from '@playwright/test';
import { anyPage } from '../fixtures/any-page/page.ts';
import { filler, POSTS, postAbout } from '../fixtures/posts.ts';
import { type Bench, expect, expected, test, withBrowser } from './support.ts';

/*
 * What the browser was told not to allow. Its own question stands outside every page, where no test of Chromium can press a button: the
 * answer is put in its place here. Firefox's question is answered in `tests/firefox/servers.test.ts`.
 */

const wayfair = postAbout('wayfair-cabinets');
const FORUM = 'https://forum.example/';
const TOLD_NO = 'The browser was told no, so nothing changes here.';

/** From now on the browser is told no on this page; counts how often it was asked. */
async function refuse(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    chrome.permissions.request = (async ({ origins = [] }: { origins?: string[] }) => {
      asked.push(...origins);
      return false;
    }) as typeof chrome.permissions.request;
  });
  return () => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

const added = async (bench: Bench): Promise<string[]> => JSON.parse((await bench.kept()).choices).originsAdded ?? [];

test('a page the person does not allow after all stays unread, and nothing of it is kept', async ({ bench }) => {
  const feed = await bench.openHtml(FORUM, anyPage({ posts: POSTS }));
  const popup = await bench.openPopup(feed);
  const asked = await refuse(popup);
  const ask = popup.getByRole('button', { name: 'Try on this page' });
  await ask.click();
  await expect(popup.getByText(TOLD_NO)).toBeVisible();
  await expect(popup.getByRole('status')).toHaveText('Case by Case does not read this page.');
  expect(await added(bench)).toEqual([]);
  expect(await feed.cards()).toEqual([]);
  // They may be asked again, and say no again.
  await ask.click();
  await expect.poll(asked).toEqual([`${FORUM}*`, `${FORUM}*`]);
  await expect(popup.getByText(TOLD_NO)).toBeVisible();
  const options = await bench.openOwnPage('options.html');
  await expect(options.getByRole('heading', { name: 'More servers' })).toBeVisible();
  await expect(options.getByText('forum.example')).toHaveCount(0);
});

test('a server that is not allowed is not added, and its address stays where it was typed', async ({ bench }) => {
  const options = await bench.openOwnPage('options.html');
  const asked = await refuse(options);
  const field = options.getByRole('textbox', { name: 'Address of the server' });
  await field.fill('toot.example');
  await options.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(options.getByText('The browser was told no, so that server is not read.')).toBeVisible();
  await expect(field).toHaveValue('toot.example');
  expect(await asked()).toEqual(['https://toot.example/*']);
  expect(await added(bench)).toEqual([]);
  await field.fill('not a server');
  await options.keyboard.press('Enter');
  await expect(options.getByText('Not added: that is not the address of a server.')).toBeVisible();
  expect(await asked()).toHaveLength(1);
});

test('a site of ours the browser withholds: the popup says so, also after a second no, and reads once it may and the page is loaded again', async () => {
  await withBrowser({}, async (bench) => {
    const access = await accessTo(bench);
    await access('ON_CLICK');
    const feed = await bench.open('x', { posts: [wayfair, ...filler(2)] });
    const popup = await bench.openPopup(feed);
    await expect(popup.getByRole('status')).toHaveText('Not allowed to read this page');
    expect(await feed.cards()).toEqual([]);
    const asked = await refuse(popup);
    await popup.getByRole('button', { name: 'Allow on this site' }).click();
    await expect(popup.getByText(TOLD_NO)).toBeVisible();
    expect(await asked()).toEqual(['https://x.com/*']);
    expect(await added(bench)).toEqual([]);
    await access('ON_ALL_SITES');
    await expect(popup.getByRole('status')).toHaveText('Not reading this page yet');
    const loaded = feed.page.waitForEvent('load');
    await popup.getByRole('button', { name: 'Load the page again' }).click();
    await loaded;
    await expect.poll(() => feed.outcomes()).toEqual(expected([wayfair]));
    await expect(popup.getByRole('status')).toHaveText('Reading posts on X');
    expect(await added(bench)).toEqual([]);
  });
});

/** Sets, on the browser's own page of extensions, which sites the extension may read. */
async function accessTo(bench: Bench): Promise<(hostAccess: string) => Promise<void>> {
  const page = await bench.browser.context.newPage();
  await page.goto('chrome://extensions');
  return (hostAccess) =>
    page.evaluate(
      async (update) => {
        type Manager = { developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> } };
        await (globalThis as unknown as { chrome: Manager }).chrome.developerPrivate.updateExtensionConfiguration(update);
      },
      { extensionId: bench.browser.extensionId, hostAccess },
    );
}
