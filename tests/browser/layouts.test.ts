import { afterEach, describe, expect, it } from 'vitest';
import siteList from '#generated/sites.json';
import { quotingPost } from '../../lib/feed/judge.ts';
import { postKey } from '../../lib/feed/key.ts';
import { anchorOf } from '../../lib/feed/placement.ts';
import { createFinder, type Post } from '../../lib/feed/posts.ts';
import { createTextReader } from '../../lib/feed/text.ts';
import type { PostLayout, Site } from '../../lib/sites/site.ts';
import { alternatives } from './alternatives.ts';

/*
 * Each layout of each site reads a page drawn for it, and needs everything its file says to do so: with any selector broken, or any
 * alternative of a list, some page is read otherwise. `tests/fixtures/layouts/<site>.html` has the pages: a section a page, of which
 * `data-layout` is read as `data-reads` (lines set apart by a bar) and known as `data-key`, its card after the element `data-card`.
 * Embedded posts have pages of their own, `<site>-embed.html`.
 */

const FOLDER = 'tests/fixtures/layouts';
const PAGES = import.meta.glob<string>('../fixtures/layouts/*.html', { query: '?raw', import: 'default', eager: true });
const NOTHING = 'no-such-element';

/** Each site, and each site's embed as if it were one; whether a feed is there is not asked in embeds. */
const OWN = (siteList as Site[]).flatMap((site) => [
  site,
  ...(site.embed ? [{ ...site, id: `${site.id}-embed`, layouts: site.embed.layouts, feed: '' }] : []),
]);

afterEach(() => document.body.replaceChildren());

function sectionsOf(id: string): Element[] {
  const page = document.createElement('template');
  page.innerHTML = PAGES[`../fixtures/layouts/${id}.html`] ?? '';
  return [...page.content.children];
}

interface Read {
  layout: string;
  reads: string | undefined;
  key: string | undefined;
  card: Element;
  /** Words of the post in which this one is quoted. */
  quotedBy: string | undefined;
}

/** All that is read of a page by a site's file. */
function readPage(own: Site, section: Element): Read[] {
  document.body.replaceChildren(section);
  const finder = createFinder(own);
  const reader = createTextReader(own, finder);
  const wordsOf = (post: Post | undefined) => post && reader.read(post).replaceAll('\n', ' | ');
  const keyOf = (post: Post) => postKey(own.id, post, '', finder).slice(own.id.length + 1);
  return finder.within(document).map((post) => ({
    layout: post.layout.name,
    reads: wordsOf(post),
    key: keyOf(post) === 'text:' ? undefined : keyOf(post),
    card: anchorOf(post, finder),
    quotedBy: wordsOf(quotingPost(post, finder)),
  }));
}

/** A list without one of its selectors, once for each. */
function lesser(list: string): [gone: string, left: string][] {
  const all = alternatives(list);
  return all.map((gone) => [gone, all.filter((one) => one !== gone).join(', ') || NOTHING]);
}

/** A layout with one thing in it broken, once for each thing. */
function broken(layout: PostLayout): [what: string, layout: PostLayout][] {
  const { post, climb, text, skip, inline, quote, linkCard, imageAlt, permalink, place } = layout;
  const each = (field: keyof PostLayout, list: string | undefined, make: (left: string) => Partial<PostLayout>) =>
    list === undefined || list === ':scope'
      ? []
      : lesser(list).map(([gone, left]): [string, PostLayout] => [`${field}: ${gone}`, { ...layout, ...make(left) }]);
  const inList = (field: 'text' | 'skip' | 'inline', list: string[] = []) =>
    list.flatMap((one, at) => each(field, one, (left) => ({ [field]: list.with(at, left) })));
  const gone = (field: 'preWrap' | 'machineAlt' | 'idAttribute'): [string, PostLayout][] =>
    layout[field] ? [[field, { ...layout, [field]: undefined }]] : [];
  return [
    ...each('post', post, (left) => ({ post: left })),
    ...each('climb', climb?.has, (has) => ({ climb: climb && { ...climb, has } })),
    ...each('climb', climb?.notIn, (notIn) => ({ climb: climb && { ...climb, notIn } })),
    ...inList('text', text),
    ...inList('skip', skip),
    ...inList('inline', inline),
    ...each('quote', quote, (left) => ({ quote: left })),
    ...each('linkCard', linkCard, (left) => ({ linkCard: left })),
    ...each('imageAlt', imageAlt, (left) => ({ imageAlt: left })),
    ...each('permalink', permalink?.selector, (selector) => ({ permalink: permalink && { ...permalink, selector } })),
    ...each('permalink', permalink?.pattern && 'its pattern', () => ({ permalink: permalink && { ...permalink, pattern: '^never$' } })),
    ...each('place', place.after, (after) => ({ place: { ...place, after } })),
    ...(place.up ? [['place: up', { ...layout, place: { ...place, up: 0 } }] as [string, PostLayout]] : []),
    ...gone('preWrap'),
    ...gone('machineAlt'),
    ...gone('idAttribute'),
  ];
}

describe.each(OWN)('$id', (own) => {
  const { id } = own;
  const names = own.layouts.map(({ name }) => name);

  it(`has a page for each layout in ${FOLDER}/${id}.html`, () => {
    expect([...new Set(sectionsOf(id).map((section) => section.getAttribute('data-layout')))].sort()).toEqual(names.toSorted());
  });

  it('reads each page as it is meant', () => {
    for (const section of sectionsOf(id)) {
      const layout = section.getAttribute('data-layout');
      const found = readPage(own, section).filter((read) => read.layout === layout && !read.card.closest('[data-else]'));
      const meant = { reads: section.getAttribute('data-reads'), key: section.getAttribute('data-key') ?? undefined };
      expect(
        found.map(({ reads, key }) => ({ reads, key })),
        `the layout ${layout}`,
      ).toEqual([meant]);
      expect(found[0].card.hasAttribute('data-card'), `${layout}: the card would stand after ${found[0].card.outerHTML}`).toBe(true);
    }
  });

  it('tells a feed by something that is on these pages', () => {
    const found = alternatives(own.feed).map((one) => [one, sectionsOf(id).some((section) => section.querySelector(one) !== null)]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(found.map(([one]) => [one, true])));
  });

  it.each(names)('%s: nothing in it may break unnoticed', (name) => {
    const at = names.indexOf(name);
    const sections = sectionsOf(id);
    const whole = sections.map((section) => readPage(own, section));
    const unnoticed = broken(own.layouts[at]).filter(([, layout]) => {
      const other = { ...own, layouts: own.layouts.with(at, layout) };
      return sections.every((section, i) => isSame(readPage(other, section), whole[i]));
    });
    expect(unnoticed.map(([what]) => what)).toEqual([]);
  });
});

function isSame(some: readonly Read[], others: readonly Read[]): boolean {
  return (
    some.length === others.length &&
    some.every((read, i) => (Object.keys(read) as (keyof Read)[]).every((field) => read[field] === others[i][field]))
  );
}
