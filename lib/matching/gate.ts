import { wideClass } from './fold.ts';
import {
  apartIn,
  type Beginnings,
  between,
  FIRST_QUIET,
  LETTERS_APART,
  MOST_APART,
  ROW,
  SIGN_READ,
  SPACE_READ,
  WORD_ENDED,
} from './gate-beginnings.ts';
import { HALF_READ, HASH_READ, inputOf, isWide, Letters, UNSURE_READ } from './gate-letters.ts';
import { GateSearch } from './gate-search.ts';
import { type GatePack, GateWords } from './gate-words.ts';
import { Plausibility } from './plausibility.ts';

export type { GatePack } from './gate-words.ts';

/** Whether a matcher may find anything in a text. "No" is certain; "yes" only asks for a closer look. */
export type Gate = (text: string) => boolean;

/** What stands for the state of a text that needs no further reading. */
const FOUND = -1;

/**
 * Builds a gate; takes a few milliseconds, once a page.
 * @param pack `generated/gate-pack.json`
 */
export function readGate(pack: GatePack): Gate {
  const reader = new GateReader(pack);
  return (text) => reader.mayMatch(text);
}

/**
 * Reads a text once, from left to right, and looks closer only at words that begin like one that is sought: letter by letter, and
 * through every disguise that `repair` sees through, but coarser than that. Only a text that holds such a word, but no rare one, is
 * read once more: for whether its words as a whole are plausible. Allocates nothing.
 */
class GateReader {
  readonly #letters: Letters;
  readonly #beginnings: Beginnings;
  readonly #search: GateSearch;
  readonly #plausibility: Plausibility;
  /** Where the token ends that was read last. */
  #tokenEnd = 0;

  constructor(pack: GatePack) {
    const words = new GateWords(pack);
    this.#letters = new Letters(pack.fold);
    this.#beginnings = words.beginnings;
    this.#search = new GateSearch(words, this.#letters);
    this.#plausibility = new Plausibility(pack.plausibility, this.#letters.fold);
  }

  mayMatch(text: string): boolean {
    const { inputs } = this.#letters;
    const { next } = this.#beginnings;
    // Constants of other modules are read once: the inner loop runs for each character.
    const row = ROW;
    const firstQuiet = FIRST_QUIET;
    const lastInput = HALF_READ - 1;
    const { length } = text;
    this.#search.begin();
    this.#tokenEnd = 0;
    let state = between(0);
    for (let i = 0; i < length; i++) {
      let before = state;
      let input = 0;
      do {
        input = inputs[text.charCodeAt(i)];
        if (input > lastInput) break;
        before = state;
        state = next[(state << row) + input];
      } while (state >= firstQuiet && ++i < length);
      if (i === length) break;
      state = input > lastInput ? this.#readOdd(text, i, state, input) : this.#lookAt(text, i, before, input);
      if (state === FOUND) return true;
      if (input === HALF_READ && isWide(text, i)) i++;
    }
    if (this.#lookAt(text, length, state, SPACE_READ) === FOUND) return true;
    return this.#search.hasAny() && this.#plausibility.of(text);
  }

  /** Reads what is no input of the automaton. @returns the next state, `FOUND` if enough is found. */
  #readOdd(text: string, i: number, state: number, input: number): number {
    if (input === UNSURE_READ) return FOUND;
    if (input === HALF_READ) {
      const own = inputOf(wideClass(text, i));
      return this.#lookAt(text, i, state, own < HALF_READ ? own : SIGN_READ);
    }
    if (input === HASH_READ) {
      this.#search.readTag(text, i + 1);
      return this.#lookAt(text, i, state, SPACE_READ);
    }
    const after = this.#lookAt(text, i, state, SIGN_READ);
    return after === FOUND ? FOUND : between(Math.min(apartIn(after) + 1, MOST_APART - 1), true);
  }

  /** Takes a step, and a closer look where the automaton asks for it. @returns the next state, `FOUND` if enough is found. */
  #lookAt(text: string, i: number, state: number, input: number): number {
    const beginnings = this.#beginnings;
    let after = beginnings.after(state, input);
    if (after === WORD_ENDED) after = between(this.#readEnded(text, i), input === SIGN_READ);
    else if (after === LETTERS_APART) {
      const apart = this.#letters.apart(text, i);
      if (apart >= MOST_APART) return FOUND;
      after = between(apart, input === SIGN_READ);
    } else if (after < FIRST_QUIET) {
      if (i >= this.#tokenEnd) this.#tokenEnd = this.#readWholeToken(text, i);
      after = beginnings.after(between(apartIn(after)), input);
    }
    return this.#search.hasEnough() ? FOUND : after;
  }

  /** Reads the word that ends here. @returns how many letters stand apart up to here, fewer than `MOST_APART`. */
  #readEnded(text: string, end: number): number {
    const letters = this.#letters;
    const start = letters.wordStart(text, end);
    this.#search.readWord(text, start, end);
    return end - start > 2 ? 0 : Math.min(letters.apart(text, end), MOST_APART - 1);
  }

  /** Reads the token that goes on here. @returns where it ends. */
  #readWholeToken(text: string, at: number): number {
    const letters = this.#letters;
    let from = at;
    while (from > 0 && !letters.endsToken(text, from - 1)) from--;
    while (!letters.beginsToken(text, from)) from++;
    let end = at;
    while (end < text.length && !letters.endsToken(text, end)) end++;
    this.#search.readToken(text, from, end);
    return end;
  }
}
