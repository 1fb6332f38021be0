import { describe, expect, it } from 'vitest';
import { relatedTo } from '../../../components/library/related.ts';
import { createIndex } from '../../../components/sources/search.ts';
import { isNear } from '../../../components/sources/spellings.ts';
import type { Claim } from '../../../lib/claims/types.ts';

const about = (id: string, family: string, sources: string[], series?: string) => ({ id, family, sources, series }) as Claim;

describe('related claims', () => {
  const claim = about('a', 'statistics', ['s1', 's2'], 'trac');

  it('come by shared documents and series first, then by family; others do not come', () => {
    const family = about('family', 'statistics', ['s9']);
    const source = about('source', 'hashtags', ['s2']);
    const both = about('both', 'statistics', ['s1'], 'trac');
    const stranger = about('stranger', 'satire', ['s8']);
    expect(relatedTo(claim, [family, stranger, source, claim, both]).map(({ id }) => id)).toEqual(['both', 'source', 'family']);
  });

  it('are at most four', () => {
    const many = Array.from({ length: 9 }, (_, i) => about(`c${i}`, 'statistics', []));
    expect(relatedTo(claim, many)).toHaveLength(4);
  });
});

describe('the search', () => {
  const found = (query: string) => [...createIndex(['Niñas perdidas', 'Lost children, 2020', 'lost keys'], String)(query)];

  it.each([
    ['', ['Niñas perdidas', 'Lost children, 2020', 'lost keys']],
    ['NINAS', ['Niñas perdidas']],
    ['children lost', ['Lost children, 2020']],
    ['lost  ', ['Lost children, 2020', 'lost keys']],
    ['moon', []],
  ])('finds what has every word, whatever case and accents: %j', (query, items) => {
    expect(found(query)).toEqual(items);
  });

  it.each([
    ['rumour', ['A rumor of 2020']],
    ['rumor', ['A rumor of 2020']],
    ['organisations', ['Labour organizations']],
    ['labor', ['Labour organizations']],
    ['centre', ['The Centre and the center']],
    ['paedophile', ['a pedophile']],
    ['four', []],
  ])('finds British and American spelling by either: %j', (query, items) => {
    const texts = ['A rumor of 2020', 'Labour organizations', 'The Centre and the center', 'a pedophile', 'for her'];
    expect([...createIndex(texts, String)(query)]).toEqual(items);
  });

  it.each([
    ['adrenachrome', ['adrenochrome and Epstein']],
    ['adrenochrme', ['adrenochrome and Epstein']],
    ['adrenochromee', ['adrenochrome and Epstein']],
    ['epstien adreno', ['adrenochrome and Epstein']],
    ['epstein 2019', []],
    ['van', []],
  ])('finds, when asked for what is near, words that are one slip away: %j', (query, items) => {
    expect([...createIndex(['adrenochrome and Epstein', 'a can'], String)(query, 'near')]).toEqual(items);
  });
});

describe('a slip of the hand', () => {
  it.each([
    ['pizagate', 'pizzagate', true],
    ['epstien', 'epstein', true],
    ['wayfare', 'wayfair', false],
    ['card', 'cart', true],
    ['van', 'can', false],
    ['rumor', 'rumor', false],
    ['abcd', 'badc', false],
  ])('is one letter, or two turned about: %s, %s', (a, b, near) => {
    expect(isNear(a, b)).toBe(near);
    expect(isNear(b, a)).toBe(near);
  });
});
