import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISGUISED, formClass } from '../../../lib/matching/fold.ts';
import { FACTOR, SECOND_FACTOR } from '../../../lib/matching/hashes.ts';
import { wordsOf } from '../../../lib/matching/lexicon.ts';
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
  WordTable,
  wordOf,
} from '../../../lib/matching/word-table.ts';
import { toLexicon } from '../../../scripts/claims/pack-lexicon.ts';

/** A word as it was added; a star leaves its ending open. */
interface Added {
  text: string;
  /** It is spelled letter by letter: what its letters begin is noted. */
  isSpelled: boolean;
  /** It is known by its look too. */
  hasLook: boolean;
}

/** A table of the words of forms, of the forms of several words written as one, and of ordinary words, with all that was added, in order. */
function fill(forms: readonly string[], ordinary: readonly string[]): { table: WordTable; added: Added[]; numbers: number[] } {
  const lexicon = toLexicon(forms.map((text) => ({ text, concept: 0 })));
  const all = Array.from({ length: lexicon.from.length - 1 }, (_, form) => ({ form, words: wordsOf(lexicon, form) }));
  const several = all.filter(({ words }) => words.length > 1);
  const isOpen = ({ words }: (typeof all)[number]) => words.at(-1)?.endsWith('*') ?? false;
  const table = new WordTable(lexicon, several.length + ordinary.length);
  const own = new Map<number, string>();
  for (const { form, words } of all) for (const [at, word] of words.entries()) own.set(lexicon.steps[lexicon.from[form] + at], word);
  const added: Added[] = Array.from({ length: own.size }, (_, at) => ({ text: own.get(at + 1) ?? '', isSpelled: true, hasLook: true }));
  const numbers = added.map((_, at) => at + 1);
  const add = (word: Added, number: number) => {
    added.push(word);
    numbers.push(number);
  };
  for (const joined of several.filter(isOpen))
    add({ text: joined.words.join(''), isSpelled: true, hasLook: true }, table.addOpen(joined.form));
  table.linkOpened();
  for (const joined of several.filter((one) => !isOpen(one))) {
    const isSpelled = joined.words.some(({ length }) => length === 1);
    add({ text: joined.words.join(''), isSpelled, hasLook: true }, table.addJoined(joined.form));
  }
  for (const text of ordinary) add({ text, isSpelled: true, hasLook: false }, table.addOrdinary(text));
  return { table, added, numbers };
}

const classesOf = (text: string) => Array.from(text.replace('*', ''), (letter) => formClass(letter.charCodeAt(0)));
const hash = (letters: readonly number[], factor: number) => letters.reduce((sum, letter) => Math.imul(sum + letter, factor), 0);
/** Letters as they look through every disguise, drawn out or not. */
const looksOf = (text: string) => {
  const looks = classesOf(text).map((letter) => DISGUISED[letter]);
  return looks.filter((look, at) => look !== looks[at - 1]);
};
const isOpenText = (text: string) => text.endsWith('*');
const numberOf = (table: WordTable, text: string) => {
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
  it('numbers each word once, in the order in which they are added, and finds it by its letters', () => {
    always(({ table, added, numbers }) => {
      const known = [...new Set(added.map(({ text }) => text))];
      expect(numbers).toEqual(added.map(({ text }) => known.indexOf(text) + 1));
      expect(known.map((text) => numberOf(table, text))).toEqual(known.map((_, at) => at + 1));
      for (const text of ['c', 'bbc', 'bbc*']) expect(numberOf(table, text)).toBe(0);
    });
  });

  it('has for each word the longest other open word that it begins with', () => {
    always(({ table, added, numbers }) => {
      const open = added.filter(({ text }) => isOpenText(text)).map(({ text }) => text.slice(0, -1));
      for (const [at, { text }] of added.entries()) {
        const bare = text.replace('*', '');
        const begun = open.filter((begin) => bare.startsWith(begin) && !(isOpenText(text) && begin === bare));
        const longest = begun.toSorted((a, b) => b.length - a.length)[0];
        expect(table.opened[numbers[at]], text).toBe(longest === undefined ? 0 : numberOf(table, `${longest}*`));
      }
    });
  });

  it('knows of each hash what it may be, and of no other', () => {
    always(({ table, added }) => {
      const meant = new Uint8Array(table.prefixes.length);
      const note = (looked: readonly number[], kind: number) => {
        meant[hash(looked, FACTOR) >>> PREFIX_SHIFT] |= kind;
      };
      for (const { text, isSpelled, hasLook } of added) {
        const own = classesOf(text);
        if (isSpelled) {
          for (let length = 1; length < own.length; length++) note(own.slice(0, length), isOpenText(text) ? BEGINS_OPEN : BEGINS);
          note(own, isOpenText(text) ? OPENS : ENDS);
        }
        if (!isOpenText(text)) note(own, WHOLE);
        if (hasLook) note(looksOf(text), isOpenText(text) ? LOOKS_OPEN : LOOKS);
      }
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
    always(({ table, added, numbers }) => {
      for (const [at, { text, hasLook }] of added.entries()) {
        if (!hasLook) continue;
        const look = hash(looksOf(text), FACTOR);
        expect(table.looks[numbers[at]], text).toBe(look);
        const found: number[] = [];
        for (let slot = look >>> table.shift; table.alike[slot] !== 0; slot = (slot + 1) % table.alike.length)
          found.push(table.alike[slot]);
        expect(found).toContain(numbers[at]);
      }
    });
  });

  it('has two thirds of its slots filled at most, each reached by the upper bits of a hash', () => {
    for (const count of [0, 1, 10, 11, 100]) {
      const { table } = fill(
        Array.from({ length: count }, (_, at) => `w${at}`),
        ['the', 'is'],
      );
      const slots = table.words.length / 2;
      expect(slots).toBe(powerOfTwo((count + 2) * 1.5));
      expect(2 ** (32 - table.shift)).toBe(slots);
      expect(table.alike).toHaveLength(slots);
    }
  });
});

it('powers of two are at least two, and at least what is asked for', () => {
  expect([0, 1, 2, 3, 4, 1024, 1025].map(powerOfTwo)).toEqual([2, 2, 2, 4, 4, 1024, 2048]);
});
