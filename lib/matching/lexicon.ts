import { CountReader, digitAt } from './digits.ts';
import { formClass, formLetter } from './fold.ts';
import { FormReader, LONGEST_FORM } from './forms.ts';

/**
 * The surface forms of all concepts as they are shipped: each word once, and the forms in columns of the numbers of their words.
 * A page waits for it to be read, so that no string is made of any of them.
 */
export interface PackedLexicon {
  /** The words in one line, see `FormReader`; a trailing `*` leaves the ending open. */
  words: string;
  /** How many forms each concept has, see `CountReader`. */
  counts: string;
  /** Of each form a digit: how many words it has, less one, times `ALIKE`, and how many of its first are those of the form before it. */
  shapes: string;
  /** The first word, where it is another one: by how much its number is above that in the form before it of the same concept; */
  firsts: string;
  /** or the one after the words that are alike, told likewise. */
  next: string;
  /** Words that are most among all others: their numbers. */
  common: string;
  /** All other words of the forms: their places in `common`, or their numbers and how many are in `common`. */
  others: string;
}

/** How many numbers of each column take one digit, see `CountReader`. */
export const SHORT = { counts: 60, firsts: 70, next: 40, common: 0, others: 30 };

/** A digit of `shapes` counts up to so many words alike. */
export const ALIKE = 8;
/** Ends an open word in `Lexicon.letters`. */
export const ANY_ENDING = 0;
const STAR = '*'.charCodeAt(0);
/** Class of each character of a form. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, code) => (code === STAR ? ANY_ENDING : formClass(code)));

/** The surface forms of all concepts, by the numbers of their words, which begin with 1. */
export interface Lexicon {
  /** Classes of the letters of all words, one after another; word `n` ends at `ends[n]`. */
  letters: Uint8Array;
  ends: Uint32Array;
  /** Words of the forms, one form after another; form `f` begins at `from[f]`. */
  steps: Uint16Array;
  from: Uint32Array;
  /** Concept of each form, and how many there are. */
  concepts: Uint16Array;
  size: number;
}

/** Reads the forms of all concepts, each concept by its place. */
export function lexiconOf({ words, counts, shapes, firsts, next, common, others }: PackedLexicon): Lexicon {
  const from = new Uint32Array(shapes.length + 1);
  const steps = new Uint16Array(lengthOf(shapes));
  const concepts = new Uint16Array(shapes.length);
  const [readCount, readFirst, readNext] = [
    new CountReader(counts, SHORT.counts),
    new CountReader(firsts, SHORT.firsts),
    new CountReader(next, SHORT.next),
  ];
  const readOther = otherWords(common, others);
  let concept = 0;
  let end = 0;
  for (let form = 0; !readCount.isAtEnd; concept++) {
    let before = end;
    for (const last = form + readCount.next(); form < last; form++) {
      const shape = digitAt(shapes, form);
      const begin = end;
      const first = before < begin ? steps[before] : 0;
      for (let alike = shape % ALIKE; alike > 0; alike--) steps[end++] = steps[before++];
      if (end === begin) steps[end++] = first + readFirst.next();
      else steps[end++] = before < begin ? steps[before] + readNext.next() : readOther();
      for (const to = begin + 1 + ((shape / ALIKE) | 0); end < to; ) steps[end++] = readOther();
      concepts[form] = concept;
      from[form + 1] = end;
      before = begin;
    }
  }
  return { ...lettersOf(words), steps, from, concepts, size: concept };
}

/** How many words all forms have together. */
function lengthOf(shapes: string): number {
  let length = shapes.length;
  for (let form = 0; form < shapes.length; form++) length += (digitAt(shapes, form) / ALIKE) | 0;
  return length;
}

/** Reads `PackedLexicon.others`, one number of a word after another. */
function otherWords(common: string, others: string): () => number {
  const most: number[] = [];
  for (const reader = new CountReader(common, SHORT.common); !reader.isAtEnd; ) most.push(reader.next());
  const reader = new CountReader(others, SHORT.others);
  return () => {
    const number = reader.next();
    return number < most.length ? most[number] : number - most.length;
  };
}

function lettersOf(words: string): Pick<Lexicon, 'letters' | 'ends'> {
  const reader = new FormReader(words);
  const { codes } = reader;
  const ends = [0];
  let letters = new Uint8Array(words.length * 2);
  let begin = 0;
  while (reader.next()) {
    const { length, shared } = reader;
    if (begin + length > letters.length) letters = longer(letters);
    letters.copyWithin(begin, ends[ends.length - 2], ends[ends.length - 2] + shared);
    for (let i = shared; i < length; i++) letters[begin + i] = CLASSES[codes[i]];
    begin += length;
    ends.push(begin);
  }
  return { letters: letters.slice(0, begin), ends: Uint32Array.from(ends) };
}

function longer(letters: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(letters.length * 2 + LONGEST_FORM);
  more.set(letters);
  return more;
}

/** The words of a form. */
export function wordsOf({ letters, ends, steps, from }: Lexicon, form: number): string[] {
  return Array.from(steps.subarray(from[form], from[form + 1]), (word) =>
    Array.from(letters.subarray(ends[word - 1], ends[word]), (letter) => (letter === ANY_ENDING ? '*' : formLetter(letter))).join(''),
  );
}
