import { afterEach, describe, expect, it } from 'vitest';
import siteList from '#generated/sites.json';
import { pickSite } from '../../lib/feed/pick.ts';
import type { Site } from '../../lib/sites/site.ts';
import { alternatives } from './alternatives.ts';

/*
 * A site that is known by its page and not only by its address is known by each selector its file names for that:
 * `tests/fixtures/detect/<site>.html` has a section a page, with no more than what proves it.
 */

const FOLDER = 'tests/fixtures/detect';
const PAGES = import.meta.glob<string>('../fixtures/detect/*.html', { query: '?raw', import: 'default', eager: true });
const SITES = siteList as Site[];
/** A server no file names, as a person adds one. */
const ADDED = 'https://added.example/';

afterEach(() => document.body.replaceChildren());

function pagesOf(id: string): Element[] {
  const page = document.createElement('template');
  page.innerHTML = PAGES[`../fixtures/detect/${id}.html`] ?? '';
  return [...page.content.children];
}

/** The site that a page at an address is taken for. */
function taken(sites: readonly Site[], page: Element | undefined, address: string): string | undefined {
  document.body.replaceChildren(...(page ? [page] : []));
  return pickSite(sites, new URL(address), document)?.id;
}

/** An address a match pattern covers. */
const addressOf = (pattern: string) => pattern.replaceAll('*', '').replace('://', 'https://');

describe.each(SITES.filter((own) => own.detect))('$id', (own) => {
  const pages = pagesOf(own.id);

  it(`is what each page of ${FOLDER}/${own.id}.html is taken for on a server somebody added`, () => {
    expect(pages.map((page) => taken(SITES, page, ADDED))).toEqual(pages.map(() => own.id));
  });

  it('is known by every selector its file names', () => {
    const idle = alternatives(own.detect ?? '').filter((gone) => {
      const detect = alternatives(own.detect ?? '').filter((one) => one !== gone);
      const other = { ...own, detect: detect.join() || 'no-such-element' };
      return pages.every((page) => taken([other], page, ADDED) === own.id);
    });
    expect(idle).toEqual([]);
  });

  it('leaves an address it shares to the other site, but for its own pages', () => {
    const shared = own.matches.filter((pattern) => SITES.some((site) => site !== own && site.matches.includes(pattern)));
    for (const address of shared.map(addressOf)) {
      expect(taken(SITES, undefined, address), address).not.toBe(own.id);
      for (const page of pages) expect(taken(SITES, page, address), address).toBe(own.id);
    }
  });
});

it('a page that proves no site is read as any page is', () => {
  expect(taken(SITES, undefined, ADDED)).toBe('any-page');
});
