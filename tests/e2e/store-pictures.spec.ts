import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SPOKEN, type Spoken } from '../../lib/language.ts';
import { fileName, type PICTURES } from '../../scripts/release/listing.ts';
import { TAKEN } from '../../scripts/release/pictures.ts';
import { STORE_POSTS } from '../fixtures/demo/store.ts';
import { xPage } from '../fixtures/x/page.ts';
import { type Bench, control, expect, expected, type Feed, SITES, test } from './support.ts';

/* The pictures of the stores, in .output/screenshots/store: the extension as it is, at the size stores ask for. */

const SIZE = { width: 1280, height: 800 };
const WORDS = {
  en: { more: 'More', why: 'Why this card', help: 'Help' },
  es: { more: 'Más', why: 'Por qué aparece', help: 'Ayuda' },
};
const [, opened] = STORE_POSTS.en;

function path(language: Spoken, picture: (typeof PICTURES)[number]): string {
  return `${TAKEN}/${language}/${fileName(picture)}`;
}

async function openFeed(bench: Bench, language: Spoken): Promise<Feed> {
  await bench.worker().evaluate((code) => chrome.storage.local.set({ settings: { version: 1, language: code } }), language);
  const posts = STORE_POSTS[language];
  const feed = await bench.openHtml(SITES.x.url, xPage({ posts, theme: 'light', language }));
  await feed.page.setViewportSize(SIZE);
  await expect.poll(() => feed.outcomes()).toEqual(expected(posts));
  return feed;
}

/** The popup, as high as the browser makes it. */
function picture(popup: Page): Promise<Buffer> {
  return popup.locator('.popup').screenshot();
}

/** The popup hangs over the page; a browser without a window has no popup, so the two pictures are laid over each other. */
async function over(bench: Bench, page: Buffer, popup: Buffer): Promise<Page> {
  const both = await bench.browser.context.newPage();
  await both.setViewportSize(SIZE);
  const source = (picture: Buffer) => `data:image/png;base64,${picture.toString('base64')}`;
  await both.setContent(
    `<style>body{margin:0}img{position:absolute;top:0;left:0}img+img{top:8px;left:auto;right:24px;border-radius:8px;box-shadow:0 2px 16px #0006}</style>
    <img src="${source(page)}"><img src="${source(popup)}">`,
  );
  return both;
}

for (const language of SPOKEN) {
  const words = WORDS[language];

  test(`feed, card and popup for the stores, ${language}`, async ({ bench }) => {
    const feed = await openFeed(bench, language);
    await feed.page.screenshot({ path: path(language, 'feed') });
    const popup = await bench.openPopup(feed);
    await expect(popup.getByRole('tabpanel').getByRole('button').first()).toBeVisible();
    const both = await over(bench, readFileSync(path(language, 'feed')), await picture(popup));
    await both.screenshot({ path: path(language, 'popup') });
    await both.close();
    await feed.page.bringToFront();
    await feed.click(opened.id, words.more);
    await feed.find(opened.id, control(words.why));
    await feed.page.evaluate((id) => {
      window.fixture.elementOf(id)?.scrollIntoView({ block: 'start' });
      scrollBy(0, -60);
    }, opened.id);
    await feed.page.mouse.move(0, 0);
    await feed.frames(20);
    await feed.page.screenshot({ path: path(language, 'card') });
  });

  test(`library and help for the stores, ${language}`, async ({ bench }) => {
    const feed = await openFeed(bench, language);
    const library = await bench.openOwnPage('library.html');
    await library.setViewportSize(SIZE);
    await expect(library.getByRole('heading', { level: 1 })).toBeVisible();
    await library.screenshot({ path: path(language, 'library') });
    const popup = await bench.openPopup(feed);
    await popup.getByRole('tab', { name: words.help }).click();
    await expect(popup.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
    await feed.page.bringToFront();
    const both = await over(bench, await feed.page.screenshot(), await picture(popup));
    await both.screenshot({ path: path(language, 'help') });
    await both.close();
  });
}
