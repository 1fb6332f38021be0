import { DISGUISED, LATIN, OTHER_LETTER } from './fold.ts';

/** What is read of a text: letters as they look, by the lowest bits of their class, and these. */
export const LAST_LETTER = 31;
export const NOTHING_READ = 0;
export const SPACE_READ = 27;
export const SIGN_READ = 28;
/** Digits that look like no letter. */
const DIGIT_READ = 29;
/** A state's row has so many places, as a power of two. */
export const ROW = 5;
const LETTERS = 26;

/** Letters of a word that count, each once in a row: at all words that begin like one that is sought a closer look is taken. */
const LONGEST = 6;
/** Letters that stand apart, one after another, from which on they may be a word. */
export const MOST_APART = 4;

/** States that ask for a closer look: a word has ended, letters stand apart; those up to `FIRST_QUIET`: a token goes on after a sign. */
export const WORD_ENDED = 0;
export const LETTERS_APART = 1;
const TOKEN_GOES_ON = 2;
export const FIRST_QUIET = TOKEN_GOES_ON + MOST_APART;
/** States between words: so many letters apart later, and then the same inside of a token. */
const BETWEEN = FIRST_QUIET;
/** A word that begins like nothing sought, and one that is looked at however it ends. */
export const OTHER_WORD = BETWEEN + 2 * MOST_APART;
export const ANY_ENDING = OTHER_WORD + 1;
const FIRST_FREE = ANY_ENDING + 1;

/**
 * The state between words.
 * @param apart how many single letters stand before.
 * @param isInToken a word and a sign stand before, without white space.
 */
export function between(apart: number, isInToken = false): number {
  return BETWEEN + apart + (isInToken ? MOST_APART : 0);
}

/** What is read of each letter and digit, by its class; a letter of another script is any of ours. */
export const LETTERS_READ = DISGUISED.map((letter) => (letter > LATIN || letter === OTHER_LETTER ? letter & LAST_LETTER : DIGIT_READ));

/** How many single letters stand before, in a state between words or in one of a token that goes on. */
export function apartIn(state: number): number {
  return state < BETWEEN ? state - TOKEN_GOES_ON : (state - BETWEEN) % MOST_APART;
}

/**
 * The beginnings of words as an automaton: one look-up a character tells where a word begins like one that is sought, where single
 * letters stand apart, and where a word goes on after a sign.
 */
export class Beginnings {
  /** The state after each state and input, see `after`. */
  #next = new Uint16Array(1 << 15);
  #size = FIRST_FREE;

  constructor() {
    for (let apart = 0; apart < MOST_APART; apart++) {
      this.#setRow(between(apart), OTHER_WORD, between(apart), between(apart));
      this.#setRow(between(apart, true), TOKEN_GOES_ON + apart, between(apart), between(apart, true));
    }
    this.#setRow(OTHER_WORD, OTHER_WORD, between(0), between(0, true));
    this.#setRow(ANY_ENDING, ANY_ENDING, WORD_ENDED, WORD_ENDED);
    for (let letter = 1; letter <= LETTERS; letter++) this.#addState((between(0) << ROW) + letter);
  }

  /** Where each state's row of following states begins is `state << ROW`. */
  get next(): Uint16Array {
    return this.#next;
  }

  after(state: number, input: number): number {
    return this.#next[(state << ROW) + input];
  }

  #setRow(state: number, letters: number, space: number, sign: number): void {
    const row = state << ROW;
    this.#next.fill(letters, row, row + (1 << ROW));
    this.#next[row + NOTHING_READ] = state;
    this.#next[row + SPACE_READ] = space;
    this.#next[row + SIGN_READ] = sign;
  }

  /** Adds the state to which a place in another one's row leads. */
  #addState(place: number): number {
    const state = this.#size++;
    if (this.#size << ROW > this.#next.length) {
      const larger = new Uint16Array(this.#next.length * 2);
      larger.set(this.#next);
      this.#next = larger;
    }
    this.#setRow(state, OTHER_WORD, between(0), between(0, true));
    this.#next[(state << ROW) + (place & LAST_LETTER)] = state;
    this.#next[place] = state;
    return state;
  }

  /**
   * Adds a word.
   * @param look classes of its letters as they look, of those in a row one, from one place up to another.
   * @param isOpen any letters may follow.
   */
  add(look: Uint8Array, from: number, to: number, isOpen: boolean): void {
    const end = Math.min(to, from + LONGEST);
    let state = between(0);
    let place = 0;
    for (let i = from; i < end; i++) {
      place = (state << ROW) + LETTERS_READ[look[i]];
      state = this.#next[place];
      if (state === ANY_ENDING) return;
      if (state === OTHER_WORD) state = this.#addState(place);
    }
    const row = state << ROW;
    if (isOpen || end - from === LONGEST) this.#next[place] = ANY_ENDING;
    else this.#next[row + SPACE_READ] = this.#next[row + SIGN_READ] = WORD_ENDED;
  }

  /** Makes single letters count, once all words are added. */
  countLetters(): void {
    const first = Array.from({ length: LETTERS }, (_, at) => this.after(between(0), at + 1));
    for (let apart = MOST_APART - 1; apart >= 0; apart--) {
      first.forEach((single, at) => {
        if (single === ANY_ENDING) this.#next[(between(apart) << ROW) + at + 1] = single;
        else this.#countLetter(apart === 0 ? single : this.#copy(single, between(apart), at + 1), apart + 1);
      });
    }
  }

  /** Gives back the room that no state has taken, once all are there. */
  trim(): void {
    this.#next = this.#next.slice(0, this.#size << ROW);
  }

  #copy(single: number, from: number, letter: number): number {
    const copy = this.#addState((from << ROW) + letter);
    this.#next.copyWithin(copy << ROW, single << ROW, (single + 1) << ROW);
    this.#next[copy << ROW] = copy;
    this.#next[(copy << ROW) + letter] = copy;
    return copy;
  }

  #countLetter(single: number, apart: number): void {
    const row = single << ROW;
    if (this.#next[row + SPACE_READ] === WORD_ENDED) return;
    this.#next[row + SPACE_READ] = apart < MOST_APART ? between(apart) : LETTERS_APART;
    this.#next[row + SIGN_READ] = apart < MOST_APART ? between(apart, true) : LETTERS_APART;
  }
}
