import { DISGUISED } from './fold.ts';
import { CLASS_OF_CODE, FormReader, STAR } from './forms.ts';
import { Beginnings } from './gate-beginnings.ts';
import { ALONE, type Beside, Kinds, NOTHING_FOUND, Sieve, SURE, WEAK } from './gate-kinds.ts';
import { bitOf } from './gate-letters.ts';
import { Spelling } from './gate-spelling.ts';
import { FACTOR, SECOND_FACTOR } from './hashes.ts';
import type { PlausibilityPack } from './plausibility.ts';

/**
 * The gate's own pack, as `npm run claims -- build` writes it: the fewest forms without which no claim is found.
 */
export interface GatePack {
  /** Class of each character, see `readFoldTable`. */
  fold: string;
  /** Two lines of forms, see `FormReader`: those that are enough by themselves, and those that are among plausible words only. */
  forms: string;
  plausibility: PlausibilityPack;
}

/** What the forms of each line tell. */
const KINDS = [SURE, WEAK];

const SPACE = 32;
const POINT = 46;
const COMMA = 44;
/** Stand before the rarest word of a form, where it and the word before it, or after it, are not what `pairIn` would choose. */
export const WITH_BEFORE = '.';
export const WITH_AFTER = ',';

/** Shorter forms of several words are not found written as one. */
const SHORTEST_JOINED = 7;
const MOST_WORDS = 16;
const MOST_LETTERS = 128;
/** What a hashtag may hide is known by so many first letters: by the fewer of them what is shorter than the others. */
export const FEW_LETTERS = 2;
export const MORE_LETTERS = 4;

/** The forms of a gate by the hashes of their words. An open word is kept under the complement of its hash. */
export class GateWords {
  /** How words that are sought begin. */
  readonly beginnings = new Beginnings();
  /** Words that are a form, forms of several words written as one, and the rarest word of each form of several. */
  readonly words = new Kinds();
  /** The rarest word of a form and one beside it, by `pairOf`. Of longer forms one of the letters beside these must be there, too. */
  readonly pairs = new Kinds();
  /** What a hashtag may hide: words, and such pairs written as one. */
  readonly hidden = new Kinds();
  /** How that begins, and the rarest words: their first `FEW_LETTERS` or `MORE_LETTERS`. */
  readonly tagBegins = new Sieve();
  /** Words by their look, see `DISGUISED`. */
  readonly looks = new Kinds();
  /** Letters of the longest that a hashtag may hide. */
  longest = 0;
  /** The letters of the form that is read, and where its words begin; the last one is where it ends. */
  readonly #plain = new Spelling(MOST_LETTERS);
  readonly #starts = new Uint8Array(MOST_WORDS + 1);
  /** The form as it looks through every disguise, where letters in a row count once, and where in it each of its letters is. */
  readonly #look = new Spelling(MOST_LETTERS);
  readonly #places = new Uint8Array(MOST_LETTERS);

  constructor({ forms }: Pick<GatePack, 'forms'>) {
    const reader = new FormReader(forms);
    while (reader.next()) this.#add(reader.codes, reader.length, KINDS[reader.line]);
    this.beginnings.countLetters();
    this.beginnings.trim();
  }

  #add(codes: Uint8Array, length: number, kind: number): void {
    const starts = this.#starts;
    const isOpen = codes[length - 1] === STAR;
    const end = isOpen ? length - 1 : length;
    let words = 1;
    let rarest = -1;
    let isSecond = false;
    this.#plain.clear();
    this.#look.clear();
    for (let at = 0; at < end; at++) {
      const code = codes[at];
      if (code === SPACE) starts[words++] = this.#plain.length;
      else if (code === POINT || code === COMMA) {
        rarest = words - 1;
        isSecond = code === POINT;
      } else this.#spell(CLASS_OF_CODE[code]);
    }
    const letters = this.#plain.length;
    starts[words] = letters;
    if (words === 1 || letters + (isOpen ? 1 : 0) >= SHORTEST_JOINED) {
      this.words.add(this.#hash(0, letters, isOpen), kind);
      this.#addLook(0, letters, isOpen, kind);
    }
    if (words === 1) {
      this.#hide(0, letters, kind, ALONE);
      return;
    }
    if (rarest < 0) {
      rarest = longestOf(starts, words);
      isSecond = isBeforeLonger(starts, words, rarest);
    }
    this.#addPair(words, rarest, isSecond ? rarest - 1 : rarest, isOpen, kind);
  }

  /** Adds a letter to the form that is read. */
  #spell(letter: number): void {
    const look = this.#look;
    const seen = DISGUISED[letter];
    if (look.length === 0 || look.letters[look.length - 1] !== seen) look.add(seen);
    this.#places[this.#plain.length] = look.length - 1;
    this.#plain.add(letter);
  }

  /** Adds a form by its rarest word and one beside it, of which `a` is the first. */
  #addPair(words: number, rarest: number, a: number, isOpen: boolean, kind: number): void {
    const { letters } = this.#plain;
    const starts = this.#starts;
    const b = a + 1;
    const isOpenB = isOpen && b === words - 1;
    const hashA = this.#hash(starts[a], starts[b], false);
    const hashB = this.#hash(starts[b], starts[b + 1], isOpenB);
    const beside = this.#besidePair(a, b, words);
    if (rarest === b) {
      this.words.add(hashB, NOTHING_FOUND, { before: bitOf(letters[starts[b] - 1]), after: 0 });
      this.pairs.add(lookPairOf(this.#lookOf(starts[a], starts[b], false), hashB), kind, beside);
    } else {
      this.words.add(hashA, NOTHING_FOUND, { before: 0, after: bitOf(letters[starts[b]]) });
      this.pairs.add(lookPairOf(hashA, this.#lookOf(starts[b], starts[b + 1], isOpenB)), kind, beside);
    }
    this.pairs.add(pairOf(hashA, hashB), kind, beside);
    this.#addLook(starts[rarest], starts[rarest + 1], isOpen && rarest === words - 1, kind);
    this.#hide(starts[a], starts[b + 1], kind, beside);
    this.#beginInTag(starts[rarest], starts[rarest + 1]);
  }

  /** The letter that a form has beside two of its words: after them, or else before them. */
  #besidePair(a: number, b: number, words: number): Beside {
    const starts = this.#starts;
    const { letters } = this.#plain;
    if (b + 1 < words) return { before: 0, after: bitOf(letters[starts[b + 1]]) };
    return a > 0 ? { before: bitOf(letters[starts[a] - 1]), after: 0 } : ALONE;
  }

  #hide(from: number, to: number, kind: number, beside: Beside): void {
    this.hidden.add(this.#hash(from, to, false), kind, beside);
    this.#beginInTag(from, to);
    this.longest = Math.max(this.longest, to - from);
  }

  #beginInTag(from: number, to: number): void {
    const letters = to - from < MORE_LETTERS ? FEW_LETTERS : MORE_LETTERS;
    this.tagBegins.add(this.#hash(from, from + letters, false));
  }

  #hash(from: number, to: number, isOpen: boolean): number {
    const hash = this.#plain.hash(from, to);
    return isOpen ? ~hash : hash;
  }

  /** Hash of a word as it looks through every disguise. */
  #lookOf(from: number, to: number, isOpen: boolean): number {
    const hash = this.#look.hash(this.#places[from], this.#places[to - 1] + 1);
    return isOpen ? ~hash : hash;
  }

  /** Adds a word by its look, and how that begins. */
  #addLook(from: number, to: number, isOpen: boolean, kind: number): void {
    this.looks.add(this.#lookOf(from, to, isOpen), kind);
    this.beginnings.add(this.#look.letters, this.#places[from], this.#places[to - 1] + 1, isOpen);
  }
}

/** Hash of two words, one after another. */
export function pairOf(a: number, b: number): number {
  const mixed = Math.imul(a, FACTOR) ^ Math.imul(b, SECOND_FACTOR);
  return mixed ^ (mixed >>> 15);
}

/** Hash of two words one after another, of which one is known by its look only. */
export function lookPairOf(a: number, b: number): number {
  return pairOf(~a, b);
}

/** The first of the longest words; `starts` says where each begins, and after the last one where it ends. */
function longestOf(starts: ArrayLike<number>, words: number): number {
  let longest = 0;
  for (let word = 1; word < words; word++) if (starts[word + 1] - starts[word] > starts[longest + 1] - starts[longest]) longest = word;
  return longest;
}

/** Whether the word before is there, and no shorter than the word after. */
function isBeforeLonger(starts: ArrayLike<number>, words: number, word: number): boolean {
  if (word === 0 || word + 1 === words) return word > 0;
  return starts[word] - starts[word - 1] >= starts[word + 2] - starts[word + 1];
}

/** Which word of a form is taken for its rarest, and which beside it, where nothing is marked. */
export function pairIn(form: string): { rarest: number; beside: number } {
  const words = form.replace('*', '').split(' ');
  const starts = [0];
  for (const word of words) starts.push(starts[starts.length - 1] + word.length);
  const rarest = longestOf(starts, words.length);
  return { rarest, beside: isBeforeLonger(starts, words.length, rarest) ? rarest - 1 : rarest + 1 };
}
