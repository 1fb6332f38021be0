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
  /** Number of each word in the automaton, 0 for most. */
  known: Int32Array;
  /** 1 for words that mix letters and digits or scripts, or repeat a letter three times. */
  odd: Int32Array;
  /** Triples, see `HIT_STEP`, in the order the forms end. */
  hits: Int32Array;
  hitCount: number;
  /** 1 for each concept with a hit, and the list of them. */
  present: Uint8Array;
  found: Uint16Array;
  foundCount: number;
  /** The spelling may hide words: see `repair.ts`. */
  suspicious: boolean;
  /** There are symbols such as ☆ or =, which may break a word. */
  hasSymbols: boolean;
}

/** Code units of the character at `i`: 2 for a whole surrogate pair. */
export function widthAt(text: string, i: number): number {
  return (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
}
