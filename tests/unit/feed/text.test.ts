// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createFinder } from '../../../lib/feed/posts.ts';
import { createTextReader, MAX_TEXT } from '../../../lib/feed/text.ts';
import { put, site, tweet } from './support.ts';

beforeEach(() => document.body.replaceChildren());

function read(siteId: string, html: string, nth = 0): string {
  put(html);
  const facts = site(siteId);
  const finder = createFinder(facts);
  const post = finder.within(document)[nth];
  return createTextReader(facts, finder).read(post);
}

test('joins runs, takes emoji from alt and keeps mentions in their line', () => {
  const html = tweet('<span>Save </span><img alt="🧒"><div>@who</div><span> now</span>');
  expect(read('x', html)).toBe('Save 🧒@who now');
});

test('breaks lines at blocks and <br>, and takes source line breaks for blanks', () => {
  const html =
    '<article><shreddit-post permalink="/r/a/comments/1/"><a slot="title">One\n two</a><div slot="text-body"><div class="md"><p>Three<br>four</p><p>five</p></div></div></shreddit-post></article>';
  expect(read('reddit', html)).toBe('One two\nThree\nfour\nfive');
});

test('keeps one empty line of several and no blanks at the ends of lines, where line breaks count', () => {
  expect(read('x', tweet('\n One \u00a0\n\n\n \n  two\n\nthree\nfour \n'))).toBe('One\n\ntwo\n\nthree\nfour');
  expect(read('x', tweet('One\n\ntwo\nthree'), 1)).toBe('One\n\ntwo\nthree');
});

test('leaves out labels, buttons, code, drafts, our own card and copies for screen readers', () => {
  const html = tweet(
    'Words<button>Translate</button><div role="button">See more</div><span aria-hidden="true">Words</span><script>x</script><textarea>draft</textarea><div contenteditable="true">draft</div><case-by-case-card>card</case-by-case-card><div role="textbox">draft</div>',
  );
  expect(read('x', html)).toBe('Words');
});

test('leaves out letters hidden by attribute or inline style, at any spelling', () => {
  const html = tweet(
    'a<span hidden>1</span><span style="display: none">2</span><span style="color:red;visibility:hidden">3</span><span style="font-size:0">4</span><span style="font-size:0px;">5</span><span style="font-size:0.9em">b</span>',
  );
  expect(read('x', html)).toBe('ab');
});

test('reads own words first, then pictures and link titles', () => {
  const html = `<article data-testid="tweet"><div data-testid="card.wrapper"><span>Title of the page</span></div><div><div data-testid="tweetText">Own</div></div><div data-testid="tweetPhoto"><img alt="A cat"></div></article>`;
  expect(read('x', html)).toBe('Own\nA cat\nTitle of the page');
});

test('takes the words in a picture out of a machine description', () => {
  const html = `<div><span data-ad-rendering-role="profile_name">N</span><div data-ad-rendering-role="story_message"><div dir="auto">Look</div></div>
    <a href="https://www.facebook.com/photo?fbid=1"><img alt="May be an image of text that says 'THEY SELL CABINETS'"></a><div data-ad-rendering-role="like_button"></div></div>`;
  expect(read('facebook', html)).toBe('Look\nTHEY SELL CABINETS');
});

test('reads no description that the site wrote itself', () => {
  const facebook = `<div><span data-ad-rendering-role="profile_name">N</span><div data-ad-rendering-role="story_message"><div dir="auto">Look</div></div>
    <a href="https://www.facebook.com/photo?fbid=1"><img alt="Photo by N. May be an image of one or more people."></a><div data-ad-rendering-role="like_button"></div></div>`;
  expect(read('facebook', facebook)).toBe('Look');
  document.body.replaceChildren();
  const x = `<article data-testid="tweet"><div><div data-testid="tweetText">Own</div></div><div data-testid="tweetPhoto"><img alt="Image"></div></article>`;
  expect(read('x', x)).toBe('Own');
});

test('leaves out the quoted post, and the quoted post holds its own words', () => {
  const html = tweet('outer', { quote: 'inner' });
  expect(read('x', html, 0)).toBe('outer');
  document.body.replaceChildren();
  expect(read('x', html, 1)).toBe('inner');
});

test('keeps the start of an endless text', () => {
  const text = read('x', tweet(`START ${'x'.repeat(60_000)}`));
  expect(text.length).toBeLessThanOrEqual(MAX_TEXT);
  expect(text.startsWith('START')).toBe(true);
});

test('gives texts of any script whole', () => {
  for (const words of ['Вайфэр продаёт детей', '救救孩子 #日本', 'أنقذوا الأطفال', 'बच्चों को बचाओ']) {
    document.body.replaceChildren();
    expect(read('x', tweet(words))).toBe(words);
  }
});

test('the site’s own labels change nothing (Facebook "See more")', () => {
  const story = (label: string) =>
    `<div><span data-ad-rendering-role="profile_name">N</span><div data-ad-rendering-role="story_message"><div dir="auto">Words… ${label}</div></div><div data-ad-rendering-role="like_button"></div></div>`;
  const without = read('facebook', story(''));
  document.body.replaceChildren();
  expect(read('facebook', story('<div role="button">Mehr anzeigen</div>'))).toBe(without);
});
