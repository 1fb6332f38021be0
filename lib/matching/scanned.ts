/** Numbers a hit takes in `Scan.hits`: concept, first word, last word. */
export const HIT_STEP = 3;

/** The words of a text and the concepts found among them. Buffers are reused by the next scan. */
export interface Scan {
  text: string;
  /** Whether there are characters outside the basic plane, or halves of some. */
  hasWide: boolean;
  /** Number of words. */
  words: number;
  /** First code unit of each word, and the one after its last. */
  wordStart: Int32Array;
  wordEnd: Int32Array;
  /** Number of each word in the automaton, 0 for those it does not know. */
  known: Int32Array;
  /** Number of the longest open word that each word begins with, 0 for most. */
  open: Int32Array;
  /** Triples, see `HIT_STEP`, in the order the forms end. */
  hits: Int32Array;
  hitCount: number;
  /** 1 for each concept with a hit, and the list of them. */
  present: Uint8Array;
  found: Uint16Array;
  foundCount: number;
}

/** An empty scan for so many concepts. */
export function emptyScan(concepts: number): Scan {
  return {
    text: '',
    hasWide: false,
    words: 0,
    wordStart: new Int32Array(256),
    wordEnd: new Int32Array(256),
    known: new Int32Array(256),
    open: new Int32Array(256),
    hits: new Int32Array(96),
    hitCount: 0,
    present: new Uint8Array(concepts),
    found: new Uint16Array(concepts),
    foundCount: 0,
  };
}

/** The same numbers, with as much room again. */
export function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Code units of the character at `i`: 2 for a whole surrogate pair. */
export function widthAt(text: string, i: number): number {
  return (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
}
