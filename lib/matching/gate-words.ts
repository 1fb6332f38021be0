import { DISGUISED, formClass } from './fold.ts';
import { FormReader } from './forms.ts';
import { Beginnings } from './gate-beginnings.ts';
import { ANY_LETTER, bitOf } from './gate-letters.ts';
import { FACTOR, SECOND_FACTOR, START } from './hashes.ts';
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

/** How much a form tells: nothing, something among plausible words, enough. What holds both kinds has both bits. */
export const NOTHING_FOUND = 0;
export const WEAK = 1;
export const SURE = 2;
const KINDS = [SURE, WEAK];

const SPACE = 32;
const STAR = 42;
const POINT = 46;
const COMMA = 44;
/** Stand before the rarest word of a form, where it and the word before it, or after it, are not what `pairIn` would choose. */
export const WITH_BEFORE = '.';
export const WITH_AFTER = ',';

/** Shorter forms of several words are not found written as one. */
const SHORTEST_JOINED = 7;
const MOST_WORDS = 16;
const MOST_LETTERS = 128;

/** Bits of letters before and after a word or two. */
interface Beside {
  before: number;
  after: number;
}

/** Nothing needs to stand beside it. */
const ALONE: Beside = { before: ANY_LETTER, after: ANY_LETTER };
const NO_LETTERS: Beside = { before: 0, after: 0 };

const FEWEST_SLOTS = 1 << 11;

/**
 * A hash table of what forms tell, with letters that stand beside a form: last ones of the words before it, first ones of those after
 * it, a bit each. What is added twice has the bits of both. It is in every page, so it is no larger than twice to four times what it holds.
 */
export class Kinds {
  /** Hashes, 0 where a slot is free. */
  #keys = new Int32Array(FEWEST_SLOTS);
  #taken = 0;
  kinds = new Uint8Array(FEWEST_SLOTS);
  before = new Int32Array(FEWEST_SLOTS);
  after = new Int32Array(FEWEST_SLOTS);

  add(hash: number, kind: number, { before, after } = NO_LETTERS): void {
    if (this.#taken * 2 >= this.#keys.length) this.#grow();
    const slot = this.#slot(hash);
    if (this.#keys[slot] === 0) this.#taken++;
    this.#keys[slot] = hash || 1;
    this.kinds[slot] |= kind;
    this.before[slot] |= before;
    this.after[slot] |= after;
  }

  /** Slot of a hash, -1 where it was not added. */
  find(hash: number): number {
    const slot = this.#slot(hash);
    return this.#keys[slot] === 0 ? -1 : slot;
  }

  #slot(hash: number): number {
    const keys = this.#keys;
    const last = keys.length - 1;
    const key = hash || 1;
    let slot = (key ^ (key >>> 15)) & last;
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const { kinds, before, after } = this;
    const slots = keys.length * 2;
    this.#keys = new Int32Array(slots);
    this.kinds = new Uint8Array(slots);
    this.before = new Int32Array(slots);
    this.after = new Int32Array(slots);
    this.#taken = 0;
    for (const [slot, key] of keys.entries()) if (key !== 0) this.add(key, kinds[slot], { before: before[slot], after: after[slot] });
  }
}

/** The forms of a gate by the hashes of their words. An open word is kept under the complement of its hash. */
export class GateWords {
  /** How words that are sought begin, and these and what else a hashtag may hide. */
  readonly beginnings = new Beginnings();
  readonly tagBeginnings = new Beginnings();
  #tagThrees: Uint8Array | undefined;
  /** Words that are a form, forms of several words written as one, and the rarest word of each form of several. */
  readonly words = new Kinds();
  /** The rarest word of a form and one beside it, by `pairOf`. Of longer forms one of the letters beside these must be there, too. */
  readonly pairs = new Kinds();
  /** What a hashtag may hide: words, and such pairs written as one. */
  readonly hidden = new Kinds();
  /** Words by their look, see `DISGUISED`. */
  readonly looks = new Kinds();
  /** Letters of the longest that a hashtag may hide. */
  longest = 0;
  /** Classes of the letters of the form that is read, and where its words begin; the last one is where it ends. */
  readonly #letters = new Uint8Array(MOST_LETTERS);
  readonly #starts = new Uint8Array(MOST_WORDS + 1);

  constructor({ forms }: Pick<GatePack, 'forms'>) {
    const reader = new FormReader(forms);
    while (reader.next()) this.#add(reader.codes, reader.length, KINDS[reader.line]);
    this.beginnings.countLetters();
    this.beginnings.trim();
    this.tagBeginnings.trim();
  }

  /** What `tagBeginnings` begin with, see `Beginnings.threes`; made for the first hashtag. */
  get tagThrees(): Uint8Array {
    this.#tagThrees ??= this.tagBeginnings.threes();
    return this.#tagThrees;
  }

  #add(codes: Uint8Array, length: number, kind: number): void {
    const letters = this.#letters;
    const starts = this.#starts;
    const isOpen = codes[length - 1] === STAR;
    let words = 1;
    let end = 0;
    let rarest = -1;
    let isSecond = false;
    starts[0] = 0;
    for (let i = isOpen ? length - 2 : length - 1, at = 0; at <= i; at++) {
      const code = codes[at];
      if (code === SPACE) starts[words++] = end;
      else if (code === POINT || code === COMMA) {
        rarest = words - 1;
        isSecond = code === POINT;
      } else letters[end++] = formClass(code);
    }
    starts[words] = end;
    if (words === 1 || end + (isOpen ? 1 : 0) >= SHORTEST_JOINED) {
      this.words.add(this.#hash(0, end, isOpen), kind);
      this.looks.add(this.#look(0, end, isOpen), kind);
      this.beginnings.add(letters, 0, end, isOpen);
    }
    if (words === 1) {
      this.#hide(0, end, kind, ALONE);
      return;
    }
    if (rarest < 0) {
      rarest = longestOf(starts, words);
      isSecond = isBeforeLonger(starts, words, rarest);
    }
    const [a, b] = isSecond ? [rarest - 1, rarest] : [rarest, rarest + 1];
    const hashA = this.#hash(starts[a], starts[a + 1], false);
    const hashB = this.#hash(starts[b], starts[b + 1], isOpen && b === words - 1);
    const isRarestOpen = isOpen && rarest === words - 1;
    const before = bitOf(letters[starts[b] - 1]);
    const after = bitOf(letters[starts[b]]);
    this.words.add(isSecond ? hashB : hashA, NOTHING_FOUND, isSecond ? { before, after: 0 } : { before: 0, after });
    const beside = this.#besidePair(a, b, words);
    this.pairs.add(pairOf(hashA, hashB), kind, beside);
    const look = isSecond ? this.#look(starts[a], starts[b], false) : this.#look(starts[b], starts[b + 1], isOpen && b === words - 1);
    this.pairs.add(isSecond ? lookPairOf(look, hashB) : lookPairOf(hashA, look), kind, beside);
    this.looks.add(this.#look(starts[rarest], starts[rarest + 1], isRarestOpen), kind);
    this.beginnings.add(letters, starts[rarest], starts[rarest + 1], isRarestOpen);
    this.tagBeginnings.add(letters, starts[rarest], starts[rarest + 1], true);
    this.#hide(starts[a], starts[b + 1], kind, beside);
  }

  /** The letter that a form has beside two of its words: after them, or else before them. */
  #besidePair(a: number, b: number, words: number): Beside {
    const starts = this.#starts;
    if (b + 1 < words) return { before: 0, after: bitOf(this.#letters[starts[b + 1]]) };
    return a > 0 ? { before: bitOf(this.#letters[starts[a] - 1]), after: 0 } : ALONE;
  }

  #hide(from: number, to: number, kind: number, beside: Beside): void {
    this.hidden.add(this.#hash(from, to, false), kind, beside);
    this.longest = Math.max(this.longest, to - from);
    this.tagBeginnings.add(this.#letters, from, to, true);
  }

  #hash(from: number, to: number, isOpen: boolean): number {
    let hash = START;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ this.#letters[i], FACTOR);
    return isOpen ? ~hash : hash;
  }

  /** Hash of a word as it looks through every disguise. */
  #look(from: number, to: number, isOpen: boolean): number {
    let hash = START;
    let previous = 0;
    for (let i = from; i < to; i++) {
      const symbol = DISGUISED[this.#letters[i]];
      if (symbol !== previous) hash = Math.imul(hash ^ symbol, FACTOR);
      previous = symbol;
    }
    return isOpen ? ~hash : hash;
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
