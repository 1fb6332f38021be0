import { HASH, SPACE, SURROGATE, SUSPICIOUS, SYMBOL } from './fold.ts';

/** Numbers a hit takes in `Scan.hits`: concept, first word, last word. */
export const HIT_STEP = 3;

/** The words of a text and the concepts found among them. Buffers are reused by the next scan. */
export interface Scan {
  text: string;
  /** Number of words. */
  words: number;
  /** First code unit of each word, and the one after its last. */
  wordStart: Int32Array;
  wordEnd: Int32Array;
  /** Number of each word in the automaton, 0 for those it does not know. */
  known: Int32Array;
  /** Number of the longest open word that each word begins with, 0 for most. */
  open: Int32Array;
  /** What stands before each word, as bits (`SPACED`, …), and `ODD`. */
  signs: Int32Array;
  /** Triples, see `HIT_STEP`, in the order the forms end. */
  hits: Int32Array;
  hitCount: number;
  /** 1 for each concept with a hit, and the list of them. */
  present: Uint8Array;
  found: Uint16Array;
  foundCount: number;
  /** The spelling may hide words: see `repair.ts`. */
  suspicious: boolean;
  /** Two letters or more stand apart, one after another. */
  hasSingles: boolean;
  /** There are symbols such as ☆ or =, which may break a word. */
  hasSymbols: boolean;
}

/** Bits of `Scan.signs`: one for each class of separators. */
export const SPACED = 1 << SPACE;
export const EMOJI = 1 << SURROGATE;
export const SUSPECT = 1 << SUSPICIOUS;
export const TAG = 1 << HASH;
export const ODD_SIGN = 1 << SYMBOL;
/** The word mixes letters and digits or scripts, or repeats a letter three times. */
export const ODD = 1 << 7;

/** Code units of the character at `i`: 2 for a whole surrogate pair. */
export function widthAt(text: string, i: number): number {
  return (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
}
