import { FACTOR, formClass, SECOND_FACTOR, START } from './automaton.ts';
import { DISGUISED } from './fold.ts';
import { unpackForms } from './forms.ts';

/**
 * The gate's own pack, as `npm run claims -- build` writes it: the fewest forms without which no claim is found.
 * Some are enough by themselves; others come in pairs of sets, of each of which one must be there. A pair has the same bit in
 * `first` and in `second`.
 */
export interface GatePack {
  /** Class of each character, see `readFoldTable`. */
  fold: string;
  /** Lines of forms, see `unpackForms`. */
  forms: string;
  /** Of which pairs each line is the first part, and of which the second; what is enough by itself is both of one. */
  first: number[];
  second: number[];
}

/** A word is looked at when its first letters, each counted once in a row, are those of a word that is sought. */
export const HEAD = 4;
export const HEAD_BITS = 5;
export const LAST_LETTER = (1 << HEAD_BITS) - 1;
const HEADS = 1 << 18;
const HEADS_SHIFT = 14;
/** Stand before the rarest word of a form, where it and the word before it, or after it, are not what `pairIn` would choose. */
export const WITH_BEFORE = '.';
export const WITH_AFTER = ',';
const MARK = /[.,]/;
/** Shorter forms of several words are not found written as one. */
const SHORTEST_JOINED = 7;
/** Words of fewer letters are none of those, with an open ending or without. */
export const SHORTEST_LONG = SHORTEST_JOINED - 1;

/** A hash table of masks. What is added twice has the bits of both. */
export class Masks {
  readonly #keys: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;

  /** @param most how many hashes there may be. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, most * 2)));
    this.#keys = new Int32Array(slots);
    this.first = new Int32Array(slots);
    this.second = new Int32Array(slots);
  }

  add(hash: number, first: number, second: number): void {
    const slot = this.#slot(hash);
    this.#keys[slot] = hash || 1;
    this.first[slot] |= first;
    this.second[slot] |= second;
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
}

/** The forms of a gate by the hashes of their words. An open word is kept under the complement of its hash. */
export class GateWords {
  /** A bit for each beginning of a word that is sought, see `isHead`; and of what is sought in hashtags, where any letters may follow. */
  readonly heads = new Uint8Array(HEADS / 8);
  readonly tagHeads = new Uint8Array(HEADS / 8);
  /** The same of forms of several words written as one. They begin with ordinary words. */
  readonly longHeads = new Uint8Array(HEADS / 8);
  /** Words that are a form, and forms of several words written as one. */
  readonly whole: Masks;
  /** The rarest word of each form of several words; in `first` the last letters of those sought before it, in `second` the first of those after it, a bit each. */
  readonly rare: Masks;
  /** That word and one beside it, by `pairOf`. */
  readonly pairs: Masks;
  /** What a hashtag may hide: words, and such pairs written as one. */
  readonly hidden: Masks;
  /** Words by their look, see `DISGUISED`. */
  readonly looks: Masks;
  /** Letters of the longest that a hashtag may hide. */
  longest = 0;

  constructor({ forms, first, second }: GatePack) {
    const lines = unpackForms(forms);
    const count = lines.reduce((sum, line) => sum + line.length, 0);
    this.whole = new Masks(count);
    this.rare = new Masks(count);
    this.pairs = new Masks(count * 2);
    this.hidden = new Masks(count);
    this.looks = new Masks(count * 2);
    lines.forEach((line, at) => {
      for (const form of line) this.#add(form, first[at], second[at]);
    });
  }

  #add(form: string, first: number, second: number): void {
    const words = form.replace(MARK, '').split(' ');
    if (words.length === 1) {
      this.whole.add(hashOf(form), first, second);
      this.#hide(form, first, second);
      this.looks.add(lookOf(form), first, second);
      markHead(this.heads, form, form.endsWith('*'));
      return;
    }
    const joined = words.join('');
    if (joined.length >= SHORTEST_JOINED) {
      this.whole.add(hashOf(joined), first, second);
      this.looks.add(lookOf(joined), first, second);
      markHead(this.longHeads, joined, joined.endsWith('*'));
    }
    const { rarest, beside } = pairIn(form);
    const isSecond = beside < rarest;
    const [a, b] = isSecond ? [words[beside], words[rarest]] : [words[rarest], words[beside]];
    this.rare.add(hashOf(words[rarest]), isSecond ? letterBit(a, a.length - 1) : 0, isSecond ? 0 : letterBit(b, 0));
    this.pairs.add(pairOf(hashOf(a), hashOf(b)), first, second);
    this.pairs.add(isSecond ? lookPairOf(lookOf(a), hashOf(b)) : lookPairOf(hashOf(a), lookOf(b)), first, second);
    this.looks.add(lookOf(words[rarest]), first, second);
    markHead(this.heads, words[rarest], words[rarest].endsWith('*'));
    this.#hide(a + b, first, second);
  }

  #hide(word: string, first: number, second: number): void {
    this.hidden.add(hashOf(word.replace('*', '')), first, second);
    this.longest = Math.max(this.longest, word.length);
    markHead(this.tagHeads, word, true);
  }
}

function letterBit(word: string, at: number): number {
  return 1 << (DISGUISED[formClass(word.charCodeAt(at))] & LAST_LETTER);
}

/** Marks the first letters of a word. What goes on after fewer letters may go on with any. */
function markHead(heads: Uint8Array, word: string, goesOn: boolean): void {
  let head = 0;
  let count = 0;
  let previous = 0;
  for (let i = 0; i < word.length && count < HEAD; i++) {
    const symbol = DISGUISED[formClass(word.charCodeAt(i))];
    if (symbol === previous || word[i] === '*') continue;
    head = (head << HEAD_BITS) | (symbol & LAST_LETTER);
    previous = symbol;
    count++;
  }
  const from = head << ((HEAD - count) * HEAD_BITS);
  const to = goesOn ? (head + 1) << ((HEAD - count) * HEAD_BITS) : from + 1;
  for (let each = from; each < to; each++) {
    const place = placeOf(each, HEAD);
    heads[place >>> 3] |= 1 << (place & 7);
  }
}

function placeOf(head: number, count: number): number {
  return Math.imul(head << (HEAD_BITS * (HEAD - count)), FACTOR) >>> HEADS_SHIFT;
}

/**
 * Whether a word that is sought may begin like this.
 * @param head the first letters, `HEAD_BITS` each.
 * @param count how many there are, at most `HEAD`.
 */
export function isHead(heads: Uint8Array, head: number, count: number): boolean {
  const place = placeOf(head, count);
  return ((heads[place >>> 3] >>> (place & 7)) & 1) === 1;
}

/** Hash of a word. */
export function hashOf(word: string): number {
  let hash = START;
  for (let i = 0; i < word.length; i++) {
    if (word[i] === '*') return ~hash;
    hash = Math.imul(hash ^ formClass(word.charCodeAt(i)), FACTOR);
  }
  return hash;
}

/** Hash of a word as it looks through every disguise. */
function lookOf(word: string): number {
  let hash = START;
  let previous = 0;
  for (let i = 0; i < word.length; i++) {
    if (word[i] === '*') return ~hash;
    const symbol = DISGUISED[formClass(word.charCodeAt(i))];
    if (symbol !== previous) hash = Math.imul(hash ^ symbol, FACTOR);
    previous = symbol;
  }
  return hash;
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

/** The rarest word of a form and one beside it: where nothing else is marked the longest, and the longer one. */
export function pairIn(form: string): { rarest: number; beside: number } {
  const words = form.split(' ');
  const marked = words.findIndex((word) => MARK.test(word));
  if (marked >= 0) return { rarest: marked, beside: words[marked].startsWith(WITH_BEFORE) ? marked - 1 : marked + 1 };
  const rarest = words.reduce((longest, word, at) => (word.length > words[longest].length ? at : longest), 0);
  const isBefore = rarest > 0 && (rarest + 1 === words.length || words[rarest - 1].length >= words[rarest + 1].length);
  return { rarest, beside: isBefore ? rarest - 1 : rarest + 1 };
}
