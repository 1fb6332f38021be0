import { describe, expect, it } from 'vitest';
import {
  ANY_ENDING,
  apartIn,
  Beginnings,
  between,
  FIRST_QUIET,
  LETTERS_APART,
  OTHER_WORD,
  SPACE_READ,
  WORD_ENDED,
} from '../../../lib/matching/gate-beginnings.ts';
import { inputOf } from '../../../lib/matching/gate-letters.ts';
import { fold } from './reading.ts';

const classesOf = (word: string) => Uint8Array.from(word, (letter) => fold()[letter.charCodeAt(0)]);
/** Of letters in a row one. */
const lookOf = (word: string) => classesOf(word).filter((letter, at, letters) => letter !== letters[at - 1]);

/** Knows "tunnel", "sex", and all that begins with "kid" or "mole". */
function beginnings(): Beginnings {
  const made = new Beginnings();
  for (const word of ['tunnel', 'sex', 'kid*', 'mole*']) {
    const isOpen = word.endsWith('*');
    const letters = lookOf(word.replace('*', ''));
    made.add(letters, 0, letters.length, isOpen);
  }
  made.countLetters();
  return made;
}

const known = beginnings();
/** The state after each character, as far as none asks for a closer look. */
function read(text: string): number {
  let state = between(0);
  for (const character of text) {
    state = known.after(state, inputOf(fold()[character.charCodeAt(0)]));
    if (state < FIRST_QUIET) return state;
  }
  return known.after(state, SPACE_READ);
}

describe('a text', () => {
  it.each(['sex', 'kids', 'kid', 'moles', 'a mole', 'look: sex', 'SEX', 's3x', 'seeex', 'kidd'])(
    '%j holds a word that begins like one',
    (text) => expect(read(text)).toBe(WORD_ENDED),
  );

  it.each(['', 'sexy', 'se', 'mol', 'ki', 'tunne', 'a cake', 'kayak', 'three long words', 'x y z', '2up'])('%j holds none', (text) =>
    expect(read(text)).toBeGreaterThanOrEqual(FIRST_QUIET),
  );

  it.each(['a b c d', 'p i z z a', 'x, y; z. w', 'word a b c d'])('%j holds letters apart', (text) =>
    expect(read(text)).toBe(LETTERS_APART),
  );

  it.each([
    ['a.b', 1],
    ['word.word', 0],
    ['a b c.d', 3],
    ['a bcd e.f', 1],
  ])('%j goes on after a sign, %i letters apart', (text, apart) => {
    const state = read(text);
    expect(state).toBeLessThan(FIRST_QUIET);
    expect([WORD_ENDED, LETTERS_APART]).not.toContain(state);
    expect(apartIn(state)).toBe(apart);
  });
});

it('digits are read as the letters that they look like, and as none where they look like none', () => {
  const read = (text: string) => [...text].map((character) => inputOf(fold()[character.charCodeAt(0)]));
  expect(read('0134578')).toEqual(read('oieastb'));
  const letters = read('abcdefghijklmnopqrstuvwxyz');
  expect(read('26').filter((digit) => letters.includes(digit))).toEqual([]);
});

it('six letters are enough to tell', () => {
  const after = (word: string) => classesOf(word).reduce((state, letter) => known.after(state, inputOf(letter)), between(0));
  // Of "nn" one counts.
  expect(after('tunnel')).toBeGreaterThan(ANY_ENDING);
  expect(after('tunes')).toBe(OTHER_WORD);
  const long = new Beginnings();
  long.add(classesOf('abcdefgh'), 0, 8, false);
  const afterLong = (word: string) => classesOf(word).reduce((state, letter) => long.after(state, inputOf(letter)), between(0));
  expect(afterLong('abcde')).toBeGreaterThan(ANY_ENDING);
  expect(afterLong('abcdef')).toBe(ANY_ENDING);
  expect(afterLong('abcdefx')).toBe(ANY_ENDING);
});

it('makes room for many words', () => {
  const many = new Beginnings();
  const words = Array.from({ length: 3_000 }, (_, i) =>
    lookOf(String.fromCharCode(...[i % 26, (i >> 2) % 26, (i >> 5) % 26, i % 23, i % 7].map((n) => 97 + n))),
  );
  for (const letters of words) many.add(letters, 0, letters.length, false);
  for (const letters of words) {
    const state = letters.reduce((sofar, letter) => many.after(sofar, inputOf(letter)), between(0));
    expect(many.after(state, SPACE_READ)).toBe(WORD_ENDED);
  }
});
