import { DISGUISED, HASH, IGNORED, LETTER, readFoldTable, SIGN_LETTER, SPACE, SURROGATE, wideClass } from './fold.ts';
import { LAST_LETTER, LETTERS_READ, MOST_APART, NOTHING_READ, SIGN_READ, SPACE_READ } from './gate-beginnings.ts';
import { FACTOR, START } from './hashes.ts';

const DOLLAR = 36;
export const STAR = 42;
const HYPHEN = 45;
const ZERO = 48;
const NINE = 57;
const SLASH = 47;
const AT = 64;
const EN_DASH = 0x2013;
const EM_DASH = 0x2014;
const ASCII_END = 0x80;
const UNDERSCORE = 95;
/** Read as if it were not there, but ends what `repair` reads by itself. */
const BYTE_ORDER_MARK = 0xfeff;
/** White space beyond the controls ends what `repair` reads by itself; so do dashes and slashes. */
const SPACES = [HYPHEN, SLASH, EN_DASH, EM_DASH, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];
const FIRST_WIDE_SPACE = 0x2000;
const LAST_WIDE_SPACE = 0x200a;

/** What is no input of the automaton: half of a character, the sign before a hashtag, those that a word may begin with, what can't be told. */
export const HALF_READ = 32;
export const HASH_READ = 33;
export const AT_READ = 34;
export const UNSURE_READ = 35;
/** First halves of emoji and signs, then those of what is read as nothing, then all second halves. */
const FIRST_EMOJI_HALF = 0xd83d;
const FIRST_IGNORED_HALF = 0xdb40;
const FIRST_SECOND_HALF = 0xdc00;
const LAST_HALF = 0xdfff;

/** Sets of letters, a bit each: all of them, and none, which has a bit, too. */
export const ANY_LETTER = ~0;
const NO_LETTER = 1;

/** Reads single characters of a text, for the gate. */
export class Letters {
  /** Class of each code unit. */
  readonly fold: Uint8Array;
  /** What is read of it, see gate-beginnings.ts, or one of those above. */
  readonly inputs: Uint8Array;

  constructor(fold: string) {
    this.fold = readFoldTable(fold);
    this.inputs = readFoldTable(fold, inputOf);
    for (const code of SPACES) {
      this.fold[code] = SPACE;
      this.inputs[code] = SPACE_READ;
    }
    this.fold.fill(SPACE, FIRST_WIDE_SPACE, LAST_WIDE_SPACE + 1);
    this.inputs.fill(SPACE_READ, FIRST_WIDE_SPACE, LAST_WIDE_SPACE + 1);
    for (const code of [AT, DOLLAR]) this.inputs[code] = AT_READ;
    this.inputs[BYTE_ORDER_MARK] = UNSURE_READ;
    // Most halves are of emoji and signs; of letters the first half is found.
    this.inputs.fill(SIGN_READ, FIRST_EMOJI_HALF, FIRST_IGNORED_HALF);
    this.inputs.fill(SIGN_READ, FIRST_SECOND_HALF, LAST_HALF + 1);
  }

  /** Class of the character at `i`, all of it where it is wide. */
  classAt(text: string, i: number): number {
    const symbol = this.fold[text.charCodeAt(i)];
    return symbol === SURROGATE ? wideClass(text, i) : symbol;
  }

  /** Where the character before `i` begins. */
  before(text: string, i: number): number {
    return i > 1 && isWide(text, i - 2) ? i - 2 : i - 1;
  }

  /** Class of the character before `i`. */
  classBefore(text: string, i: number): number {
    const symbol = this.fold[text.charCodeAt(i - 1)];
    return symbol === SURROGATE ? this.classAt(text, this.before(text, i)) : symbol;
  }

  isLetterBefore(text: string, i: number): boolean {
    return this.classBefore(text, i) >= LETTER;
  }

  /** Where the word begins that ends here, or what is read as nothing before it. */
  wordStart(text: string, end: number): number {
    let start = end;
    while (start > 0) {
      const symbol = this.classBefore(text, start);
      if (symbol < LETTER && symbol !== IGNORED) break;
      start = this.fold[text.charCodeAt(start - 1)] === SURROGATE ? start - 2 : start - 1;
    }
    return start;
  }

  /** How many single letters, and signs that stand for one, are apart up to the end of a word; digits are no letters. */
  apart(text: string, end: number): number {
    let count = 0;
    for (let i = end; i > 0 && count < MOST_APART; ) {
      const last = this.before(text, i);
      if (this.classAt(text, last) < LETTER) {
        if (isAtSign(text.charCodeAt(last))) count++;
        i = last;
        continue;
      }
      i = this.wordStart(text, last);
      const code = text.charCodeAt(last);
      if (this.#hasLetter(text, i, last) || (code >= ZERO && code <= NINE)) break;
      count++;
    }
    return count;
  }

  #hasLetter(text: string, from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.classAt(text, i) >= LETTER) return true;
    return false;
  }

  /** The bit of the last letter before `end`. */
  bitBefore(text: string, end: number): number {
    for (let to = end; to > 0; to--) {
      const symbol = this.classBefore(text, to);
      if (symbol >= LETTER) return bitOf(symbol);
    }
    return NO_LETTER;
  }

  /** The bit of the first letter from `start` on, or of that which a sign stands for. */
  bitAfter(text: string, start: number): number {
    for (let from = start; from < text.length; from++) {
      const code = text.charCodeAt(from);
      if (isAtSign(code)) return bitOf(SIGN_LETTER[code]);
      const symbol = this.classAt(text, from);
      if (symbol >= LETTER) return bitOf(symbol);
    }
    return NO_LETTER;
  }

  /** What `repair` reads by itself, a word and the signs in it, goes no further. */
  endsToken(text: string, i: number): boolean {
    const symbol = this.fold[text.charCodeAt(i)];
    return symbol === SPACE || symbol === HASH;
  }

  beginsToken(text: string, i: number): boolean {
    return this.classAt(text, i) >= LETTER || isAtSign(text.charCodeAt(i));
  }

  /** Whether a hashtag begins here. */
  isTag(text: string, i: number): boolean {
    return i > 0 && this.fold[text.charCodeAt(i - 1)] === HASH;
  }

  /** Whether a hashtag goes on with a code unit; longer than it may be, where characters are odd. */
  isInTag(code: number): boolean {
    const symbol = this.fold[code];
    return code < ASCII_END ? symbol >= LETTER || code === UNDERSCORE : symbol !== SPACE && symbol !== HASH;
  }

  /** Hash of the letters of a range. */
  hash(text: string, from: number, to: number): number {
    let hash = START;
    for (let i = from; i < to; i += isWide(text, i) ? 2 : 1) {
      const symbol = this.classAt(text, i);
      if (symbol >= LETTER) hash = Math.imul(hash + symbol, FACTOR);
    }
    return hash;
  }
}

/** What a run of characters looks like, letter by letter: with its signs read as nothing, and as letters. Letters in a row count once. */
export class Look {
  plain = START;
  signed = START;
  /** The same up to the last letter: signs at the end are no letters. */
  ended = START;
  /** A star may be a letter. */
  isUnsure = false;
  #previous = 0;
  #previousSigned = 0;
  #hasStar = false;

  begin(): void {
    this.plain = START;
    this.signed = START;
    this.ended = START;
    this.isUnsure = false;
    this.#previous = 0;
    this.#previousSigned = 0;
    this.#hasStar = false;
  }

  /** @param symbol class of the letter that the character at `i` may stand for. */
  add(symbol: number, code: number): void {
    if (symbol >= LETTER) {
      if (symbol !== this.#previous) this.plain = Math.imul(this.plain + symbol, FACTOR);
      if (symbol !== this.#previousSigned) this.signed = Math.imul(this.signed + symbol, FACTOR);
      this.#previous = symbol;
      this.#previousSigned = symbol;
      this.ended = this.signed;
      this.isUnsure ||= this.#hasStar;
      return;
    }
    this.#hasStar ||= code === STAR && this.plain !== START;
    const sign = code < ASCII_END ? SIGN_LETTER[code] : 0;
    if (sign === 0 || sign === this.#previousSigned || (this.signed === START && !isAtSign(code))) return;
    this.signed = Math.imul(this.signed + sign, FACTOR);
    this.#previousSigned = sign;
  }
}

/** The bit of a letter, by its class. */
export function bitOf(letter: number): number {
  return 1 << (DISGUISED[letter] & LAST_LETTER);
}

/** What is read of a character of a class. */
export function inputOf(symbol: number): number {
  if (symbol >= LETTER) return LETTERS_READ[symbol];
  if (symbol === IGNORED) return NOTHING_READ;
  if (symbol === SPACE) return SPACE_READ;
  if (symbol === HASH) return HASH_READ;
  return symbol === SURROGATE ? HALF_READ : SIGN_READ;
}

/** A sign with which a word in disguise may begin. */
export function isAtSign(code: number): boolean {
  return code === AT || code === DOLLAR;
}

/** Whether the character at `i` takes two code units. */
export function isWide(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 0xd800 || code > 0xdbff) return false;
  const next = text.charCodeAt(i + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}
