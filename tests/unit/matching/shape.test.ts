import { describe, expect, it } from 'vitest';
import { findNode, type Interval } from '../../../lib/matching/rules.ts';
import { holdingShapes, SHAPE_NAMES } from '../../../lib/matching/shape.ts';
import { readingOf } from './reading.ts';

const CONCEPTS = [['shop'], ['sells']];

/** The shapes of a text, seen from where it tells that a shop sells. */
function shapesOf(text: string): string[] {
  const reading = readingOf(text, CONCEPTS);
  return holdingShapes(findNode({ all: [{ concept: 0 }, { concept: 1 }], within: 'post' }, reading)[0], reading);
}

describe('the shape of a post', () => {
  it.each<[shape: string, holds: string[], fails: string[]]>([
    ['question', ['Shop sells?', 'Shop here. It sells?'], ['Shop sells.', 'Shop sells. Why?']],
    ['question-elsewhere', ['Shop sells. Why?', 'Why? Shop sells.'], ['Shop sells?', 'Shop sells. So.']],
    ['only-questions', ['Shop sells?', 'Why? Shop sells?'], ['Why? Shop sells.', 'Shop sells? Yes.']],
    [
      'quoted',
      ['he said "shop sells"', 'the "shop" now "sells"'],
      ['"shop sells"', 'he said "shop" sells', 'he: shop "sells"', 'shop sells'],
    ],
    ['partly-quoted', ['he said "shop" sells', 'he said "shop sells"', 'shop "sells"'], ['"shop sells"', 'shop sells "all"', 'shop sells']],
    ['quotes', ['shop sells "all"', '"shop sells"'], ['shop sells']],
    ['exclaims', ['shop sells!', 'No! Shop sells'], ['shop sells']],
    ['insists', ['shop sells!!', 'shop sells! ?', 'shop sells?!'], ['shop! sells!', 'shop sells!', 'shop sells!  !']],
    ['laughs', ['shop sells 😂', '🙃 shop sells'], ['shop sells 🔥', 'shop sells']],
    ['tags', ['shop sells #all'], ['shop sells']],
    ['after-colon', ['News: shop sells'], ['shop sells: news', 'shop: it sells', 'shop sells']],
    ['ellipsis', ['shop sells...', 'shop … sells'], ['shop sells..', 'shop sells.']],
    [
      'year',
      ['shop sells in 1999', '2024: shop sells'],
      ['shop sells 1899', 'shop sells 20245', 'shop sells 12024', 'shop sells 202', 'shop sells'],
    ],
    ['figures', ['shop sells 1, 2 or 3', '1 shop sells 2 of 3 or 4'], ['shop sells 1,000.5 or 2', 'shop sells 10.000', 'shop sells']],
  ])('%s', (shape, holds, fails) => {
    for (const text of holds) expect(shapesOf(text), text).toContain(shape);
    for (const text of fails) expect(shapesOf(text), text).not.toContain(shape);
  });

  it('counts the parts that matched', () => {
    const reading = readingOf('one two three four');
    const parts = (count: number) => {
      const pieces = Array.from({ length: count }, (_, word) => ({ first: word, last: word }));
      const match: Interval = { first: 0, last: count - 1, pieces };
      return holdingShapes(match, reading).filter((name) => name.endsWith('parts'));
    };
    expect([2, 3, 4].map(parts)).toEqual([[], ['three-parts'], ['three-parts', 'four-parts']]);
  });

  it('has no other names', () => {
    expect(SHAPE_NAMES).toHaveLength(16);
    expect(shapesOf('the shop sells')).toEqual([]);
  });
});
