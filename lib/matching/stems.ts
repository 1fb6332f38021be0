import { FIRST_DIGIT, foldText, formClass, IGNORED, LATIN, LETTER, OTHER_LETTER, SPACE, SURROGATE, wideClass } from './fold.ts';
import { LAST_CAPITAL, NONE_SHARED } from './forms.ts';
import { FACTOR } from './hashes.ts';
import { type Scan, widthAt } from './scanned.ts';

/** Letters of a word that count: endings tell more about grammar than about the subject. */
const STEM = 6;
/** So many words of a text weigh in full. */
const WORDS_IN_FULL = 16;
/** Six letters and digits, of which there are so many with the one for all others, are one whole number. */
const KEY_BASE = 38;
const FIRST_LETTER_KEY = 11;

/** The first letters of a word, folded. */
export function stemOf({ text, wordStart, wordEnd }: Scan, word: number, fold: Uint8Array): string {
  return foldText(text.slice(wordStart[word], wordEnd[word]), fold).slice(0, STEM);
}

/** The number of a word's stem: the same as of `stemOf`, without making a string of it. */
export function stemKey({ text, wordStart, wordEnd }: Scan, word: number, fold: Uint8Array): number {
  let key = 0;
  for (let i = wordStart[word], letters = 0; i < wordEnd[word] && letters < STEM; i++) {
    let symbol = fold[text.charCodeAt(i)];
    if (symbol === SURROGATE) {
      symbol = wideClass(text, i);
      i += widthAt(text, i) - 1;
    }
    if (symbol === IGNORED) continue;
    key = longerKey(key, symbol);
    letters++;
  }
  return key;
}

/**
 * Adds up what the stems of all words of a text weigh, see `shareOfStem`; allocates nothing. A hashtag is one word, and so are single
 * letters in a row.
 */
export function weighStems(text: string, fold: Uint8Array, weightOf: (key: number) => number): number {
  let sum = 0;
  let words = 0;
  let key = 0;
  let letters = 0;
  let singlesKey = 0;
  let singles = 0;
  for (let i = 0; i <= text.length; i++) {
    let symbol = i < text.length ? fold[text.charCodeAt(i)] : SPACE;
    if (symbol === SURROGATE) {
      symbol = wideClass(text, i);
      i += widthAt(text, i) - 1;
    }
    if (symbol >= LETTER) {
      if (letters++ < STEM) key = longerKey(key, symbol);
    } else if (symbol !== IGNORED && letters > 0) {
      if (letters === 1) {
        if (singles++ < STEM) singlesKey = (Math.imul(singlesKey, KEY_BASE) + key) | 0;
      } else {
        if (singles > 0) {
          sum += weightOf(singlesKey);
          words++;
          singlesKey = singles = 0;
        }
        sum += weightOf(key);
        words++;
      }
      key = letters = 0;
    }
  }
  if (singles > 0) {
    sum += weightOf(singlesKey);
    words++;
  }
  return sum * shareOfStem(words);
}

/** What the weight of each of so many words counts for: in a long text ordinary words would outweigh a claim among them. */
export function shareOfStem(words: number): number {
  return 1 / Math.sqrt(Math.max(1, words / WORDS_IN_FULL));
}

/** The stems of all words of a text as `weighStems` reads them. */
export function stemsOf(text: string, fold: Uint8Array): string[] {
  return foldText(text, fold)
    .replace(/(?<=(?:^| )\S) +(?=\S(?: |$))/g, '')
    .split(' ')
    .flatMap((word) => (word === '' ? [] : [word.slice(0, STEM)]));
}

/** The number of each letter and digit in a key, by its class. */
const KEYS = Uint8Array.from({ length: LATIN + 32 }, (_, symbol) => {
  if (symbol === OTHER_LETTER) return KEY_BASE - 1;
  return symbol > LATIN ? symbol - LATIN - 1 + FIRST_LETTER_KEY : Math.max(0, symbol - FIRST_DIGIT + 1);
});

function longerKey(key: number, symbol: number): number {
  return (Math.imul(key, KEY_BASE) + KEYS[symbol]) | 0;
}

/** The same by the character of a stem as it is shipped. */
const KEYS_BY_CODE = Uint8Array.from({ length: 128 }, (_, code) => KEYS[formClass(code)]);

/** Hash table of stems by their keys, none of which is 0. */
export class StemTable {
  readonly #keys: Int32Array;
  /** Place of each in the list, plus one. */
  readonly #places: Uint16Array;
  /** How many there are. */
  readonly size: number;

  /**
   * @param stems a line of forms, see `FormReader`.
   * @param most how many there may be.
   */
  constructor(stems: string, most: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#keys = new Int32Array(slots);
    this.#places = new Uint16Array(slots);
    this.size = this.#add(stems);
  }

  /** Reads all letters in one loop; what a stem shares with the one before it is not read again. @returns how many stems there are. */
  #add(packed: string): number {
    /** Keys of the beginnings of a stem, by their length. */
    const beginnings = new Int32Array(STEM + 1);
    let length = 0;
    let size = 0;
    for (let at = 0; at <= packed.length; at++) {
      const code = at < packed.length ? packed.charCodeAt(at) : NONE_SHARED;
      if (code < NONE_SHARED || code > LAST_CAPITAL) {
        beginnings[length + 1] = (Math.imul(beginnings[length], KEY_BASE) + KEYS_BY_CODE[code]) | 0;
        length++;
        continue;
      }
      if (length > 0) {
        const slot = this.#slot(beginnings[length]);
        this.#keys[slot] = beginnings[length];
        this.#places[slot] = ++size;
      }
      length = code - NONE_SHARED;
    }
    return size;
  }

  /** Place of a stem in the list, -1 for none. */
  find(key: number): number {
    return this.#places[this.#slot(key)] - 1;
  }

  #slot(key: number): number {
    const keys = this.#keys;
    let slot = Math.imul(key, FACTOR) >>> Math.clz32(keys.length - 1);
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & (keys.length - 1);
    return slot;
  }
}
