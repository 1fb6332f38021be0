import { DISGUISED, formClass, LATIN, LETTER, SIGN_LETTER, SURROGATE, wideClass } from './fold.ts';
import { ANY_ENDING, between, LETTERS_READ, OTHER_WORD, ROW } from './gate-beginnings.ts';
import { type Kinds, NOTHING_FOUND, SURE } from './gate-kinds.ts';
import { ANY_LETTER, bitOf, isWide, type Letters, Look, STAR } from './gate-letters.ts';
import { Spelling } from './gate-spelling.ts';
import { FEW_LETTERS, type GateWords, lookPairOf, MORE_LETTERS, pairOf } from './gate-words.ts';
import { FACTOR, START } from './hashes.ts';

/** Classes of both kinds in one word: letters and digits, or two scripts. */
const MIXED = LATIN | LETTER;
/** What `repair` reads by itself is no longer. */
const LONGEST_TOKEN = 60;
const LONGEST_TAG = 100;
const SHORTEST_TAG = 3;
/** Classes of what `repair` reads a star inside of a word as. */
const VOWELS = Array.from('aeiou', (vowel) => DISGUISED[formClass(vowel.charCodeAt(0))]);

/** The gate's closer look at words, at what stands beside them, at tokens and hashtags: what of all that is sought a text holds. */
export class GateSearch {
  readonly #words: GateWords;
  readonly #letters: Letters;
  readonly #look = new Look();
  /** The letters of the hashtag that is read. */
  readonly #tag = new Spelling(LONGEST_TAG + 1);
  /** What the words found so far tell: bits of `WEAK` and `SURE`. */
  #kinds = NOTHING_FOUND;
  /** The letters, a bit each, that may stand before and after the words that are read. */
  #before = ANY_LETTER;
  #after = ANY_LETTER;

  constructor(words: GateWords, letters: Letters) {
    this.#words = words;
    this.#letters = letters;
  }

  /** Forgets what was found, for the next text. */
  begin(): void {
    this.#kinds = NOTHING_FOUND;
  }

  /** Whether what was found is enough, whatever else the text holds. */
  hasEnough(): boolean {
    return this.#kinds >= SURE;
  }

  /** Whether anything was found. */
  hasAny(): boolean {
    return this.#kinds !== NOTHING_FOUND;
  }

  #found(table: Kinds, hash: number): void {
    const slot = table.find(hash);
    if (slot >= 0) this.#kinds |= table.kinds[slot];
  }

  /** What can't be told is taken for found. */
  #giveUp(): void {
    this.#kinds = SURE;
  }

  /** Finds the forms that a word is or begins with, plainly or with digits for letters or letters drawn out. */
  readWord(text: string, start: number, end: number): void {
    const { words } = this.#words;
    const { fold } = this.#letters;
    let hash = START;
    let kinds = 0;
    let previous = 0;
    let beforeThat = 0;
    let isDrawnOut = false;
    for (let i = start; i < end; i++) {
      let symbol = fold[text.charCodeAt(i)];
      if (symbol === SURROGATE) symbol = wideClass(text, i);
      if (symbol < LETTER) continue;
      hash = Math.imul(hash + symbol, FACTOR);
      kinds |= symbol;
      isDrawnOut ||= symbol === previous && symbol === beforeThat;
      beforeThat = previous;
      previous = symbol;
      const open = words.find(~hash);
      if (open >= 0) this.#foundWord(text, start, end, ~hash, open);
    }
    const whole = words.find(hash);
    if (whole >= 0) this.#foundWord(text, start, end, hash, whole);
    if (isDrawnOut || kinds > MIXED) this.readToken(text, start, end);
  }

  #foundWord(text: string, start: number, end: number, hash: number, slot: number): void {
    this.#kinds |= this.#words.words.kinds[slot];
    this.#readBeside(text, start, end, hash, slot);
  }

  /** Finds the forms of several words of which a word is the rarest: those with their other word beside it, plainly or in disguise. */
  #readBeside(text: string, start: number, end: number, rarest: number, slot: number): void {
    const letters = this.#letters;
    const { before, after } = this.#words.words;
    const inTag = letters.isTag(text, start);
    if (before[slot] !== 0 && (before[slot] & letters.bitBefore(text, start)) !== 0) {
      this.#after = inTag ? ANY_LETTER : letters.bitAfter(text, end);
      let to = start;
      while (!letters.isLetterBefore(text, to)) to--;
      let from = to;
      while (from > 0 && to - from <= LONGEST_TAG && !letters.endsToken(text, from - 1)) from--;
      this.#readBefore(text, from, to, rarest);
    }
    if (after[slot] === 0 || (after[slot] & letters.bitAfter(text, end)) === 0) return;
    this.#before = inTag ? ANY_LETTER : letters.bitBefore(text, start);
    let from = end;
    while (!letters.beginsToken(text, from)) from++;
    let to = from;
    while (to < text.length && to - from <= LONGEST_TAG && !letters.endsToken(text, to)) to++;
    this.#readAfter(text, from, to, rarest);
  }

  /** Finds two words, or what they are written as, if what stands before or after them is as one of their forms has it. */
  #foundBeside(table: Kinds, hash: number): void {
    const slot = table.find(hash);
    if (slot < 0 || ((table.before[slot] & this.#before) | (table.after[slot] & this.#after)) === 0) return;
    this.#kinds |= table.kinds[slot];
  }

  /** Looks for the other word at the end of a token. */
  #readBefore(text: string, from: number, to: number, rarest: number): void {
    const { pairs } = this.#words;
    const letters = this.#letters;
    const inTag = letters.isTag(text, from);
    for (let start = from; start < to; start++) {
      if (!inTag && start !== from && letters.isLetterBefore(text, start)) continue;
      this.#before = inTag ? ANY_LETTER : letters.bitBefore(text, start);
      this.#foundBeside(pairs, pairOf(letters.hash(text, start, to), rarest));
    }
    const look = this.#look;
    look.begin();
    for (let i = from; i < to; i += isWide(text, i) ? 2 : 1) look.add(DISGUISED[letters.classAt(text, i)], text.charCodeAt(i));
    this.#before = inTag ? ANY_LETTER : letters.bitBefore(text, from);
    this.#foundBeside(pairs, lookPairOf(look.plain, rarest));
    this.#foundBeside(pairs, lookPairOf(look.ended, rarest));
    if (look.isUnsure || to - from > LONGEST_TAG) this.#giveUp();
  }

  /** Looks for the other word at the beginning of a token. */
  #readAfter(text: string, from: number, to: number, rarest: number): void {
    const { pairs } = this.#words;
    const look = this.#look;
    const letters = this.#letters;
    const inTag = letters.isTag(text, from);
    look.begin();
    let hash = START;
    for (let i = from; i < to; ) {
      const symbol = letters.classAt(text, i);
      look.add(DISGUISED[symbol], text.charCodeAt(i));
      i += isWide(text, i) ? 2 : 1;
      if (symbol >= LETTER) hash = Math.imul(hash + symbol, FACTOR);
      this.#after = ANY_LETTER;
      this.#foundBeside(pairs, pairOf(rarest, ~hash));
      this.#foundBeside(pairs, lookPairOf(rarest, ~look.plain));
      this.#foundBeside(pairs, lookPairOf(rarest, ~look.signed));
      if (!inTag && i < to && letters.classAt(text, i) >= LETTER) continue;
      if (!inTag) this.#after = letters.bitAfter(text, i);
      this.#foundBeside(pairs, pairOf(rarest, hash));
    }
    this.#after = inTag ? ANY_LETTER : letters.bitAfter(text, to);
    this.#foundBeside(pairs, lookPairOf(rarest, look.plain));
    this.#foundBeside(pairs, lookPairOf(rarest, look.ended));
    if (look.isUnsure || to - from > LONGEST_TAG) this.#giveUp();
  }

  /** Finds what a token looks like, or begins like. */
  readToken(text: string, from: number, to: number): void {
    if (to - from > LONGEST_TOKEN) this.#giveUp();
    else if (this.#mayBeSought(text, from, to)) {
      this.#readLooks(text, from, to);
      if (this.#look.isUnsure) for (const vowel of VOWELS) this.#readLooks(text, from, to, vowel);
    }
  }

  /** Whether a token begins like a word that is sought, its signs read as nothing or as letters. */
  #mayBeSought(text: string, from: number, to: number): boolean {
    const { next } = this.#words.beginnings;
    const { fold } = this.#letters;
    let plain = between(0);
    let signed = between(0);
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      let symbol = fold[code];
      if (symbol === SURROGATE) {
        symbol = wideClass(text, i);
        if (symbol !== SURROGATE) i++;
      }
      if (code === STAR) return true;
      if (symbol >= LETTER) plain = next[(plain << ROW) + LETTERS_READ[symbol]];
      const letter = symbol >= LETTER ? symbol : code < SIGN_LETTER.length ? SIGN_LETTER[code] : 0;
      if (letter !== 0) signed = next[(signed << ROW) + LETTERS_READ[letter]];
      if (plain === ANY_ENDING || signed === ANY_ENDING) return true;
      if (plain === OTHER_WORD && signed === OTHER_WORD) return false;
    }
    return true;
  }

  /** @param star class of what a star is read as. */
  #readLooks(text: string, from: number, to: number, star = 0): void {
    const { looks } = this.#words;
    const look = this.#look;
    look.begin();
    for (let i = from; i < to; i += isWide(text, i) ? 2 : 1) {
      const code = text.charCodeAt(i);
      look.add(code === STAR && star !== 0 ? star : DISGUISED[this.#letters.classAt(text, i)], code);
      this.#found(looks, ~look.plain);
      this.#found(looks, ~look.signed);
    }
    this.#found(looks, look.plain);
    this.#found(looks, look.ended);
  }

  /** Finds what a hashtag hides: anything that is sought, wherever it stands in it. */
  readTag(text: string, from: number): void {
    const letters = this.#letters;
    const tag = this.#tag;
    tag.clear();
    let to = from;
    for (; to < text.length && to - from <= LONGEST_TAG; to++) {
      const code = text.charCodeAt(to);
      if (!letters.isInTag(code)) break;
      let symbol = letters.fold[code];
      if (symbol === SURROGATE) {
        symbol = wideClass(text, to);
        if (symbol !== SURROGATE) to++;
      }
      if (symbol >= LETTER) tag.add(symbol);
    }
    if (to - from < SHORTEST_TAG) return;
    if (to - from > LONGEST_TAG) this.#giveUp();
    this.#readBeginning(text, from, to);
    const { tagBegins } = this.#words;
    for (let start = 0; start + FEW_LETTERS <= tag.length; start++) {
      const more = Math.min(start + MORE_LETTERS, tag.length);
      if (!tagBegins.mayHave(tag.hash(start, start + FEW_LETTERS)) && !tagBegins.mayHave(tag.hash(start, more))) continue;
      this.#readHidden(start);
      if (start > 0) this.#foundRare(text, from, to, tag.hash(start, tag.length));
    }
    if (tag.length > 1) this.#foundRare(text, from, to, tag.hash(tag.length - 1, tag.length));
  }

  /** Finds what a letter of the hashtag begins. */
  #readHidden(start: number): void {
    const { hidden, longest } = this.#words;
    const tag = this.#tag;
    const last = Math.min(tag.length, start + longest);
    for (let end = start + FEW_LETTERS; end <= last; end++) {
      const slot = hidden.find(tag.hash(start, end));
      if (slot >= 0) this.#foundHidden(slot, start, end);
    }
  }

  #foundHidden(slot: number, start: number, end: number): void {
    const { hidden } = this.#words;
    const { letters, length } = this.#tag;
    const before = start > 0 ? bitOf(letters[start - 1]) : ANY_LETTER;
    const after = end < length ? bitOf(letters[end]) : ANY_LETTER;
    if (((hidden.before[slot] & before) | (hidden.after[slot] & after)) !== 0) this.#kinds |= hidden.kinds[slot];
  }

  /** A rare word by itself counts at the ends of the hashtag, beside the words around it. */
  #readBeginning(text: string, from: number, to: number): void {
    const { beginnings } = this.#words;
    const { letters, length } = this.#tag;
    let state = between(0);
    for (let end = 1; end <= length; end++) {
      state = beginnings.after(state, LETTERS_READ[letters[end - 1]]);
      if (state === OTHER_WORD) return;
      const hash = this.#tag.hash(0, end);
      this.#foundRare(text, from, to, hash);
      this.#foundRare(text, from, to, ~hash);
    }
  }

  #foundRare(text: string, from: number, to: number, hash: number): void {
    const slot = this.#words.words.find(hash);
    if (slot >= 0) this.#readBeside(text, from, to, hash, slot);
  }
}
