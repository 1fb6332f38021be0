import { formClass } from './fold.ts';
import { CLASS_OF_CODE, LAST_CAPITAL, LONGEST_FORM, NONE_SHARED, STAR } from './forms.ts';
import { FACTOR, type Numbers, numbersBelow, powersOf, SECOND_FACTOR, START } from './hashes.ts';
import { joinedOf, type Lexicon } from './lexicon.ts';

/** What may be said of a hash: letters of an open word, the beginning of one; of any other; the look of an open word, of any. */
export const OPENS = 1;
export const BEGINS_OPEN = 2;
export const ENDS = 4;
export const BEGINS = 8;
export const LOOKS_OPEN = 16;
export const LOOKS = 32;
/** Letters of a word that is not open, also of a form's words as one, which `ENDS` tells of some only. The highest bit: a shift tells it. */
export const WHOLE = 128;
export const WHOLE_SHIFT = 7;
export const PREFIX_SHIFT = 15;

/** Words by the hashes of their letters. */
export interface WordTables {
  /** Slots of two: the second hash of a word, and its number (0: free). The length is a power of two. */
  words: Int32Array;
  /** How far the first hash is shifted to the right to be a slot of `words`. */
  shift: number;
  /** What a hash of letters may be, by its upper bits: `OPENS` and so on. Zero for most. */
  prefixes: Uint8Array;
  hasOpen: boolean;
  /** 1 where some open word begins with these three letters. */
  beginnings: Uint8Array;
  /** The longest open word, other than itself, that a word begins with, 0 for none. */
  opened: Numbers;
}

/** The number of a word with these hashes, 0 for none. Open words are kept under the complement of their second hash. */
export function wordOf({ words, shift }: Pick<WordTables, 'words' | 'shift'>, first: number, second: number): number {
  const last = words.length - 1;
  let slot = (first >>> shift) << 1;
  while (words[slot + 1] !== 0 && words[slot] !== second) slot = (slot + 2) & last;
  return words[slot + 1];
}

/** Where the first three letters of a word, by their classes, stand in `beginnings`. */
export function threeLetters(a: number, b: number, c: number): number {
  return ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
}

/** Places in a table of phrases and the words before them. */
const PAIRS = 1 << 16;

/** Where a phrase with a word before it stands in such a table. */
export function pairHash(phrase: number, word: number): number {
  const mixed = Math.imul(phrase, FACTOR) ^ Math.imul(word, SECOND_FACTOR);
  return (mixed ^ (mixed >>> 15)) & (PAIRS - 1);
}

export function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, atLeast)));
}

/**
 * Builds the hash tables of words: those of a lexicon, with their own numbers; then its forms of several words written as one, and
 * ordinary words. What is there already keeps its number.
 */
export class WordTable implements WordTables {
  readonly words: Int32Array;
  readonly shift: number;
  readonly prefixes = new Uint8Array(1 << (32 - PREFIX_SHIFT));
  hasOpen = false;
  readonly beginnings = new Uint8Array(1 << 15);
  readonly opened: Numbers;
  /** By phrase: how many letters it has, without the open ending of the last word. */
  readonly lengths: Uint16Array;
  /** 1 for each phrase whose last word is open. */
  readonly isOpen: Uint8Array;
  /** See `Automaton`. */
  readonly pairs = new Uint8Array(PAIRS);
  readonly #lexicon: Lexicon;
  /** Hashes of each phrase, written as one word. */
  readonly #firsts: Int32Array;
  readonly #seconds: Int32Array;
  #next: number;

  /** @param others how many ordinary words there may be. */
  constructor(lexicon: Lexicon, others: number) {
    const { words, phrases } = lexicon;
    const size = joinedOf(lexicon, phrases) + 1 + others;
    const slots = powerOfTwo((size - (phrases - words)) * 1.5);
    this.words = new Int32Array(slots * 2);
    this.shift = Math.clz32(slots) + 1;
    this.opened = numbersBelow(words + 1, size);
    this.lengths = new Uint16Array(phrases + 1);
    this.isOpen = new Uint8Array(phrases + 1);
    this.#lexicon = lexicon;
    this.#firsts = new Int32Array(phrases + 1);
    this.#seconds = new Int32Array(phrases + 1);
    this.#next = size - others;
    this.#readOwn(lexicon.packedWords);
    this.#addOwn();
  }

  /**
   * Reads the words of the lexicon, in one loop over all their letters: what a word shares with the one before it is not read again.
   * An open word stands before all that begin with its letters.
   */
  #readOwn(packed: string): void {
    const { prefixes, isOpen } = this;
    /** Letters of a word; and of its beginnings, by their length, the hashes and the longest open word that each begins with. */
    const letters = new Uint8Array(LONGEST_FORM + 1);
    const firsts = new Int32Array(LONGEST_FORM + 1);
    const seconds = new Int32Array(LONGEST_FORM + 1);
    const opened = new Int32Array(LONGEST_FORM + 1);
    let word = 0;
    let length = 0;
    for (let at = 0; at <= packed.length; at++) {
      const code = at < packed.length ? packed.charCodeAt(at) : NONE_SHARED;
      if (code === STAR) isOpen[word] = 1;
      else if (code < NONE_SHARED || code > LAST_CAPITAL) {
        if (length > 0) prefixes[firsts[length] >>> PREFIX_SHIFT] |= BEGINS;
        const letter = CLASS_OF_CODE[code];
        firsts[length + 1] = Math.imul(firsts[length] + letter, FACTOR);
        seconds[length + 1] = Math.imul(seconds[length] + letter, SECOND_FACTOR);
        opened[length + 1] = opened[length];
        letters[length++] = letter;
      } else {
        this.lengths[word] = length;
        this.opened[word] = opened[length];
        this.#firsts[word] = firsts[length];
        this.#seconds[word] = seconds[length];
        if (isOpen[word] === 1) {
          opened[length] = word;
          this.#markOpen(letters, firsts, length);
        }
        word++;
        length = code - NONE_SHARED;
      }
    }
  }

  /** Open words shorter than three letters may go on with any. @param hashes of the beginnings of one, by their length. */
  #markOpen([a, b, c]: Uint8Array, hashes: Int32Array, length: number): void {
    this.hasOpen = true;
    for (let begun = 1; begun < length; begun++) this.prefixes[hashes[begun] >>> PREFIX_SHIFT] |= BEGINS_OPEN;
    if (length < 3) this.beginnings.fill(1);
    else this.beginnings[threeLetters(a, b, c)] = 1;
  }

  #addOwn(): void {
    for (let word = 1; word <= this.#lexicon.words; word++) {
      const first = this.#firsts[word];
      const isOpen = this.isOpen[word] === 1;
      this.#insert(word, first, isOpen ? ~this.#seconds[word] : this.#seconds[word]);
      this.prefixes[first >>> PREFIX_SHIFT] |= isOpen ? OPENS : ENDS | WHOLE;
    }
  }

  /** Tells of each phrase its length and whether it is open, and hashes it as one word, from the hashes of its words. */
  hashPhrases(): void {
    const { phrases, from, before } = this.#lexicon;
    const { lengths, isOpen, pairs } = this;
    const [firsts, seconds] = [this.#firsts, this.#seconds];
    const powers = powersOf(FACTOR, LONGEST_FORM);
    const secondPowers = powersOf(SECOND_FACTOR, LONGEST_FORM);
    for (let rest = 1; rest <= phrases; rest++) {
      const length = lengths[rest];
      for (let phrase = from[rest]; phrase < from[rest + 1]; phrase++) {
        const word = before[phrase];
        pairs[pairHash(rest, word)] = 1;
        lengths[phrase] = lengths[word] + length;
        isOpen[phrase] = isOpen[rest];
        firsts[phrase] = Math.imul(firsts[word], powers[length]) + firsts[rest];
        seconds[phrase] = Math.imul(seconds[word], secondPowers[length]) + seconds[rest];
      }
    }
  }

  /** Adds a phrase written as one word. @returns its number. */
  addJoined(phrase: number): number {
    const first = this.#firsts[phrase];
    const second = this.#seconds[phrase];
    const known = wordOf(this, first, second);
    if (known !== 0) return known;
    const number = joinedOf(this.#lexicon, phrase);
    this.prefixes[first >>> PREFIX_SHIFT] |= WHOLE;
    this.#insert(number, first, second);
    this.opened[number] = this.opened[this.#lexicon.before[phrase]];
    return number;
  }

  /** Adds a word that is in no form. @returns its number. */
  addOrdinary(text: string): number {
    let [first, second, opened] = [START, START, 0];
    for (let i = 0; i < text.length; i++) {
      const letter = formClass(text.charCodeAt(i));
      first = Math.imul(first + letter, FACTOR);
      second = Math.imul(second + letter, SECOND_FACTOR);
      const kinds = this.prefixes[first >>> PREFIX_SHIFT];
      if ((kinds & OPENS) !== 0) opened = wordOf(this, first, ~second) || opened;
      this.prefixes[first >>> PREFIX_SHIFT] |= i + 1 < text.length ? BEGINS : ENDS | WHOLE;
    }
    const known = wordOf(this, first, second);
    if (known !== 0) return known;
    const number = this.#next++;
    this.#insert(number, first, second);
    this.opened[number] = opened;
    return number;
  }

  #insert(number: number, first: number, second: number): void {
    const last = this.words.length - 1;
    let slot = (first >>> this.shift) << 1;
    while (this.words[slot + 1] !== 0) slot = (slot + 2) & last;
    this.words[slot] = second;
    this.words[slot + 1] = number;
  }
}
