import { type Automaton, ENDING_STEP } from './automaton.ts';
import { astralClass, CLASSES, FIRST_DIGIT, IGNORED, SEPARATOR, SURROGATE } from './fold.ts';

/** Numbers a hit takes in `Scan.hits`: concept, first word, last word. */
export const HIT_STEP = 3;

/** Beyond these a text is read no further for hits; keeps the work linear whatever a post holds. */
const MOST_HITS = 4096;

/** The words of a text and the concepts found among them. Buffers are reused by the next scan. */
export interface Scan {
  text: string;
  /** Number of words. */
  words: number;
  /** First code unit of each word, and the one after its last. */
  wordStart: Int32Array;
  wordEnd: Int32Array;
  /** Triples, see `HIT_STEP`, in the order the forms end. */
  hits: Int32Array;
  hitCount: number;
  /** A rare concept was found: rules are worth a look. */
  anchored: boolean;
  /** The spelling may hide words: see `repair.ts`. */
  suspicious: boolean;
}

/** Scans texts one after another without allocating, as long as they are no longer than earlier ones. */
export class Scanner {
  readonly #automaton: Automaton;
  readonly #fold: Uint8Array;
  /** 1 for each concept that can start a decision. */
  readonly #rare: Uint8Array;
  readonly #scan: Scan = {
    text: '', words: 0, wordStart: new Int32Array(256), wordEnd: new Int32Array(256),
    hits: new Int32Array(96), hitCount: 0, anchored: false, suspicious: false,
  };

  constructor(automaton: Automaton, fold: Uint8Array, rare: Uint8Array) {
    this.#automaton = automaton;
    this.#fold = fold;
    this.#rare = rare;
  }

  /** Reads the text once, from left to right. The result is valid until the next call. */
  scan(text: string): Scan {
    const scan = this.#scan;
    const fold = this.#fold;
    const { next, start, firstFinal } = this.#automaton;
    const length = text.length;
    scan.text = text;
    scan.hitCount = 0;
    scan.anchored = false;
    let words = 0;
    let inWord = false;
    let singles = 0;
    let suspicious = false;
    let previous = SEPARATOR;
    let run = 0;
    let state = start;
    for (let i = 0; i < length; i++) {
      let symbol = fold[text.charCodeAt(i)];
      if (symbol >= IGNORED) {
        if (symbol === IGNORED) continue;
        if (symbol === SURROGATE) {
          const point = text.codePointAt(i)!;
          if (point > 0xffff) i++;
          symbol = point > 0xffff ? astralClass(point) : SEPARATOR;
          if (symbol === IGNORED) continue;
          suspicious = true;
        } else {
          suspicious = true;
          symbol = SEPARATOR;
        }
      }
      if (symbol === SEPARATOR) {
        if (!inWord) continue;
        inWord = false;
        scan.wordEnd[words - 1] = i;
        if (i - scan.wordStart[words - 1] === 1) {
          if (++singles >= 3) suspicious = true;
        } else singles = 0;
      } else if (!inWord) {
        inWord = true;
        if (words === scan.wordStart.length) this.#growWords();
        scan.wordStart[words++] = i;
        run = 0;
      } else if (symbol === previous) {
        if (++run === 2) suspicious = true;
      } else {
        run = 0;
        if (symbol >= FIRST_DIGIT !== previous >= FIRST_DIGIT) suspicious = true;
      }
      previous = symbol;
      state = next[state * CLASSES + symbol];
      if (state >= firstFinal) this.#found(state, words - 1);
    }
    if (inWord) {
      scan.wordEnd[words - 1] = length;
      state = next[state * CLASSES + SEPARATOR];
      if (state >= firstFinal) this.#found(state, words - 1);
    }
    scan.words = words;
    scan.suspicious = suspicious;
    return scan;
  }

  #found(state: number, lastWord: number): void {
    const scan = this.#scan;
    const { endings, endingsFrom, firstFinal } = this.#automaton;
    const to = endingsFrom[state - firstFinal + 1];
    for (let e = endingsFrom[state - firstFinal]; e < to && scan.hitCount < MOST_HITS; e += ENDING_STEP) {
      const at = scan.hitCount * HIT_STEP;
      if (at === scan.hits.length) scan.hits = grown(scan.hits);
      scan.hits[at] = endings[e];
      scan.hits[at + 1] = lastWord - endings[e + 1] + 1;
      scan.hits[at + 2] = lastWord;
      scan.hitCount++;
      if (this.#rare[endings[e]] === 1) scan.anchored = true;
    }
  }

  #growWords(): void {
    this.#scan.wordStart = grown(this.#scan.wordStart);
    this.#scan.wordEnd = grown(this.#scan.wordEnd);
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Folds a word the way the scan reads it: for building vocabularies and for tests. */
export function foldText(text: string, fold: Uint8Array): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    let symbol = fold[text.charCodeAt(i)];
    if (symbol === IGNORED) continue;
    if (symbol === SURROGATE) {
      const point = text.codePointAt(i)!;
      if (point > 0xffff) i++;
      symbol = point > 0xffff ? astralClass(point) : SEPARATOR;
      if (symbol === IGNORED) continue;
    }
    if (symbol === SEPARATOR || symbol > IGNORED) out += ' ';
    else if (symbol < FIRST_DIGIT) out += String.fromCharCode(symbol + 96);
    else if (symbol < CLASSES - 1) out += String.fromCharCode(symbol - FIRST_DIGIT + 48);
    else out += '?';
  }
  return out.replace(/ +/g, ' ').trim();
}
