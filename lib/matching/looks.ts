import { type Automaton, FORM, JOINED } from './automaton.ts';
import { DISGUISED } from './fold.ts';
import { CLASS_OF_CODE, LAST_CAPITAL, LONGEST_FORM, NONE_SHARED, STAR } from './forms.ts';
import { FACTOR, type Numbers, numbersBelow, powersOf } from './hashes.ts';
import { joinedOf, phraseOf } from './lexicon.ts';
import { LOOKS, LOOKS_OPEN, PREFIX_SHIFT } from './word-table.ts';

/** How each character of a form looks. */
const LOOK_OF_CODE = CLASS_OF_CODE.map((letter) => DISGUISED[letter]);

/**
 * Words by how they look through every disguise: what may stand for a letter is that letter, and drawn-out letters are one.
 * Built when a text first asks for it; it marks in the `prefixes` of the automaton what looks there are.
 */
export class Looks {
  readonly #automaton: Automaton;
  /** By phrase, written as one word: the hash of its look, how many letters that has, and the first and the last of them. */
  readonly #looks: Int32Array;
  readonly #lengths: Uint16Array;
  readonly #firsts: Uint8Array;
  readonly #lasts: Uint8Array;
  /** Hash table of the words. */
  readonly #alike: Numbers;

  constructor(automaton: Automaton) {
    const { lexicon, words, kind } = automaton;
    const size = lexicon.phrases + 1;
    this.#automaton = automaton;
    this.#looks = new Int32Array(size);
    this.#lengths = new Uint16Array(size);
    this.#firsts = new Uint8Array(size);
    this.#lasts = new Uint8Array(size);
    this.#alike = numbersBelow(kind.length, words.length / 2);
    this.#addOwn(lexicon.packedWords);
    if (lexicon.joined) this.#addJoined();
  }

  /** Calls back for each word with this look. */
  forEach(look: number, found: (word: number) => void): void {
    const { lexicon, shift } = this.#automaton;
    const alike = this.#alike;
    for (let slot = look >>> shift; alike[slot] !== 0; slot = (slot + 1) & (alike.length - 1))
      if (this.#looks[phraseOf(lexicon, alike[slot])] === look) found(alike[slot]);
  }

  /** Adds the words of the lexicon, in one loop over their letters: what a word shares with the one before it is not read again. */
  #addOwn(packed: string): void {
    /** Of the beginnings of a word, by their length: the hashes and lengths of their looks, and the last letter. */
    const hashes = new Int32Array(LONGEST_FORM + 1);
    const lengths = new Uint16Array(LONGEST_FORM + 1);
    const letters = new Uint8Array(LONGEST_FORM + 1);
    let word = 0;
    let length = 0;
    for (let at = 0; at <= packed.length; at++) {
      const code = at < packed.length ? packed.charCodeAt(at) : NONE_SHARED;
      if (code === STAR) continue;
      if (code < NONE_SHARED || code > LAST_CAPITAL) {
        const letter = LOOK_OF_CODE[code];
        const isDrawnOut = letter === letters[length];
        hashes[length + 1] = isDrawnOut ? hashes[length] : Math.imul(hashes[length] + letter, FACTOR);
        lengths[length + 1] = isDrawnOut ? lengths[length] : lengths[length] + 1;
        letters[++length] = letter;
        continue;
      }
      if (word > 0) this.#addWord(word, hashes[length], lengths[length], letters[1], letters[length]);
      word++;
      length = code - NONE_SHARED;
    }
  }

  #addWord(word: number, look: number, length: number, first: number, last: number): void {
    this.#looks[word] = look;
    this.#lengths[word] = length;
    this.#firsts[word] = first;
    this.#lasts[word] = last;
    this.#insert(word, look, this.#automaton.isOpen[word] === 1 ? LOOKS_OPEN : LOOKS);
  }

  /** Adds forms of several words written as one, from the looks of their words. */
  #addJoined(): void {
    const { lexicon, kind, from, before, isOpen } = this.#automaton;
    const [looks, lengths, firsts, lasts] = [this.#looks, this.#lengths, this.#firsts, this.#lasts];
    const powers = powersOf(FACTOR, LONGEST_FORM);
    for (let rest = 1; rest <= lexicon.phrases; rest++) {
      if (isOpen[rest] === 1) continue;
      const begin = firsts[rest];
      for (let phrase = from[rest]; phrase < from[rest + 1]; phrase++) {
        const word = before[phrase];
        // A letter that ends the word and begins its rest is drawn out.
        const isDrawnOut = lasts[word] === begin;
        const added = isDrawnOut ? lengths[rest] - 1 : lengths[rest];
        const own = isDrawnOut ? looks[rest] - Math.imul(begin, powers[lengths[rest]]) : looks[rest];
        looks[phrase] = Math.imul(looks[word], powers[added]) + own;
        lengths[phrase] = lengths[word] + added;
        firsts[phrase] = firsts[word];
        lasts[phrase] = lasts[rest];
        const number = joinedOf(lexicon, phrase);
        if ((kind[phrase] & FORM) !== 0 && (kind[number] & JOINED) !== 0) this.#insert(number, looks[phrase], LOOKS);
      }
    }
  }

  #insert(word: number, look: number, kind: number): void {
    const { prefixes, shift } = this.#automaton;
    const alike = this.#alike;
    prefixes[look >>> PREFIX_SHIFT] |= kind;
    let slot = look >>> shift;
    while (alike[slot] !== 0) slot = (slot + 1) & (alike.length - 1);
    alike[slot] = word;
  }
}
