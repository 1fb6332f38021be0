import { type Automaton, FILLER, JOINED, WORD } from './automaton.ts';
import { formClass } from './fold.ts';
import { FACTOR, SECOND_FACTOR, START } from './hashes.ts';
import { phraseOf } from './lexicon.ts';
import { OPENS, PREFIX_SHIFT, wordOf } from './word-table.ts';

/** Digits among letters, or a letter three times. */
const DISGUISED = /\d|(.)\1\1/;
const LONGEST_WORD = 24;
/** Shorter beginnings fit too many words. */
const SHORTEST_BEGINNING = 4;
/** Parts that are no known word count this much more than a known word. */
export const UNKNOWN_COST = 6;
const JOINED_COST = 2.5;
/** What each letter after a known beginning costs: more than an article would. */
const ENDING_COST = 0.3;

/** The cheapest way to cut a run of letters into words. */
export interface Split {
  cost: number;
  words: string[];
}

/** The words an automaton knows: whole ones, several written as one, and beginnings whose ending is open. All are folded. */
export class Vocabulary {
  readonly #automaton: Automaton;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
  }

  /** A word by itself. */
  has(word: string): boolean {
    return (this.#kindOf(word) & WORD) !== 0;
  }

  /** A word by itself, or several as one. */
  hasWhole(word: string): boolean {
    return (this.#kindOf(word) & (WORD | JOINED)) !== 0;
  }

  /** A known word, or one of the beginnings and an ending that looks like one. */
  knows(word: string): boolean {
    return this.hasWhole(word) || (!DISGUISED.test(word) && this.#hasBeginning(word));
  }

  /** Writes several words that stand as one apart, unless they are a word of their own. */
  spell(word: string): string {
    const { lexicon, kind } = this.#automaton;
    const number = this.#numberOf(word);
    if (number <= lexicon.phrases || (kind[number] & JOINED) === 0 || this.#hasBeginning(word)) return word;
    return lexicon.wordsOf(phraseOf(lexicon, number)).join(' ');
  }

  /** Cuts a run of letters into words, the fewest and best known. A long ending costs more: it may hide another word. */
  split(run: string, fillerCost: number): Split {
    const costs = new Float64Array(run.length + 1).fill(Infinity);
    const cuts = new Int32Array(run.length + 1);
    costs[0] = 0;
    for (let from = 0; from < run.length; from++) this.#extend(run, from, fillerCost, costs, cuts);
    const words: string[] = [];
    for (let end = run.length; end > 0; end = cuts[end]) words.unshift(run.slice(cuts[end], end));
    return { cost: costs[run.length], words };
  }

  /** Tries every word that begins here. */
  #extend(run: string, from: number, fillerCost: number, costs: Float64Array, cuts: Int32Array): void {
    const automaton = this.#automaton;
    const last = Math.min(run.length, from + LONGEST_WORD);
    let first = START;
    let second = START;
    let beginning = 0;
    for (let end = from + 1; end <= last; end++) {
      const symbol = formClass(run.charCodeAt(end - 1));
      first = Math.imul(first + symbol, FACTOR);
      second = Math.imul(second + symbol, SECOND_FACTOR);
      if (end - from >= SHORTEST_BEGINNING && this.#isBeginning(first, second)) beginning = end;
      const kind = automaton.kind[wordOf(automaton, first, second)];
      let cost = 1;
      if ((kind & FILLER) !== 0) cost = fillerCost;
      else if ((kind & WORD) === 0) {
        if ((kind & JOINED) !== 0) cost = JOINED_COST;
        else cost = beginning > 0 ? 1 + ENDING_COST * (end - beginning) : UNKNOWN_COST + (end - from);
      }
      if (costs[from] + cost >= costs[end]) continue;
      costs[end] = costs[from] + cost;
      cuts[end] = from;
    }
  }

  #isBeginning(first: number, second: number): boolean {
    const { prefixes, kind } = this.#automaton;
    return (prefixes[first >>> PREFIX_SHIFT] & OPENS) !== 0 && (kind[wordOf(this.#automaton, first, ~second)] & WORD) !== 0;
  }

  #hasBeginning(word: string): boolean {
    let first = START;
    let second = START;
    for (let i = 0; i < word.length; i++) {
      const symbol = formClass(word.charCodeAt(i));
      first = Math.imul(first + symbol, FACTOR);
      second = Math.imul(second + symbol, SECOND_FACTOR);
      if (i + 1 >= SHORTEST_BEGINNING && this.#isBeginning(first, second)) return true;
    }
    return false;
  }

  #kindOf(word: string): number {
    return this.#automaton.kind[this.#numberOf(word)];
  }

  #numberOf(word: string): number {
    let first = START;
    let second = START;
    for (let i = 0; i < word.length; i++) {
      const symbol = formClass(word.charCodeAt(i));
      first = Math.imul(first + symbol, FACTOR);
      second = Math.imul(second + symbol, SECOND_FACTOR);
    }
    return wordOf(this.#automaton, first, second);
  }
}
