import { columnOf } from './digits.ts';
import { formLetter } from './fold.ts';
import { CLASS_OF_CODE, FormReader, LONGEST_FORM, STAR } from './forms.ts';
import { type Numbers, numbersBelow } from './hashes.ts';

/**
 * The surface forms of all concepts as they are shipped. Words are numbered from 1 on, and after them phrases of several words, each
 * of which is a shorter phrase and the word before it. A page waits for it, so that all of it is used nearly as it is.
 */
export interface PackedLexicon {
  /** The words in one line, see `FormReader`; a trailing `*` leaves the ending open. */
  words: string;
  /** By phrase, words among them: how many phrases are longer by one word before it; these follow those of the phrase before. */
  longer: number[];
  /** That word of each, see `columnOf`; lowest first among phrases of the same rest. */
  before: string;
  /** By phrase: of how many concepts it is a form; */
  counts: number[];
  /** and of which, see `columnOf`. */
  concepts: string;
  /** How many concepts there are. */
  size: number;
  /** Where forms of several words are found written as one, too. */
  joined?: JoinedPack;
}

/** What a page could tell only by spelling out all forms of several words. */
export interface JoinedPack {
  /** Words that stand in no form but as several words written as one: all such that are open, and some others. */
  words: number[];
  /** Twos of a phrase and the longest open word that it begins with, written as one, where its first word begins with another. */
  opened: number[];
}

/** Ends an open word in `Letters`. */
export const ANY_ENDING = 0;
const CLASSES = CLASS_OF_CODE.with(STAR, ANY_ENDING);

/** Classes of the letters of all words, one after another; word `n` ends at `ends[n]`. */
export interface Letters {
  letters: Uint8Array;
  ends: Uint32Array;
}

/** The surface forms of all concepts. */
export class Lexicon {
  readonly packedWords: string;
  /** How many words there are, and how many phrases with them. */
  readonly words: number;
  readonly phrases: number;
  /** Phrases that are longer by one word are from `from[phrase]` on, up to those of the next. */
  readonly from: Numbers;
  /** That word, by phrase. */
  readonly before: Numbers;
  /** Concepts of a phrase begin at `conceptsFrom[phrase]` in `concepts`. */
  readonly conceptsFrom: Numbers;
  readonly concepts: Numbers;
  /** How many concepts there are. */
  readonly size: number;
  readonly joined: JoinedPack | undefined;
  #letters: Letters | undefined;

  constructor({ words, longer, before, counts, concepts, size, joined }: PackedLexicon) {
    const phrases = longer.length;
    this.from = numbersBelow(phrases + 2, phrases + 2);
    this.from[phrases + 1] = phrases + 1;
    for (let phrase = phrases; phrase > 0; phrase--) this.from[phrase] = this.from[phrase + 1] - longer[phrase - 1];
    this.packedWords = words;
    this.phrases = phrases;
    this.words = this.from[1] - 1;
    this.before = numbersBelow(this.words + 1, phrases + 1);
    this.before.set(columnOf(before, phrases - this.words), this.words + 1);
    let end = 0;
    for (let phrase = 0; phrase < phrases; phrase++) end += counts[phrase];
    this.conceptsFrom = numbersBelow(end + 1, phrases + 2);
    for (let phrase = 1; phrase <= phrases; phrase++) this.conceptsFrom[phrase + 1] = this.conceptsFrom[phrase] + counts[phrase - 1];
    this.concepts = columnOf(concepts, end);
    this.size = size;
    this.joined = joined;
  }

  /** The letters of all words, read when they are first asked for. */
  get letters(): Letters {
    this.#letters ??= readLetters(this.packedWords, this.words);
    return this.#letters;
  }

  /** The words of a phrase. */
  wordsOf(phrase: number): string[] {
    const words: number[] = [];
    for (; phrase > this.words; phrase = this.#restOf(phrase)) words.push(this.before[phrase]);
    return [...words, phrase].map((word) => this.#spell(word));
  }

  /** Each form and its concept. */
  *forms(): Generator<{ words: string[]; concept: number }> {
    for (let phrase = 1; phrase <= this.phrases; phrase++) {
      const own = this.concepts.subarray(this.conceptsFrom[phrase], this.conceptsFrom[phrase + 1]);
      for (const concept of own) yield { words: this.wordsOf(phrase), concept };
    }
  }

  /** The last phrase whose longer ones begin before this one, or with it. */
  #restOf(phrase: number): number {
    let low = 1;
    let high = this.phrases;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.from[middle] <= phrase) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #spell(word: number): string {
    const { letters, ends } = this.letters;
    return Array.from(letters.subarray(ends[word - 1], ends[word]), (letter) => (letter === ANY_ENDING ? '*' : formLetter(letter))).join(
      '',
    );
  }
}

/** The number of a phrase of several words when these are written as one; such numbers follow those of the phrases. */
export function joinedOf({ joined, words, phrases }: Lexicon, phrase: number): number {
  return joined ? phrase + phrases - words : phrase;
}

/** The phrase that has this number, or is written as one under it. */
export function phraseOf({ words, phrases }: Lexicon, number: number): number {
  return number > phrases ? number - phrases + words : number;
}

function readLetters(packed: string, words: number): Letters {
  const reader = new FormReader(packed);
  const ends = new Uint32Array(words + 1);
  let letters = new Uint8Array(packed.length * 2);
  for (let word = 1, end = 0; reader.next(); word++) {
    const { length, shared, codes } = reader;
    if (end + length > letters.length) letters = longer(letters);
    letters.copyWithin(end, ends[Math.max(0, word - 2)], ends[Math.max(0, word - 2)] + shared);
    for (let i = shared; i < length; i++) letters[end + i] = CLASSES[codes[i]];
    end += length;
    ends[word] = end;
  }
  return { letters, ends };
}

function longer(letters: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(letters.length * 2 + LONGEST_FORM);
  more.set(letters);
  return more;
}
