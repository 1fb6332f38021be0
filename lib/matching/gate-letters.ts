import { FACTOR, START } from './automaton.ts';
import { DISGUISED, HASH, LETTER, readFoldTable, SIGN_LETTER, SPACE, SURROGATE, wideClass } from './fold.ts';
import { LAST_LETTER } from './gate-words.ts';

const DOLLAR = 36;
const STAR = 42;
const HYPHEN = 45;
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

/** Reads single characters of a text, for the gate. */
export class Letters {
  /** Class of each code unit. */
  readonly fold: Uint8Array;
  /** Class of the letter that it may stand for in a disguise. */
  readonly looks: Uint8Array;

  constructor(fold: string) {
    this.fold = readFoldTable(fold);
    for (const code of SPACES) this.fold[code] = SPACE;
    this.fold.fill(SPACE, FIRST_WIDE_SPACE, LAST_WIDE_SPACE + 1);
    this.looks = this.fold.map((symbol) => DISGUISED[symbol]);
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

  isLetterBefore(text: string, i: number): boolean {
    return this.classAt(text, this.before(text, i)) >= LETTER;
  }

  /** Whether the letter at `i`, or that which a sign stands for, is among those of a mask. */
  isAmong(mask: number, text: string, i: number): boolean {
    const code = text.charCodeAt(i);
    const symbol = isAtSign(code) ? SIGN_LETTER[code] : DISGUISED[this.classAt(text, i)];
    return ((mask >>> (symbol & LAST_LETTER)) & 1) === 1;
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

  /** Whether a hashtag goes on here; longer than it may be, where characters are odd. */
  isInTag(text: string, i: number): boolean {
    const code = text.charCodeAt(i);
    return code < ASCII_END ? this.fold[code] >= LETTER || code === UNDERSCORE : !this.endsToken(text, i);
  }

  /** Hash of the letters of a range. */
  hash(text: string, from: number, to: number): number {
    let hash = START;
    for (let i = from; i < to; i += isWide(text, i) ? 2 : 1) {
      const symbol = this.classAt(text, i);
      if (symbol >= LETTER) hash = Math.imul(hash ^ symbol, FACTOR);
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
  /** A star may be any letter, and some signs can't be told. */
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
      if (symbol !== this.#previous) this.plain = Math.imul(this.plain ^ symbol, FACTOR);
      if (symbol !== this.#previousSigned) this.signed = Math.imul(this.signed ^ symbol, FACTOR);
      this.#previous = symbol;
      this.#previousSigned = symbol;
      this.ended = this.signed;
      this.isUnsure ||= this.#hasStar;
      return;
    }
    this.isUnsure ||= code === BYTE_ORDER_MARK;
    this.#hasStar ||= code === STAR && this.plain !== START;
    const sign = code < ASCII_END ? SIGN_LETTER[code] : 0;
    if (sign === 0 || sign === this.#previousSigned || (this.signed === START && !isAtSign(code))) return;
    this.signed = Math.imul(this.signed ^ sign, FACTOR);
    this.#previousSigned = sign;
  }
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
