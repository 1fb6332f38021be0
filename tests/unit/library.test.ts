import { describe, expect, it } from 'vitest';
import { relatedTo } from '../../components/library/related.ts';
import { createIndex } from '../../components/sources/search.ts';
import type { Claim } from '../../lib/claims/types.ts';

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

  it('finds the same letter by letter, there and back, as at once', () => {
    const index = createIndex(['Niñas perdidas', 'Lost children, 2020', 'lost keys'], String);
    for (const query of ['l', 'lo', 'los', 'lost', 'lost k', 'lost ', 'ninas', 'ninas p', 'x', 'xy', '', 'children'])
      expect([...index(query)], query).toEqual(found(query));
  });
});
