/** Character that stands for no shared letters. */
export const NONE_SHARED = 65;
/** More shared letters are written out; it makes the last capital Z. */
export const MOST_SHARED = 25;

const LINE_END = 10;
const LAST_CAPITAL = NONE_SHARED + MOST_SHARED;
const LONGEST_FORM = 256;
const NEXT_FORM = /[A-Z][^A-Z]*/g;

/**
 * Reads forms as they are shipped, one after another and without making strings of them: lines of sorted forms, each of which
 * begins with a capital that says how many letters it shares with the one before it. A for none, B for one …
 */
export class FormReader {
  /** Characters of the form, by their codes; valid until the next is read. */
  readonly codes = new Uint8Array(LONGEST_FORM);
  length = 0;
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
    while (packed.charCodeAt(this.#at) === LINE_END) {
      this.line++;
      this.#at++;
    }
    if (this.#at >= packed.length) return false;
    let length = packed.charCodeAt(this.#at++) - NONE_SHARED;
    for (; this.#at < packed.length; this.#at++) {
      const code = packed.charCodeAt(this.#at);
      if (code === LINE_END || (code >= NONE_SHARED && code <= LAST_CAPITAL)) break;
      this.codes[length++] = code;
    }
    this.length = length;
    return true;
  }
}

/** The forms of each line, as strings. */
export function unpackForms(packed: string): string[][] {
  let before = '';
  return packed.split('\n').map((line) =>
    Array.from(line.match(NEXT_FORM) ?? [], (piece) => {
      const shared = piece.charCodeAt(0) - NONE_SHARED;
      before = shared === 0 ? piece.slice(1) : before.slice(0, shared) + piece.slice(1);
      return before;
    }),
  );
}
