import { DISGUISED, formClass } from './fold.ts';
import { FormReader } from './forms.ts';
import { Beginnings, LAST_LETTER } from './gate-beginnings.ts';
import { FACTOR, SECOND_FACTOR, START } from './hashes.ts';

/**
 * The gate's own pack, as `npm run claims -- build` writes it: the fewest forms without which no claim is found.
 * Some are enough by themselves; others come in pairs of sets, of each of which one must be there. A pair has the same bit in
 * `first` and in `second`.
 */
export interface GatePack {
  /** Class of each character, see `readFoldTable`. */
  fold: string;
  /** Lines of forms, see `FormReader`. */
  forms: string;
  /** Of which pairs each line is the first part, and of which the second; what is enough by itself is both of one. */
  first: number[];
  second: number[];
}

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

  /** @returns the slot. */
  add(hash: number, first: number, second: number): number {
    const slot = this.#slot(hash);
    this.#keys[slot] = hash || 1;
    this.first[slot] |= first;
    this.second[slot] |= second;
    return slot;
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

/** Masks of words that are a form, of forms of several words written as one, and of the rarest word of each form of several. */
class Words extends Masks {
  /** Last letters of the words sought before a word, and first letters of those sought after it: a bit each. */
  readonly before: Int32Array;
  readonly after: Int32Array;

  constructor(most: number) {
    super(most);
    this.before = new Int32Array(this.first.length);
    this.after = new Int32Array(this.first.length);
  }

  addRare(hash: number, before: number, after: number): void {
    const slot = this.add(hash, 0, 0);
    this.before[slot] |= before;
    this.after[slot] |= after;
  }
}

/** The forms of a gate by the hashes of their words. An open word is kept under the complement of its hash. */
export class GateWords {
  /** How words that are sought begin, and these and what else a hashtag may hide. */
  readonly beginnings = new Beginnings();
  readonly tagBeginnings = new Beginnings();
  readonly words: Words;
  /** The rarest word of a form and one beside it, by `pairOf`. */
  readonly pairs: Masks;
  /** What a hashtag may hide: words, and such pairs written as one. */
  readonly hidden: Masks;
  /** Words by their look, see `DISGUISED`. */
  readonly looks: Masks;
  /** Letters of the longest that a hashtag may hide. */
  longest = 0;
  /** Classes of the letters of the form that is read, and where its words begin; the last one is where it ends. */
  readonly #letters = new Uint8Array(MOST_LETTERS);
  readonly #starts = new Uint8Array(MOST_WORDS + 1);

  constructor({ forms, first, second }: GatePack) {
    const most = forms.length >> 2;
    this.words = new Words(most);
    this.pairs = new Masks(most * 2);
    this.hidden = new Masks(most);
    this.looks = new Masks(most);
    const reader = new FormReader(forms);
    while (reader.next()) this.#add(reader.codes, reader.length, first[reader.line], second[reader.line]);
    this.beginnings.countLetters();
  }

  #add(codes: Uint8Array, length: number, first: number, second: number): void {
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
      this.words.add(this.#hash(0, end, isOpen), first, second);
      this.looks.add(this.#look(0, end, isOpen), first, second);
      this.beginnings.add(letters, 0, end, isOpen);
    }
    if (words === 1) {
      this.#hide(0, end, first, second);
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
    this.words.addRare(isSecond ? hashB : hashA, isSecond ? bitOf(letters[starts[b] - 1]) : 0, isSecond ? 0 : bitOf(letters[starts[b]]));
    this.pairs.add(pairOf(hashA, hashB), first, second);
    const look = isSecond ? this.#look(starts[a], starts[b], false) : this.#look(starts[b], starts[b + 1], isOpen && b === words - 1);
    this.pairs.add(isSecond ? lookPairOf(look, hashB) : lookPairOf(hashA, look), first, second);
    this.looks.add(this.#look(starts[rarest], starts[rarest + 1], isRarestOpen), first, second);
    this.beginnings.add(letters, starts[rarest], starts[rarest + 1], isRarestOpen);
    this.tagBeginnings.add(letters, starts[rarest], starts[rarest + 1], true);
    this.#hide(starts[a], starts[b + 1], first, second);
  }

  #hide(from: number, to: number, first: number, second: number): void {
    this.hidden.add(this.#hash(from, to, false), first, second);
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

function bitOf(letter: number): number {
  return 1 << (DISGUISED[letter] & LAST_LETTER);
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
