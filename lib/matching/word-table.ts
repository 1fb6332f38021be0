import { DISGUISED, formClass } from './fold.ts';
import { LONGEST_FORM } from './forms.ts';
import { FACTOR, type Numbers, numbersBelow, powersOf, SECOND_FACTOR, START } from './hashes.ts';
import { ANY_ENDING, type Lexicon } from './lexicon.ts';

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
  /** Hash of each word as it looks through every disguise, and a hash table of the words by that hash. */
  looks: Int32Array;
  alike: Numbers;
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

export function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, atLeast)));
}

/**
 * Builds the hash tables of words: those of a lexicon, with their own numbers; then open words made of a form's words; then, once
 * all open words are there, other words made of a form's words, and ordinary ones. What is there already keeps its number.
 */
export class WordTable implements WordTables {
  readonly words: Int32Array;
  readonly shift: number;
  readonly prefixes = new Uint8Array(1 << (32 - PREFIX_SHIFT));
  hasOpen = false;
  readonly beginnings = new Uint8Array(1 << 15);
  readonly opened: Numbers;
  readonly looks: Int32Array;
  readonly alike: Numbers;
  readonly #lexicon: Lexicon;
  /** Hashes of the lexicon's words, and how many letters their looks have. */
  readonly #firsts: Int32Array;
  readonly #seconds: Int32Array;
  readonly #looked: Uint8Array;
  readonly #powers = powersOf(FACTOR, LONGEST_FORM);
  readonly #secondPowers = powersOf(SECOND_FACTOR, LONGEST_FORM);
  /** Letters of the word that is added. */
  readonly #spelled = new Uint8Array(LONGEST_FORM);
  /** The open words made of forms. */
  readonly #joined: { number: number; form: number }[] = [];
  #next: number;

  /** @param others how many words there may be beside the lexicon's. */
  constructor(lexicon: Lexicon, others: number) {
    const count = lexicon.ends.length - 1;
    const slots = powerOfTwo((count + others) * 1.5);
    this.words = new Int32Array(slots * 2);
    this.shift = Math.clz32(slots) + 1;
    const size = count + others + 1;
    this.opened = numbersBelow(size, size);
    this.looks = new Int32Array(size);
    this.alike = numbersBelow(size, slots);
    this.#lexicon = lexicon;
    this.#firsts = new Int32Array(count + 1);
    this.#seconds = new Int32Array(count + 1);
    this.#looked = new Uint8Array(count + 1);
    this.#next = count + 1;
    for (let word = 1; word <= count; word++) this.#addOwn(word);
  }

  #addOwn(word: number): void {
    const { letters, ends } = this.#lexicon;
    const isOpen = letters[ends[word] - 1] === ANY_ENDING;
    const to = isOpen ? ends[word] - 1 : ends[word];
    const { first, second, look, looked } = this.#hash(letters, ends[word - 1], to, isOpen);
    this.#firsts[word] = first;
    this.#seconds[word] = second;
    this.#looked[word] = looked;
    if (isOpen) this.#insert(word, first, ~second);
    else this.#insertWhole(word, first, second);
    this.#insertLook(word, look, isOpen);
  }

  /** Adds a form whose last word is open, its words written as one. @returns its number. */
  addOpen(form: number): number {
    const length = this.#spell(form);
    const { first, second, look } = this.#hash(this.#spelled, 0, length, true);
    const known = wordOf(this, first, ~second);
    if (known !== 0) return known;
    const number = this.#next++;
    this.#insert(number, first, ~second);
    this.#insertLook(number, look, true);
    this.#joined.push({ number, form });
    return number;
  }

  /** Notes for each word the longest other open word that it begins with. */
  linkOpened(): void {
    const { letters, ends } = this.#lexicon;
    for (let word = 1; word < ends.length; word++) {
      const isOpen = letters[ends[word] - 1] === ANY_ENDING;
      this.opened[word] = this.#openedBy(letters, ends[word - 1], isOpen ? ends[word] - 1 : ends[word], isOpen);
    }
    for (const { number, form } of this.#joined) this.opened[number] = this.#openedBy(this.#spelled, 0, this.#spell(form), true);
  }

  /** Adds the words of a form written as one, from their hashes. @returns its number. */
  addJoined(form: number): number {
    const { letters, ends, steps, from } = this.#lexicon;
    let first = START;
    let second = START;
    let look = START;
    let previous = 0;
    let hasSingle = false;
    for (let at = from[form]; at < from[form + 1]; at++) {
      const word = steps[at];
      const length = ends[word] - ends[word - 1];
      first = (Math.imul(first, this.#powers[length]) + this.#firsts[word]) | 0;
      second = (Math.imul(second, this.#secondPowers[length]) + this.#seconds[word]) | 0;
      const begin = DISGUISED[letters[ends[word - 1]]];
      const isDrawnOut = begin === previous;
      const looked = this.#looked[word];
      const own = isDrawnOut ? this.looks[word] - Math.imul(begin, this.#powers[looked]) : this.looks[word];
      look = (Math.imul(look, this.#powers[isDrawnOut ? looked - 1 : looked]) + own) | 0;
      previous = DISGUISED[letters[ends[word] - 1]];
      hasSingle ||= length === 1;
    }
    // Hashtags are searched for words of two letters and more, and so for what holds shorter ones.
    if (hasSingle) this.#hash(this.#spelled, 0, this.#spell(form), false);
    const known = wordOf(this, first, second);
    if (known !== 0) return known;
    const number = this.#next++;
    this.#insertWhole(number, first, second);
    this.#insertLook(number, look, false);
    this.opened[number] = this.#openedByForm(form);
    return number;
  }

  /** Adds a word that is in no form. @returns its number. */
  addOrdinary(text: string): number {
    for (let i = 0; i < text.length; i++) this.#spelled[i] = formClass(text.charCodeAt(i));
    const { first, second } = this.#hash(this.#spelled, 0, text.length, false);
    const known = wordOf(this, first, second);
    if (known !== 0) return known;
    const number = this.#next++;
    this.#insertWhole(number, first, second);
    this.opened[number] = this.#openedBy(this.#spelled, 0, text.length, false);
    return number;
  }

  /** Writes the letters of a form into `#spelled`. @returns how many there are. */
  #spell(form: number): number {
    const { letters, ends, steps, from } = this.#lexicon;
    let length = 0;
    for (let at = from[form]; at < from[form + 1]; at++) {
      for (let i = ends[steps[at] - 1]; i < ends[steps[at]]; i++) if (letters[i] !== ANY_ENDING) this.#spelled[length++] = letters[i];
    }
    return length;
  }

  /** Hashes letters, and notes how words begin. */
  #hash(letters: Uint8Array, from: number, to: number, isOpen: boolean) {
    const { prefixes } = this;
    const begins = isOpen ? BEGINS_OPEN : BEGINS;
    let first = START;
    let second = START;
    let look = START;
    let looked = 0;
    let previous = 0;
    for (let i = from; i < to; i++) {
      const symbol = letters[i];
      first = Math.imul(first + symbol, FACTOR);
      second = Math.imul(second + symbol, SECOND_FACTOR);
      if (i < to - 1) prefixes[first >>> PREFIX_SHIFT] |= begins;
      const alike = DISGUISED[symbol];
      if (alike === previous) continue;
      look = Math.imul(look + alike, FACTOR);
      looked++;
      previous = alike;
    }
    prefixes[first >>> PREFIX_SHIFT] |= isOpen ? OPENS : ENDS;
    if (isOpen) this.#markBeginning(letters, from, to);
    return { first, second, look, looked };
  }

  /** Open words shorter than three letters may go on with any. */
  #markBeginning(letters: Uint8Array, from: number, to: number): void {
    this.hasOpen = true;
    if (to - from < 3) this.beginnings.fill(1);
    else this.beginnings[threeLetters(letters[from], letters[from + 1], letters[from + 2])] = 1;
  }

  #insertWhole(number: number, first: number, second: number): void {
    this.prefixes[first >>> PREFIX_SHIFT] |= WHOLE;
    this.#insert(number, first, second);
  }

  #insert(number: number, first: number, second: number): void {
    const last = this.words.length - 1;
    let slot = (first >>> this.shift) << 1;
    while (this.words[slot + 1] !== 0) slot = (slot + 2) & last;
    this.words[slot] = second;
    this.words[slot + 1] = number;
  }

  #insertLook(number: number, look: number, isOpen: boolean): void {
    this.prefixes[look >>> PREFIX_SHIFT] |= isOpen ? LOOKS_OPEN : LOOKS;
    this.looks[number] = look;
    let slot = look >>> this.shift;
    while (this.alike[slot] !== 0) slot = (slot + 1) & (this.alike.length - 1);
    this.alike[slot] = number;
  }

  /** The longest open word that letters begin with, 0 for none. @param isOpen they are an open word themselves. */
  #openedBy(letters: Uint8Array, from: number, to: number, isOpen: boolean): number {
    if (to - from > 2 && this.beginnings[threeLetters(letters[from], letters[from + 1], letters[from + 2])] === 0) return 0;
    return this.#openedFrom(letters, from, isOpen ? to - 1 : to, START, START, 0);
  }

  /** The same for the words of a form: what the first of them begins with is known. */
  #openedByForm(form: number): number {
    const { ends, steps, from } = this.#lexicon;
    const word = steps[from[form]];
    const first = this.#firsts[word];
    if ((this.prefixes[first >>> PREFIX_SHIFT] & BEGINS_OPEN) === 0) return this.opened[word];
    const begin = ends[word] - ends[word - 1];
    return this.#openedFrom(this.#spelled, begin, this.#spell(form), first, this.#seconds[word], this.opened[word]);
  }

  /** Goes on from the hashes of the letters before, as long as some open word does. */
  #openedFrom(letters: Uint8Array, from: number, to: number, first: number, second: number, longest: number): number {
    for (let i = from; i < to; i++) {
      first = Math.imul(first + letters[i], FACTOR);
      second = Math.imul(second + letters[i], SECOND_FACTOR);
      const kinds = this.prefixes[first >>> PREFIX_SHIFT];
      if ((kinds & OPENS) !== 0) longest = wordOf(this, first, ~second) || longest;
      if ((kinds & BEGINS_OPEN) === 0) break;
    }
    return longest;
  }
}
