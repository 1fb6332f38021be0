import { formClass } from './fold.ts';

/** Character that stands for no shared letters. */
export const NONE_SHARED = 65;
/** More shared letters are written out; it makes the last capital Z. */
export const MOST_SHARED = 25;

/** Ends a form whose last word is open. */
export const STAR = 42;
/** Class of each character of a form. */
export const CLASS_OF_CODE = Uint8Array.from({ length: 256 }, (_, code) => formClass(code));

const LINE_END = 10;
export const LAST_CAPITAL = NONE_SHARED + MOST_SHARED;
export const LONGEST_FORM = 256;

/**
 * Reads forms as they are shipped, one after another and without making strings of them: lines of sorted forms, each of which
 * begins with a capital that says how many letters it shares with the one before it. A for none, B for one …
 */
export class FormReader {
  /** Characters of the form, by their codes; valid until the next is read. */
  readonly codes = new Uint8Array(LONGEST_FORM);
  length = 0;
  /** How many of its first characters are those of the form before it. */
  shared = 0;
  /** Line of the form. */
  line = 0;
  readonly #packed: string;
  #at = 0;

  constructor(packed: string) {
    this.#packed = packed;
  }

  /** Reads the next form; false at the end. */
  next(): boolean {
    const packed = this.#packed;
    const { codes } = this;
    let at = this.#at;
    let code = packed.charCodeAt(at);
    for (; code === LINE_END; code = packed.charCodeAt(++at)) this.line++;
    if (at >= packed.length) return false;
    this.shared = code - NONE_SHARED;
    let length = this.shared;
    // No comparison holds for what is read at the end.
    for (code = packed.charCodeAt(++at); code > LAST_CAPITAL || (code < NONE_SHARED && code !== LINE_END); code = packed.charCodeAt(++at))
      codes[length++] = code;
    this.length = length;
    this.#at = at;
    return true;
  }
}
