// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createFinder } from '../../../lib/feed/posts.ts';
import { put, site, tweet } from './support.ts';

beforeEach(() => document.body.replaceChildren());

const names = (id: string, root: Element | Document = document) =>
  createFinder(site(id))
    .within(root)
    .map((post) => post.layout.name);

test('finds the root itself, posts inside it, and the post around it', () => {
  const cell = put(tweet('one'));
  const finder = createFinder(site('x'));
  const article = cell.firstElementChild as Element;
  expect(finder.within(article).map(({ element }) => element)).toEqual([article]);
  expect(finder.within(cell)).toHaveLength(1);
  expect(finder.owner(article.querySelector('time') as Element)?.element).toBe(article);
});

test('a quoted post is a post of its own', () => {
  put(tweet('outer', { quote: 'inner' }));
  expect(names('x')).toEqual(['post', 'quoted post']);
});

test('posts in drafts and messages are none', () => {
  put(`<div data-testid="DMDrawer">${tweet('secret')}</div>`);
  put(`<div contenteditable="true">${tweet('draft')}</div>`);
  put(`<form><input type="password">${tweet('sign in')}</form>`);
  expect(names('x')).toEqual([]);
});

const story = (message: string) => `<div class="unit"><div><div><span data-ad-rendering-role="profile_name">N</span></div>
  <div data-ad-rendering-role="story_message"><div dir="auto">${message}</div></div></div><div class="foot"><div data-ad-rendering-role="like_button"></div></div></div>`;

test('a Facebook story is the first box around its author that has a like button, also inside a numbered unit', () => {
  put(`<div role="main"><div aria-posinset="1"><div>${story('a')}</div></div><div>${story('b')}</div></div>`);
  const finder = createFinder(site('facebook'));
  const found = finder.within(document).filter(({ layout }) => layout.name === 'story');
  expect(found.map(({ element }) => element.className)).toEqual(['unit', 'unit']);
  expect(finder.owner(document.querySelector('[dir="auto"]') as Element)?.element.className).toBe('unit');
});

test('a numbered unit around a story has none of its words', () => {
  put(`<div role="main"><div aria-posinset="1"><div>${story('a')}</div></div></div>`);
  const finder = createFinder(site('facebook'));
  const words = finder.within(document).map((post) => [post.layout.name, finder.own(post, '[dir="auto"]').length]);
  expect(words).toEqual([
    ['numbered unit', 0],
    ['story', 1],
  ]);
});

test('a story whose buttons arrive later is found by them', () => {
  put(`<div role="main">${story('a')}</div>`);
  const foot = document.querySelector('.foot') as Element;
  const buttons = foot.firstElementChild as Element;
  buttons.remove();
  const finder = createFinder(site('facebook'));
  expect(finder.within(document)).toEqual([]);
  foot.append(buttons);
  expect(finder.within(buttons)).toHaveLength(1);
});

test('nested comments own their own words only', () => {
  put(`<shreddit-comment thingid="t1_a"><div slot="comment"><div class="md">A</div></div>
    <shreddit-comment thingid="t1_b"><div slot="comment"><div class="md">B</div></div></shreddit-comment></shreddit-comment>`);
  const finder = createFinder(site('reddit'));
  const own = finder.within(document).map((post) => finder.own(post, '[slot="comment"]').map((element) => element.textContent));
  expect(own).toEqual([['A'], ['B']]);
});

test('what became a draft inside a post, or is quoted in it, is not its own', () => {
  const cell = put(tweet('outer', { quote: 'inner' }));
  const finder = createFinder(site('x'));
  const words = (): (string | null)[][] =>
    finder.within(cell).map((post) => finder.own(post, '[data-testid="tweetText"]').map((element) => element.textContent));
  expect(words()).toEqual([['outer'], ['inner']]);
  const [outer] = cell.querySelectorAll('[data-testid="tweetText"]');
  outer.setAttribute('contenteditable', 'true');
  expect(words()).toEqual([[], ['inner']]);
  outer.removeAttribute('contenteditable');
  outer.parentElement?.setAttribute('role', 'textbox');
  expect(words()).toEqual([[], ['inner']]);
});

test('a Bluesky quote in a feed item, a Mastodon quote in a status', () => {
  put(
    `<div data-testid="feedItem-by-a" role="link"><div><div data-testid="postText" data-word-wrap="1">o</div></div><div role="link"><div data-word-wrap="1">i</div></div></div>`,
  );
  expect(names('bluesky')).toEqual(['feed item', 'listed or quoted post']);
  put(`<div class="status" data-id="1"><div class="status__content"><div class="status__content__text">o</div></div>
    <div class="status__quote"><div class="status status--is-quote" data-id="2"><div class="status__content"><div class="status__content__text">i</div></div></div></div></div>`);
  const finder = createFinder(site('mastodon'));
  expect(finder.within(document).map((post) => finder.own(post, '.status__content__text').map((element) => element.textContent))).toEqual([
    ['o'],
    ['i'],
  ]);
});

test('a layout no browser can parse is reported and the others work', () => {
  const facts = site('x');
  facts.layouts.unshift({ ...facts.layouts[0], name: 'broken', post: 'div[[' });
  const broken: string[] = [];
  put(tweet('one'));
  expect(createFinder(facts, (name) => broken.push(name)).within(document)).toHaveLength(1);
  expect(broken).toEqual(['broken']);
});

/** Post, its layout and its own texts, for each post found; and for each element whose it is and whether it is never read. */
function allOf(id: string, inOneTurn: boolean): unknown[] {
  const finder = createFinder(site(id));
  const said: unknown[] = [];
  const ask = (): void => {
    const every = [...document.body.querySelectorAll('*')];
    for (const list of every.filter((element) => element.parentElement === document.body)) {
      for (const post of finder.within(list)) {
        const own = post.layout.text.flatMap((selector) => finder.own(post, selector));
        said.push([post.layout.name, post.element, ...own.filter((element) => !finder.isNever(element))]);
      }
    }
    for (const element of [...every, ...every.toReversed()]) said.push([finder.owner(element)?.element, finder.isNever(element)]);
  };
  if (inOneTurn) finder.steady(ask);
  else ask();
  return said;
}

test.each(['x', 'bluesky', 'facebook'])('what is remembered within one turn is what would be found anew: %s', (id) => {
  put(tweet('alone'));
  put(tweet('outer', { quote: 'inner' }));
  put(`<div>${tweet('row')}<div contenteditable="true">${tweet('draft')}</div></div>`);
  put(`<div data-testid="DMDrawer">${tweet('secret')}<p>more</p></div>`);
  put(
    `<div data-testid="feedItem-by-a" role="link"><div data-word-wrap="1">o</div><div role="link"><div data-word-wrap="1">i</div></div></div>`,
  );
  put(`<div role="main">${story('a')}<div role="textbox">${story('b')}</div></div>`);
  expect(allOf(id, true)).toEqual(allOf(id, false));
});

test('what is remembered is forgotten after the turn', () => {
  const cell = put(tweet('one'));
  const article = cell.firstElementChild as Element;
  const finder = createFinder(site('x'));
  finder.steady(() => expect(finder.isNever(article)).toBe(false));
  cell.setAttribute('contenteditable', 'true');
  expect(finder.isNever(article)).toBe(true);
  finder.steady(() => expect(finder.within(document)).toEqual([]));
});
