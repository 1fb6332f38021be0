import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, expected, test } from './support.ts';

/*
 * Pages of real sites, saved with all their words replaced. They are no part of the project; where they lie beside it, other words are
 * put into them and the built extension reads them: what is a post's text there was found by hand, not by the sites' files.
 */

const FOLDER = join(import.meta.dirname, '../../../shared/platforms/captures');
const wayfair = postAbout('wayfair-cabinets');
const [calm] = filler(1);

interface Capture {
  file: string;
  url: string;
  /** The outermost elements with these are the texts of posts and comments, a quoted post's among them, and nothing else is. */
  texts: string;
  /** How many of them there are. */
  posts: number;
  /** What else belongs to a post: titles of link previews, polls. */
  also?: string;
}

const TELEGRAM = { texts: '.tgme_widget_message_bubble .js-message_text', also: '.link_preview_title, .link_preview_description' };

const CAPTURES: Capture[] = [
  {
    file: 'x/home-2024-12',
    url: 'https://x.com/home',
    texts: '[data-testid="tweetText"]',
    posts: 7,
    also: '[data-testid="card.wrapper"]',
  },
  {
    file: 'facebook/home-2025-07',
    url: 'https://www.facebook.com/',
    texts: '[data-ad-preview="message"]',
    posts: 1,
    also: '[data-ad-rendering-role="title"], [data-ad-rendering-role="description"]',
  },
  // Five posts of the feed, a comment under one, and one of the posts once more, opened over the feed.
  { file: 'linkedin/feed-2022-05', url: 'https://www.linkedin.com/feed/', texts: '.feed-shared-text', posts: 7 },
  { file: 'telegram/s-channel', url: 'https://t.me/s/everydaytalk', posts: 12, ...TELEGRAM },
  ...['link_preview', 'media_forwarded_from', 'text'].map((kind) => ({
    file: `telegram/message-${kind}`,
    url: 'https://t.me/s/everydaytalk',
    posts: 1,
    ...TELEGRAM,
  })),
].filter(({ file }) => existsSync(pathOf(file)));

for (const { file, url, texts, posts, also } of CAPTURES)
  test(`${file}: every post is found, and nothing but its text is read`, async ({ bench }) => {
    // Without what a browser would fetch.
    const page = readFileSync(pathOf(file), 'utf8').replace(/<link [^>]*>| (src|srcset|xlink:href)="[^"]*"|url\([^)]*\)/g, '');
    const open = (given: Partial<Words>) => {
      const words: Words = { texts, also, ofPosts: [], elsewhere: '', ...given };
      return bench.openHtml(url, page.replace('</body>', `<script>(${putWords})(${JSON.stringify(words)})</script></body>`));
    };
    const ids = Array.from({ length: posts }, (_, i) => String(i));
    const claims = (which: string[]) => expected(which.map((id) => ({ ...wayfair, id })));
    // All of them; every other one; none, with the claim in everything a page has besides.
    const all = await open({ ofPosts: ids.map((id) => `${id}. ${wayfair.text}`) });
    await expect.poll(() => all.outcomes()).toEqual(claims(ids));
    const odd = (id: string) => Number(id) % 2 === 0;
    const some = await open({ ofPosts: ids.map((id) => `${id}. ${odd(id) ? wayfair.text : calm.text}`) });
    await expect.poll(() => some.outcomes()).toEqual(claims(ids.filter(odd)));
    const none = await open({ ofPosts: ids.map((id) => `${id}. ${odd(id) ? calm.text : wayfair.text}`), elsewhere: wayfair.text });
    // Where no card is to come, one that should not has the time to.
    await none.frames(60);
    await expect.poll(() => none.outcomes()).toEqual(claims(ids.filter((id) => !odd(id))));
    const found = Object.keys(await all.outcomes()).length;
    console.log(`${file.padEnd(32)} ${found} of ${posts} posts found, nothing else read`);
  });

function pathOf(file: string): string {
  return join(FOLDER, `${file}.scrubbed.html`);
}

interface Words {
  texts: string;
  also?: string;
  /** For each text in reading order. */
  ofPosts: string[];
  /** For every other piece of text on the page; nothing: they stay. */
  elsewhere: string;
}

/** Puts words into a saved page, before the reader comes. Runs in the page. */
function putWords({ texts, also, ofPosts, elsewhere }: Words): void {
  document.currentScript?.remove();
  const outermost = [...document.querySelectorAll(texts)].filter((one) => !one.parentElement?.closest(texts));
  // Saved pages have one name for all messages.
  for (const [i, message] of document.querySelectorAll('[data-post]').entries()) message.setAttribute('data-post', `channel/${i}`);
  const pieces = (root: Element) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) found.push(walker.currentNode as Text);
    return found;
  };
  const kept = [texts, also, 'script', 'style', 'title'].filter(Boolean).join();
  if (elsewhere) for (const piece of pieces(document.body)) if (!piece.parentElement?.closest(kept)) piece.nodeValue = elsewhere;
  for (const [i, text] of outermost.entries())
    for (const [nth, piece] of pieces(text).entries()) piece.nodeValue = nth === 0 ? (ofPosts[i] ?? 'one text too many') : ' ';
  // A card belongs to the last text before it.
  const before = (host: Element) =>
    outermost.findLastIndex((text) => text.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING);
  (window as unknown as { fixture: object }).fixture = { idOf: (host: Element) => String(before(host)) };
}
