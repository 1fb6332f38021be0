import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf, toLexicon, wordsOf } from '../../../lib/matching/lexicon.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 3 });
const texts = fc.array(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  { maxLength: 8 },
);

describe('a lexicon', () => {
  it('numbers each word once, from 1 on, and has the words of one form after another', () => {
    const lexicon = toLexicon([
      { text: 'save the children', concept: 2 },
      { text: 'the kids', concept: 0 },
      { text: 'children', concept: 2 },
    ]);
    expect(lexicon.words).toEqual(['save', 'the', 'children', 'kids']);
    expect([...lexicon.steps]).toEqual([1, 2, 3, 2, 4, 3]);
    expect([...lexicon.from]).toEqual([0, 3, 5, 6]);
    expect([...lexicon.concepts]).toEqual([2, 0, 2]);
  });

  it('is empty without forms', () => {
    const { words, from } = toLexicon([]);
    expect([words, [...from]]).toEqual([[], [0]]);
  });

  it('has the words of each form as they stand in it', () => {
    fc.assert(
      fc.property(texts, (forms) => {
        const lexicon = toLexicon(forms.map((text, concept) => ({ text, concept })));
        expect(forms.map((_, form) => wordsOf(lexicon, form).join(' '))).toEqual(forms);
        expect(new Set(lexicon.words).size).toBe(lexicon.words.length);
      }),
    );
  });

  it('is the same from concepts as from their forms', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), (concepts) => {
        const forms = concepts.flatMap((own, concept) => own.map((text) => ({ text, concept })));
        expect(lexiconOf(concepts.map((own) => ({ name: '', forms: own })))).toEqual(toLexicon(forms));
      }),
    );
  });
});
