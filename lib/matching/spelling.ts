import { HASH, halfClass, IGNORED, LATIN, LETTER, SPACE, SURROGATE, SUSPICIOUS, SYMBOL } from './fold.ts';
import { grown, type Scan } from './scanned.ts';

/** Bits of `Spelling.signs`: one for each class of separators. */
export const SPACED = 1 << SPACE;
const EMOJI = 1 << SURROGATE;
export const SUSPECT = 1 << SUSPICIOUS;
export const TAG = 1 << HASH;
const ODD_SIGN = 1 << SYMBOL;
/** The word mixes letters and digits or scripts, or repeats a letter three times. */
export const ODD = 1 << 7;
/** The word has letters from outside the basic plane, which are wider. */
const STYLED = 1 << 8;
/** No class of separators has this bit. */
const READ = 1 << IGNORED;
/** Classes of both kinds in one word: letters and digits, or two scripts. */
const MIXED = LATIN | LETTER;
/** Bits of the lengths of runs of single letters; one is added to a length when more text follows. */
const SPACED_RUNS = ~0 << 4;
const RUNS_OF_TWO = ~0 << 3;

/** How a text is written: whether its words may be hidden, and where. Buffers are reused by the next text. */
export class Spelling {
  /** What stands before each word, as bits (`SPACED`, …), and how the word itself is written (`ODD`). */
  signs: Int32Array = new Int32Array(256);
  /** The spelling may hide words: see `repair.ts`. */
  suspicious = false;
  /** Two letters or more stand apart, one after another. */
  hasSingles = false;
  /** There are symbols such as ☆ or =, which may break a word. */
  hasSymbols = false;
  readonly #fold: Uint8Array;
  /** How known words are written, by their numbers: `READ`, with `ODD`. Most words of a text are known. */
  readonly #ofKnown: Uint8Array;

  /** @param words how many are known, and one. */
  constructor(fold: Uint8Array, words: number) {
    this.#fold = fold;
    this.#ofKnown = new Uint8Array(words);
  }

  /** @param scan with the words of a text. */
  read({ text, words, wordStart, wordEnd, known, hasWide }: Scan): void {
    while (this.signs.length < words) this.signs = grown(this.signs);
    const { signs } = this;
    const fold = this.#fold;
    const ofKnown = this.#ofKnown;
    let from = 0;
    let seen = 0;
    let singles = 0;
    let runs = 0;
    for (let word = 0; word < words; word++) {
      const start = wordStart[word];
      const end = wordEnd[word];
      const number = known[word];
      let sign = hasWide ? 0 : ofKnown[number];
      if (sign === 0) {
        sign = wordSigns(text, start, end, fold);
        if (number !== 0 && !hasWide) ofKnown[number] = sign | READ;
      }
      sign |= gapSigns(text, from, start, fold);
      signs[word] = sign;
      seen |= sign;
      const isSingle = (end - start - 2) >>> 31;
      singles = (singles + isSingle) & -isSingle;
      runs |= 1 << (end < text.length ? singles + 1 : singles);
      from = end;
    }
    if (words > 0) signs[0] |= SPACED;
    seen |= gapSigns(text, from, text.length, fold);
    this.suspicious = (runs & SPACED_RUNS) !== 0 || (seen & (EMOJI | SUSPECT | TAG | ODD)) !== 0;
    this.hasSingles = (runs & RUNS_OF_TWO) !== 0 || singles > 1 || (seen & STYLED) !== 0;
    this.hasSymbols = (seen & ODD_SIGN) !== 0;
  }
}

/** What stands between two words, as bits. */
function gapSigns(text: string, from: number, to: number, fold: Uint8Array): number {
  let signs = 0;
  for (let i = from; i < to; i++) {
    const symbol = fold[text.charCodeAt(i)];
    if (symbol > SURROGATE) signs |= 1 << symbol;
    else if (symbol === SURROGATE && halfClass(text, i) !== IGNORED) signs |= EMOJI;
  }
  return signs;
}

/** How a word is written, as bits. */
function wordSigns(text: string, start: number, end: number, fold: Uint8Array): number {
  let signs = 0;
  let kinds = 0;
  let previous = 0;
  let beforeThat = 0;
  for (let i = start; i < end; i++) {
    let symbol = fold[text.charCodeAt(i)];
    if (symbol <= SURROGATE) {
      if (symbol === IGNORED) continue;
      symbol = halfClass(text, i);
      if (symbol === IGNORED) continue;
      signs |= EMOJI | STYLED;
    }
    kinds |= symbol;
    if (((symbol ^ previous) | (symbol ^ beforeThat)) === 0) signs |= ODD;
    beforeThat = previous;
    previous = symbol;
  }
  return kinds > MIXED ? signs | ODD : signs;
}
