import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf, wordsOf } from '../../../lib/matching/lexicon.ts';
import { MOST_WORDS, packLexicon, toLexicon } from '../../../scripts/claims/pack-lexicon.ts';

const word = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', 'b', '0', '9'), minLength: 1, maxLength: 5 }), fc.constantFrom('', '', '*'))
  .map((parts) => parts.join(''));
const form = fc.array(word, { minLength: 1, maxLength: MOST_WORDS }).map((words) => words.join(' '));
const concepts = fc.array(fc.uniqueArray(form, { maxLength: 8 }), { maxLength: 5 });
const formsOf = (packed: ReturnType<typeof packLexicon>) => {
  const lexicon = lexiconOf(packed);
  const forms = Array.from(lexicon.concepts, (concept, at) => ({ concept, text: wordsOf(lexicon, at).join(' ') }));
  return Array.from({ length: lexicon.size }, (_, at) => forms.filter(({ concept }) => concept === at).map(({ text }) => text));
};

describe('a lexicon', () => {
  it('has each word once, an open one before all that begin with its letters', () => {
    const { words } = packLexicon([
      ['kids', 'kid*'],
      ['kid', 'kid sold'],
    ]);
    expect(words).toBe('Akid*DDsAsold');
  });

  it('counts forms and words, and has the numbers of words in columns', () => {
    const { ends, steps, from, concepts, size } = toLexicon([
      { text: 'save the children', concept: 2 },
      { text: 'the kids', concept: 0 },
      { text: 'children', concept: 2 },
    ]);
    expect([[...ends], [...steps], [...from], [...concepts], size]).toEqual([
      [0, 8, 12, 16, 19],
      [4, 2, 1, 3, 4, 1],
      [0, 2, 3, 6],
      [0, 2, 2],
      3,
    ]);
  });

  it('is empty without forms', () => {
    const { letters, ends, from, size } = toLexicon([]);
    expect([[...letters], [...ends], [...from], size]).toEqual([[], [0], [0], 0]);
  });

  it('keeps a word of 250 letters beside short ones', () => {
    const long = 'ab'.repeat(125);
    expect(formsOf(packLexicon([['a', long, `${long}a`]]))).toEqual([['a', long, `${long}a`]]);
  });

  it('numbers more words than two digits can', () => {
    const many = Array.from({ length: 9000 }, (_, at) => `w${at + 10_000}`);
    expect(formsOf(packLexicon([many, ['w18999 w10000']]))).toEqual([many, ['w18999 w10000']]);
  });

  it('has the forms of each concept as they were, whatever they are', () => {
    fc.assert(
      fc.property(concepts, (all) => {
        expect(formsOf(packLexicon(all)).map((own) => own.sort())).toEqual(all.map((own) => own.toSorted()));
      }),
    );
  });
});
