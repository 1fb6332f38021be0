import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon, type PackedLexicon } from '../../../lib/matching/lexicon.ts';
import { MOST_WORDS, packForms, packLexicon, packVocabulary } from '../../../scripts/claims/pack-lexicon.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '0', '9'), minLength: 1, maxLength: 5 });
const form = fc
  .tuple(fc.array(letters, { minLength: 1, maxLength: MOST_WORDS }), fc.constantFrom('', '', '*'))
  .map(([words, ending]) => words.join(' ') + ending);
const concepts = fc.array(fc.uniqueArray(form, { maxLength: 8 }), { maxLength: 5 });
const formsOf = (packed: PackedLexicon) => {
  const lexicon = new Lexicon(packed);
  const own = [...lexicon.forms()].map(({ words, concept }) => ({ concept, text: words.join(' ') }));
  return Array.from({ length: lexicon.size }, (_, at) => own.filter(({ concept }) => concept === at).map(({ text }) => text));
};

describe('a lexicon', () => {
  it('has each word once, an open one before all that begin with its letters', () => {
    const { words } = packLexicon([
      ['kids', 'kid*'],
      ['kid', 'kid sold'],
    ]);
    expect(words).toBe('Akid*DDsAsold');
  });

  it('has phrases of several words after all words, each a shorter one and the word before it', () => {
    const lexicon = new Lexicon(
      packForms([
        { text: 'save the children', concept: 2 },
        { text: 'our children', concept: 0 },
        { text: 'children', concept: 2 },
        { text: 'children', concept: 1 },
      ]),
    );
    const { words, phrases, from, before, conceptsFrom, concepts: own, size } = lexicon;
    expect([words, phrases, size]).toEqual([4, 7, 3]);
    expect([...from]).toEqual([0, 5, 7, 7, 7, 7, 7, 8, 8]);
    expect([...before].slice(5)).toEqual([2, 4, 3]);
    expect([...conceptsFrom]).toEqual([0, 0, 2, 2, 2, 2, 3, 3, 4]);
    expect([...own]).toEqual([1, 2, 0, 2]);
    expect([1, 4, 5, 6, 7].map((phrase) => lexicon.wordsOf(phrase).join(' '))).toEqual([
      'children',
      'the',
      'our children',
      'the children',
      'save the children',
    ]);
  });

  it('is empty without forms', () => {
    const { words, phrases, from, size } = new Lexicon(packLexicon([]));
    expect([words, phrases, [...from], size]).toEqual([0, 0, [0, 1], 0]);
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

describe('forms of several words written as one', () => {
  const added = (...all: string[][]) =>
    formsOf(packVocabulary(all)).map((own, concept) => own.filter((text) => !all[concept].includes(text)));

  it.each([
    ['open ones', [['evil elite*']], [['evilelite*']]],
    ['words that there are anyway', [['pizza gate'], ['pizzagate']], [['pizzagate'], []]],
    ['words that are several forms', [['can not find'], ['cannot find']], [['cannotfind'], ['cannotfind']]],
    ['none that a page finds by itself', [['pizza gate']], [[]]],
    ['none of fewer than seven letters', [['a bad*', 'q anon'], ['qanon']], [[], []]],
  ])('are told: %s', (_, all, told) => expect(added(...all)).toEqual(told));

  it('are no words by themselves unless they are words of a form', () => {
    const { joined, words } = packVocabulary([['evil elite*', 'can not find', 'cannot find', 'pizza gate', 'pizzagate']]);
    expect(words).toBe('AcanDnotGfindAelite*BvilEelite*AfindAgateAnotApizzaFgate');
    expect(joined?.words.toSorted()).toEqual([3, 6]);
  });

  it('are told what open word they begin with, where their first word does not tell', () => {
    const { joined } = packVocabulary([['child sex*', 'child sexual abuse', 'child abuse', 'kid*', 'kids club']]);
    const lexicon = new Lexicon(packVocabulary([['child sex*', 'child sexual abuse', 'child abuse', 'kid*', 'kids club']]));
    const named = joined?.opened.map((phrase) => lexicon.wordsOf(phrase).join(' '));
    expect(named).toEqual(['child sexual abuse', 'childsex*']);
  });
});
