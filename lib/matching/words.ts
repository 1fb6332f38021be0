import { halfClass, IGNORED, LETTER, SURROGATE } from './fold.ts';
import { FACTOR, SECOND_FACTOR, START } from './hashes.ts';
import { grown, type Scan } from './scanned.ts';
import { PREFIX_SHIFT, WHOLE_SHIFT, type WordTables, wordOf } from './word-table.ts';

/** Characters that are read at a time: what is noted of them stays in the nearest cache. */
const BLOCK = 1024;
/** Turns a class into 1 for a letter, 0 for anything else, by adding this and dividing by 128. */
const LETTERS_FROM = 128 - LETTER;

/**
 * Where words begin and end in a block, in turns, and the hashes of the letters up to there. Shared by all readers, as each
 * leaves nothing in them for later. Two more than a block has characters: a word may begin before it, and one ends with the text.
 */
const bounds = new Int32Array(BLOCK + 2);
const firsts = new Int32Array(BLOCK + 2);
const seconds = new Int32Array(BLOCK + 2);

/**
 * Finds the words of a text and their numbers, from left to right.
 *
 * Words are short, and no processor foretells where the next one ends. So nothing depends on that: the place and the hashes are
 * written down at every character, over those from before, and only kept where the text turns from letters to something else or back.
 */
export class WordReader {
  readonly #tables: WordTables;
  readonly #fold: Uint8Array;

  constructor(tables: WordTables, fold: Uint8Array) {
    this.#tables = tables;
    this.#fold = fold;
  }

  /** Writes the words of a text into `scan`. */
  read(text: string, scan: Scan): void {
    const fold = this.#fold;
    // Buffers and constants of other modules are read once: the loop runs for each character.
    const ownBounds = bounds;
    const ownFirsts = firsts;
    const ownSeconds = seconds;
    const surrogate = SURROGATE;
    const lettersFrom = LETTERS_FROM;
    const factor = FACTOR;
    const secondFactor = SECOND_FACTOR;
    const length = text.length;
    scan.text = text;
    scan.words = 0;
    scan.hasWide = false;
    let count = 0;
    let first = START;
    let second = START;
    let i = 0;
    while (i < length) {
      const stop = Math.min(length, i + BLOCK);
      while (i < stop) {
        let symbol = fold[text.charCodeAt(i)];
        if (symbol === surrogate) {
          symbol = halfClass(text, i);
          scan.hasWide = true;
        }
        while (symbol > surrogate) {
          const isLetter = (symbol + lettersFrom) >>> 7;
          ownBounds[count] = i;
          ownFirsts[count] = first;
          ownSeconds[count] = second;
          count += (count ^ isLetter) & 1;
          first = Math.imul(first + symbol, factor) & -isLetter;
          second = Math.imul(second + symbol, secondFactor) & -isLetter;
          if (++i === stop) break;
          symbol = fold[text.charCodeAt(i)];
        }
        if (symbol === IGNORED) i++;
      }
      if (stop === length) {
        bounds[count] = length;
        firsts[count] = first;
        seconds[count] = second;
        count += count & 1;
      }
      this.#number(count >>> 1, scan);
      bounds[0] = bounds[count - 1];
      count &= 1;
    }
  }

  /** Adds the words of a block, with their numbers. */
  #number(count: number, scan: Scan): void {
    const { words: table, prefixes, shift } = this.#tables;
    const before = scan.words;
    while (before + count > scan.wordStart.length) grow(scan);
    const { wordStart, wordEnd, known } = scan;
    for (let word = 0; word < count; word++) {
      const begin = 2 * word;
      const end = begin + 1;
      const first = firsts[end];
      const second = seconds[end];
      const slot = (first >>> shift) << 1;
      const isWord = prefixes[first >>> PREFIX_SHIFT] >>> WHOLE_SHIFT;
      const difference = table[slot] ^ second;
      let number = table[slot + 1] & -isWord;
      // All ones where another word has the slot: one branch, seldom taken, for most words are where their hash says, or nowhere.
      if ((number & ((difference | -difference) >> 31)) !== 0) number = wordOf(this.#tables, first, second);
      wordStart[before + word] = bounds[begin];
      wordEnd[before + word] = bounds[end];
      known[before + word] = number;
    }
    scan.words = before + count;
  }
}

/** Makes room for more words. */
function grow(scan: Scan): void {
  scan.wordStart = grown(scan.wordStart);
  scan.wordEnd = grown(scan.wordEnd);
  scan.known = grown(scan.known);
  scan.open = grown(scan.open);
}
