import { afterEach, describe, expect, it } from 'vitest';
import siteList from '#generated/sites.json';
import { createFinder } from '../../lib/feed/posts.ts';
import { createTextReader } from '../../lib/feed/text.ts';
import type { Site } from '../../lib/sites/site.ts';
import { alternatives } from './alternatives.ts';

/*
 * What a site's file says is never read is not, and each selector it names for that is needed: with one gone, some place of
 * `tests/fixtures/never/<site>.html` is read. There a slot stands for a post, the first of the site's layouts.
 */

const PLACES = import.meta.glob<string>('../fixtures/never/*.html', { query: '?raw', import: 'default', eager: true });
const POSTS = import.meta.glob<string>('../fixtures/layouts/*.html', { query: '?raw', import: 'default', eager: true });
const NEVER_ANYWHERE = ['contenteditable="true"', 'role="textbox"', 'role="searchbox"'].map((is) => `<div ${is}><slot></slot></div>`);
const PASSWORD = '<form><input type="password"><slot></slot></form>';

afterEach(() => document.body.replaceChildren());

function fragment(html: string): DocumentFragment {
  const page = document.createElement('template');
  page.innerHTML = html;
  return page.content;
}

function postOf(id: string): Node[] {
  return [...(fragment(POSTS[`../fixtures/layouts/${id}.html`] ?? '').firstElementChild?.cloneNode(true).childNodes ?? [])];
}

/** Shows some places of a site with its post in them. @returns how many texts are read there. */
function readIn(own: Site, html: string): number {
  const page = fragment(html);
  for (const slot of page.querySelectorAll('slot')) slot.replaceWith(...postOf(own.id));
  document.body.replaceChildren(page);
  const finder = createFinder(own);
  const reader = createTextReader(own, finder);
  return finder.within(document).filter((post) => reader.read(post) !== '').length;
}

describe.each(siteList as Site[])('$id', (own) => {
  const places = PLACES[`../fixtures/never/${own.id}.html`] ?? '';

  it('has a post that is read where nothing forbids it', () => {
    expect(readIn(own, '<main><slot></slot></main>')).toBeGreaterThan(0);
  });

  it('is not read in drafts, messages and what else its file names', () => {
    expect(readIn(own, places)).toBe(0);
  });

  it('needs each selector for that', () => {
    const all = own.neverRead.flatMap(alternatives);
    const idle = all.filter((gone) => readIn({ ...own, neverRead: all.filter((one) => one !== gone) }, places) === 0);
    expect(idle).toEqual([]);
  });

  it.each([...NEVER_ANYWHERE, PASSWORD])('is not read in %s', (place) => {
    expect(readIn(own, place)).toBe(0);
  });
});
