import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Automaton, buildAutomaton } from '../../../lib/matching/automaton.ts';
import { DISGUISED, formClass } from '../../../lib/matching/fold.ts';
import { FACTOR, SECOND_FACTOR } from '../../../lib/matching/hashes.ts';
import { phraseOf } from '../../../lib/matching/lexicon.ts';
import { Looks } from '../../../lib/matching/looks.ts';
import {
  BEGINS,
  BEGINS_OPEN,
  ENDS,
  LOOKS,
  LOOKS_OPEN,
  OPENS,
  PREFIX_SHIFT,
  powerOfTwo,
  threeLetters,
  WHOLE,
  type WordTables,
  wordOf,
} from '../../../lib/matching/word-table.ts';
import { packVocabulary } from '../../../scripts/claims/pack-lexicon.ts';

/** A word as it was added; a star leaves its ending open. */
interface Added {
  text: string;
  /** Its letters are read one by one: what they begin is noted. */
  isSpelled: boolean;
  /** It is known by its look too. */
  hasLook: boolean;
}

/** What is built of forms, written as one too, and of ordinary words; and all words that are added, in order. */
function fill(forms: readonly string[], ordinary: readonly string[]): { table: Automaton; added: Added[] } {
  const table = buildAutomaton(packVocabulary([forms]), { fillers: ordinary, numbers: [] });
  const { lexicon } = table;
  const added: Added[] = [];
  for (let word = 1; word <= lexicon.words; word++) added.push({ text: lexicon.wordsOf(word).join(''), isSpelled: true, hasLook: true });
  for (const { words } of lexicon.forms())
    if (words.length > 1 && !isOpenText(words.join(''))) added.push({ text: words.join(''), isSpelled: false, hasLook: true });
  for (const text of ordinary) added.push({ text, isSpelled: true, hasLook: false });
  return { table, added };
}

const isOpenText = (text: string) => text.endsWith('*');

const classesOf = (text: string) => Array.from(text.replace('*', ''), (letter) => formClass(letter.charCodeAt(0)));
const hash = (letters: readonly number[], factor: number) => letters.reduce((sum, letter) => Math.imul(sum + letter, factor), 0);
/** Letters as they look through every disguise, drawn out or not. */
const looksOf = (text: string) => {
  const looks = classesOf(text).map((letter) => DISGUISED[letter]);
  return looks.filter((look, at) => look !== looks[at - 1]);
};
const numberOf = (table: WordTables, text: string) => {
  const second = hash(classesOf(text), SECOND_FACTOR);
  return wordOf(table, hash(classesOf(text), FACTOR), isOpenText(text) ? ~second : second);
};

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'o', '0', '1'), minLength: 1, maxLength: 4 });
const form = fc
  .tuple(fc.array(letters, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '*'))
  .map(([words, ending]) => words.join(' ') + ending);
const forms = fc.uniqueArray(form, { maxLength: 12 });
const ordinary = fc.uniqueArray(letters, { maxLength: 4 });

/** Holds for whatever is in a table. */
function always(holds: (filled: ReturnType<typeof fill>) => void): void {
  fc.assert(
    fc.property(forms, ordinary, (some, others) => holds(fill(some, others))),
    { numRuns: 60 },
  );
}

describe('a table of words', () => {
  it('finds each word by its letters under a number of its own, those of the lexicon first, and no other', () => {
    always(({ table, added }) => {
      const numbers = new Map(added.map(({ text }) => [text, numberOf(table, text)]));
      expect(new Set(numbers.values()).size).toBe(numbers.size);
      for (const [text, number] of numbers) expect(number, text).toBeGreaterThan(0);
      for (let word = 1; word <= table.lexicon.words; word++) expect(numbers.get(table.lexicon.wordsOf(word).join(''))).toBe(word);
      for (const text of ['c', 'bbc', 'bbc*']) expect(numberOf(table, text)).toBe(0);
    });
  });

  it('numbers forms of several words, written as one, after the phrases they are', () => {
    const { table } = fill(['bad kids', 'save the kids', 'bad'], ['the', 'a']);
    const { lexicon } = table;
    expect([lexicon.words, lexicon.phrases]).toEqual([4, 7]);
    expect(['badkids', 'savethekids', 'a'].map((text) => numberOf(table, text))).toEqual([8, 10, 11]);
    expect([8, 10].map((number) => lexicon.wordsOf(phraseOf(lexicon, number)).join(' '))).toEqual(['bad kids', 'save the kids']);
  });

  it('has for each word the longest other open word that it begins with', () => {
    always(({ table, added }) => {
      const open = added.filter(({ text }) => isOpenText(text)).map(({ text }) => text.slice(0, -1));
      for (const { text } of added) {
        const bare = text.replace('*', '');
        const begun = open.filter((begin) => bare.startsWith(begin) && !(isOpenText(text) && begin === bare));
        const longest = begun.toSorted((a, b) => b.length - a.length)[0];
        expect(table.opened[numberOf(table, text)], text).toBe(longest === undefined ? 0 : numberOf(table, `${longest}*`));
      }
    });
  });

  it('knows of each hash what it may be, and of no other', () => {
    always(({ table, added }) => {
      const meant = new Uint8Array(table.prefixes.length);
      const note = (looked: readonly number[], kind: number) => {
        meant[hash(looked, FACTOR) >>> PREFIX_SHIFT] |= kind;
      };
      for (const { text, isSpelled } of added) {
        const own = classesOf(text);
        if (!isOpenText(text)) note(own, WHOLE);
        if (!isSpelled) continue;
        for (let length = 1; length < own.length; length++) note(own.slice(0, length), isOpenText(text) ? BEGINS_OPEN | BEGINS : BEGINS);
        note(own, isOpenText(text) ? OPENS : ENDS);
      }
      expect(Buffer.compare(table.prefixes, meant)).toBe(0);
      for (const { text, hasLook } of added) if (hasLook) note(looksOf(text), isOpenText(text) ? LOOKS_OPEN : LOOKS);
      expect(new Looks(table)).toBeDefined();
      expect(Buffer.compare(table.prefixes, meant)).toBe(0);
    });
  });

  it('knows the three letters that open words begin with; a shorter one may go on with any', () => {
    always(({ table, added }) => {
      const open = added.map(({ text }) => text).filter(isOpenText);
      expect(table.hasOpen).toBe(open.length > 0);
      const isAny = open.some(({ length }) => length < 'abc*'.length);
      const meant = new Uint8Array(table.beginnings.length).fill(isAny ? 1 : 0);
      for (const [a, b, c] of open.map(classesOf)) meant[threeLetters(a, b, c)] = 1;
      expect(Buffer.compare(table.beginnings, meant)).toBe(0);
    });
  });

  it('finds words by how they look, whatever the disguise and however drawn out', () => {
    always(({ table, added }) => {
      const looks = new Looks(table);
      const alike = (text: string) => {
        const found: number[] = [];
        looks.forEach(hash(looksOf(text), FACTOR), (word) => found.push(word));
        return found.sort();
      };
      const known = new Map(added.filter(({ hasLook }) => hasLook).map(({ text }) => [numberOf(table, text), looksOf(text).join()]));
      for (const look of new Set(known.values())) {
        const own = [...known].filter(([, other]) => other === look).map(([number]) => number);
        const { text } = added.find((each) => looksOf(each.text).join() === look) ?? { text: '' };
        expect(alike(text), text).toEqual(own.sort());
      }
      expect(alike('c')).toEqual([]);
    });
  });

  it('has two thirds of its slots filled at most, each reached by the upper bits of a hash', () => {
    for (const count of [0, 1, 10, 11, 100]) {
      const { table } = fill(
        Array.from({ length: count }, (_, at) => `w${at}`),
        ['the', 'is'],
      );
      const slots = table.words.length / 2;
      expect(slots).toBeGreaterThanOrEqual((count + 2) * 1.5);
      expect(slots).toBeLessThanOrEqual(powerOfTwo((count + 3) * 1.5));
      expect(2 ** (32 - table.shift)).toBe(slots);
    }
  });
});

it('powers of two are at least two, and at least what is asked for', () => {
  expect([0, 1, 2, 3, 4, 1024, 1025].map(powerOfTwo)).toEqual([2, 2, 2, 4, 4, 1024, 2048]);
});
