import { type Automaton, FILLER, FORM, JOINED, KEY, WORD } from './automaton.ts';
import { DISGUISED, IGNORED, LETTER, SIGN_LETTER, SURROGATE, wideClass } from './fold.ts';
import { FACTOR, type Numbers, numbersBelow, SECOND_FACTOR, START } from './hashes.ts';
import { joinedOf, phraseOf } from './lexicon.ts';
import { Looks } from './looks.ts';
import { type Scan, widthAt } from './scanned.ts';
import { markSpelled } from './single-letters.ts';
import { ODD, SPACED, type Spelling, SUSPECT, TAG } from './spelling.ts';
import { BEGINS, BEGINS_OPEN, ENDS, LOOKS, LOOKS_OPEN, OPENS, PREFIX_SHIFT, wordOf } from './word-table.ts';

/** Pieces of a token that are longer, and letters set apart from this many on, are left to `repair`. */
const LONGEST_PIECE = 60;
const LONGEST_TAG = 250;
const MOST_APART = 4;
const LONGEST_WORD = 24;
/** Words of forms of the wanted concepts, and of forms of the key concepts among them. */
export const WANTED_WORD = 1;
export const KEY_WORD = 2;
const WANTED_FORM = 4;
const SPACE_CODE = 32;
const HASH_CODE = 35;
const DOLLAR = 36;
const STAR = 42;
const AT = 64;
/** `repair` reads what stands between these, white space and `#` by itself. */
const HYPHEN = 45;
const SLASH = 47;
const EN_DASH = 0x2013;
const EM_DASH = 0x2014;

/**
 * Tells which forms may stand in a text in disguise, by a coarser and quicker reading than that of `repair`: every form
 * whose words are all there, plainly or hidden. A hashtag may hide any word that its letters spell on the way; a mixed,
 * split or drawn-out word those that it is, or begins with.
 */
export class DisguiseReader {
  readonly #automaton: Automaton;
  readonly #fold: Uint8Array;
  /** 1 for each word that stands in the text, and the list of them. */
  readonly #there: Uint8Array;
  readonly #words: Numbers;
  #count = 0;
  /** Classes of the letters of a hashtag; 1 where a part of it begins, and where known words lead. */
  readonly #letters = new Uint8Array(LONGEST_TAG + 1);
  readonly #begins = new Uint8Array(LONGEST_TAG + 1);
  readonly #reached = new Uint8Array(LONGEST_TAG + 1);
  /** By phrase and word: `WANTED_FORM`, and of what forms it is a word. */
  readonly #kinds: Uint8Array;
  #looks: Looks | undefined;
  /** Hashtags can be read. */
  #isSpelled = false;
  #wanted = WANTED_WORD;
  readonly #addWord = (word: number) => this.#add(word);

  /** @param wanted 1 for each concept that matters. */
  constructor(automaton: Automaton, fold: Uint8Array, wanted: Uint8Array) {
    this.#automaton = automaton;
    this.#fold = fold;
    this.#there = new Uint8Array(automaton.opened.length);
    this.#words = numbersBelow(automaton.opened.length, automaton.opened.length);
    this.#kinds = new Uint8Array(automaton.opened.length);
    this.#mark(wanted);
  }

  /**
   * Reads words of a kind: `KEY_WORD` or `WANTED_WORD`.
   * @returns whether there are any; undefined if it can't tell: spaced letters, a star for a letter, an endless token.
   */
  read(scan: Scan, { signs, hasSingles }: Spelling, ofKind: number): boolean | undefined {
    while (this.#count > 0) this.#there[this.#words[--this.#count]] = 0;
    if (hasSingles && isSpelledApart(scan)) return undefined;
    this.#wanted = ofKind;
    const { text, words, wordStart, wordEnd, known } = scan;
    const { kind } = this.#automaton;
    for (let first = 0, next = 0; first < words; first = next) {
      next = first + 1;
      while (next < words && (signs[next] & (SPACED | TAG)) === 0) next++;
      const isTag = (signs[first] & TAG) !== 0;
      const isWhole = (signs[first] & ODD) === 0 && next - first === 1;
      const isKnown = isWhole && (kind[known[first]] & (WORD | JOINED)) !== 0;
      if (isTag && !isKnown && !this.#readTag(text, wordStart[first], wordEnd[next - 1])) return undefined;
      if (!isWhole && !this.#readPieces(text, tokenStart(scan, signs, first), wordEnd[next - 1])) return undefined;
    }
    return this.#count > 0;
  }

  /** Calls back for each form of the wanted concepts all of whose words are there. */
  forEachForm({ words, known, open }: Scan, found: (form: number) => void): void {
    const { opened } = this.#automaton;
    for (let word = 0; word < words; word++) {
      if (known[word] !== 0) this.#add(known[word]);
      for (let plain = open[word]; plain !== 0; plain = opened[plain]) this.#add(plain);
    }
    for (let i = 0; i < this.#count; i++) this.#forEachLonger(this.#words[i], found);
  }

  /** Calls back for a phrase, if it is such a form, and for those that end with it. */
  #forEachLonger(phrase: number, found: (form: number) => void): void {
    const { lexicon, from, before } = this.#automaton;
    if ((this.#kinds[phrase] & WANTED_FORM) !== 0) found(phraseOf(lexicon, phrase));
    if (phrase > lexicon.phrases) return;
    for (let longer = from[phrase]; longer < from[phrase + 1]; longer++)
      if (this.#there[before[longer]] === 1) this.#forEachLonger(longer, found);
  }

  /** Marks the forms of the wanted concepts, and their words. */
  #mark(wantedConcepts: Uint8Array): void {
    const { lexicon, kind, from, before, concepts, conceptsFrom } = this.#automaton;
    /** By phrase: of what kind the forms are that end with it. */
    const ends = new Uint8Array(lexicon.phrases + 1);
    for (let phrase = lexicon.phrases; phrase > 0; phrase--) {
      let own = 0;
      for (let c = conceptsFrom[phrase]; c < conceptsFrom[phrase + 1]; c++)
        if (wantedConcepts[concepts[c]] === 1) own = (kind[phrase] & KEY) === 0 ? WANTED_WORD : WANTED_WORD | KEY_WORD;
      if (own !== 0) {
        this.#kinds[phrase] |= WANTED_FORM;
        const joined = joinedOf(lexicon, phrase);
        if (joined > phrase && (kind[joined] & FORM) !== 0) this.#kinds[joined] = own | WANTED_FORM;
      }
      for (let longer = from[phrase]; longer < from[phrase + 1]; longer++) {
        own |= ends[longer];
        this.#kinds[before[longer]] |= ends[longer];
      }
      ends[phrase] = own;
    }
    for (let word = 1; word <= lexicon.words; word++) this.#kinds[word] |= ends[word];
  }

  #add(word: number): void {
    if ((this.#kinds[word] & this.#wanted) === 0 || this.#there[word] === 1) return;
    this.#there[word] = 1;
    this.#words[this.#count++] = word;
  }

  /** Adds the words that a hashtag falls into, part by part where capitals or other signs part it. */
  #readTag(text: string, from: number, to: number): boolean {
    if (!this.#isSpelled) markSpelled(this.#automaton);
    this.#isSpelled = true;
    const begins = this.#begins;
    let length = 0;
    let isAscii = true;
    let isApart = true;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      let symbol = this.#fold[code];
      if (code >= 0x80) isAscii = false;
      if (symbol === SURROGATE) {
        symbol = wideClass(text, i);
        i += widthAt(text, i) - 1;
      }
      if (symbol >= LETTER) {
        if (length === LONGEST_TAG) return false;
        this.#letters[length] = symbol;
        begins[length++] = isApart || isCapital(text, i) ? 1 : 0;
      }
      if (symbol !== IGNORED) isApart = symbol < LETTER;
    }
    begins[length] = 1;
    for (let begin = 0, end = 1; begin < length; begin = end++) {
      while (begins[end] === 0) end++;
      this.#readPart(begin, end, !isAscii);
    }
    return true;
  }

  /**
   * Adds the words that a part of a hashtag falls into, if known words fill it; an open word fills all that follows it.
   * @param anywhere words may begin anywhere: capitals can't be told.
   */
  #readPart(begin: number, end: number, anywhere: boolean): void {
    const reached = this.#reached.fill(anywhere ? 1 : 0, begin + 1, end + 1);
    reached[begin] = 1;
    const before = this.#count;
    for (let start = begin; start < end; start++) if (reached[start] === 1) this.#spell(start, end, begin);
    if (reached[end] === 1) return;
    while (this.#count > before) this.#there[this.#words[--this.#count]] = 0;
  }

  /** Adds the words that begin here, and notes where they end. A letter is a word only if it is all of the part, or a filler. */
  #spell(start: number, end: number, begin: number): void {
    const automaton = this.#automaton;
    const letters = this.#letters;
    let first = START;
    let second = START;
    for (let at = start; at < end && at < start + LONGEST_WORD; at++) {
      first = Math.imul(first + letters[at], FACTOR);
      second = Math.imul(second + letters[at], SECOND_FACTOR);
      const kinds = automaton.prefixes[first >>> PREFIX_SHIFT];
      const word = (kinds & ENDS) === 0 ? 0 : wordOf(automaton, first, second);
      const open = (kinds & OPENS) === 0 ? 0 : wordOf(automaton, first, ~second);
      if (word !== 0 && (at > start || end === begin + 1 || (automaton.kind[word] & FILLER) !== 0)) {
        this.#reached[at + 1] = 1;
        this.#add(word);
      }
      if (open !== 0) {
        this.#reached.fill(1, at + 1, end + 1);
        this.#add(open);
      }
      if ((kinds & (BEGINS | BEGINS_OPEN)) === 0) return;
    }
  }

  /** Adds the words that a token's pieces look like: their signs are read as nothing, and as letters. */
  #readPieces(text: string, from: number, to: number): boolean {
    let pieceFrom = from;
    let plain = START;
    let signed = START;
    /** The second reading up to its last letter: signs at the end are no letters. */
    let untilLetter = START;
    let previous = 0;
    let previousSigned = 0;
    for (let i = from; i <= to; i++) {
      const code = i < to ? text.charCodeAt(i) : SLASH;
      if (code === SLASH || code === HYPHEN || code === EN_DASH || code === EM_DASH) {
        if (i - pieceFrom > LONGEST_PIECE) return false;
        this.#addAlike(plain, LOOKS);
        if (untilLetter !== plain) this.#addAlike(untilLetter, LOOKS);
        pieceFrom = i + 1;
        plain = START;
        signed = START;
        untilLetter = START;
        previous = 0;
        previousSigned = 0;
        continue;
      }
      let symbol = this.#fold[code];
      if (symbol === SURROGATE) {
        symbol = wideClass(text, i);
        i += widthAt(text, i) - 1;
      }
      if (symbol >= LETTER) {
        symbol = DISGUISED[symbol];
        if (symbol !== previous) plain = Math.imul(plain + symbol, FACTOR);
        if (symbol !== previousSigned) signed = Math.imul(signed + symbol, FACTOR);
        previous = symbol;
        previousSigned = symbol;
        untilLetter = signed;
        this.#addAlike(plain, LOOKS_OPEN);
        if (signed !== plain) this.#addAlike(signed, LOOKS_OPEN);
        continue;
      }
      if (code === STAR) return false;
      const sign = code < SIGN_LETTER.length ? SIGN_LETTER[code] : 0;
      if (sign === 0 || sign === previousSigned || (signed === START && code !== AT && code !== DOLLAR)) continue;
      signed = Math.imul(signed + sign, FACTOR);
      previousSigned = sign;
      this.#addAlike(signed, LOOKS_OPEN);
    }
    return true;
  }

  #addAlike(look: number, kind: number): void {
    this.#looks ??= new Looks(this.#automaton);
    if ((this.#automaton.prefixes[look >>> PREFIX_SHIFT] & kind) !== 0) this.#looks.forEach(look, this.#addWord);
  }
}

/** A capital after a small letter or a digit, or before a small one; in ASCII only. */
function isCapital(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 65 || code > 90) return false;
  const before = text.charCodeAt(i - 1);
  const after = text.charCodeAt(i + 1);
  return (before >= 97 && before <= 122) || (before >= 48 && before <= 57) || (after >= 97 && after <= 122);
}

/** Where a token begins: with its first word, or with an `@` or `$` before it. */
function tokenStart({ text, wordStart, wordEnd }: Scan, signs: Int32Array, first: number): number {
  let from = wordStart[first];
  if ((signs[first] & SUSPECT) === 0) return from;
  const before = first === 0 ? 0 : wordEnd[first - 1];
  for (let i = from - 1; i >= before && text.charCodeAt(i) > SPACE_CODE && text.charCodeAt(i) !== HASH_CODE; i--) {
    if (text.charCodeAt(i) === AT || text.charCodeAt(i) === DOLLAR) from = i;
  }
  return from;
}

/** Whether so many letters stand apart, `@` and `$` among them, that they may be a word. */
function isSpelledApart({ text, words, wordStart, wordEnd }: Scan): boolean {
  let apart = 0;
  for (let word = 0; word < words; word++) {
    if (wordEnd[word] - wordStart[word] !== widthAt(text, wordStart[word])) {
      apart = 0;
      continue;
    }
    apart++;
    for (let i = wordStart[word] - 1; i >= 0 && (word === 0 || i >= wordEnd[word - 1]); i--) {
      if (text.charCodeAt(i) === AT || text.charCodeAt(i) === DOLLAR) apart++;
    }
    if (apart >= MOST_APART) return true;
  }
  return false;
}
