import { FACTOR, START } from './automaton.ts';
import { DISGUISED, HASH, IGNORED, LATIN, LETTER, SPACE, SURROGATE, wideClass } from './fold.ts';
import { isAtSign, isWide, Letters, Look } from './gate-letters.ts';
import { type GatePack, GateWords, HEAD, HEAD_BITS, LAST_LETTER, lookPairOf, type Masks, pairOf } from './gate-words.ts';

export type { GatePack } from './gate-words.ts';

/** Whether a matcher may find anything in a text. "No" is certain; "yes" only asks for a closer look. */
export type Gate = (text: string) => boolean;

/** Classes of both kinds in one word: letters and digits, or two scripts. */
const MIXED = LATIN | LETTER;
/** Letters that stand apart, one after another, from which on they may be a word. */
const MOST_APART = 4;
/** What `repair` reads by itself is no longer. */
const LONGEST_TOKEN = 60;
const LONGEST_TAG = 100;
const SHORTEST_TAG = 3;
const FIRST_PLACE = (HEAD - 1) * HEAD_BITS;
const ZERO = 48;
const NINE = 57;
/** Where the token that is read began: nowhere yet, or it has been read. */
const NOWHERE = -1;
const READ = -2;

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
 * through every disguise that `repair` sees through, but coarser than that. Allocates nothing.
 */
class GateReader {
  readonly #words: GateWords;
  readonly #letters: Letters;
  readonly #look = new Look();
  /** Classes of the letters of the hashtag that is read. */
  readonly #tag = new Uint8Array(LONGEST_TAG + 1);
  #tagLength = 0;
  /** The pairs whose first or second part was found in the text. */
  #first = 0;
  #second = 0;

  constructor(pack: GatePack) {
    this.#words = new GateWords(pack);
    this.#letters = new Letters(pack.fold);
  }

  mayMatch(text: string): boolean {
    const { looks } = this.#letters;
    const { heads } = this.#words;
    const letter = LETTER;
    const { length } = text;
    this.#first = 0;
    this.#second = 0;
    let i = 0;
    let start = -1;
    let head = 0;
    let count = 0;
    let previous = 0;
    let apart = 0;
    let token = NOWHERE;
    while (true) {
      let symbol = i < length ? looks[text.charCodeAt(i)] : SPACE;
      if (symbol >= letter) {
        if (start < 0) start = i;
        while (symbol >= letter && count < HEAD) {
          if (symbol !== previous) {
            head = (head << HEAD_BITS) | (symbol & LAST_LETTER);
            previous = symbol;
            count++;
          }
          i++;
          symbol = i < length ? looks[text.charCodeAt(i)] : SPACE;
        }
        while (symbol >= letter) {
          i++;
          symbol = i < length ? looks[text.charCodeAt(i)] : SPACE;
        }
      }
      const end = i;
      if (symbol === IGNORED) {
        i++;
        continue;
      }
      if (symbol === SURROGATE) {
        symbol = wideClass(text, i);
        if (symbol >= letter) {
          if (start < 0) start = i;
          if (count < HEAD && DISGUISED[symbol] !== previous) {
            previous = DISGUISED[symbol];
            head = (head << HEAD_BITS) | (previous & LAST_LETTER);
            count++;
          }
        }
        if (symbol !== SURROGATE) i++;
        if (symbol >= letter || symbol === IGNORED) {
          i++;
          continue;
        }
      }
      if (start >= 0) {
        if (heads.has(head << (HEAD_BITS * (HEAD - count)))) this.#readWord(text, start, end);
        apart = isLetter(text, start, end) ? apart + 1 : 0;
        if (token === NOWHERE) token = start;
        else if (token !== READ) {
          this.#readToken(text, token, length);
          token = READ;
        }
        if (apart >= MOST_APART || (this.#first & this.#second) !== 0) return true;
        start = -1;
        head = 0;
        count = 0;
        previous = 0;
      }
      if (i >= length) return false;
      if (symbol === SPACE) token = NOWHERE;
      else if (symbol === HASH) {
        token = NOWHERE;
        this.#readTag(text, i + 1);
      } else if (symbol > SURROGATE) {
        const code = text.charCodeAt(i);
        if (isAtSign(code)) {
          apart++;
          if (token === NOWHERE) token = i;
        }
      }
      i++;
    }
  }

  #found(masks: Masks, hash: number): void {
    const slot = masks.find(hash);
    if (slot < 0) return;
    this.#first |= masks.first[slot];
    this.#second |= masks.second[slot];
  }

  /** What can't be told is taken for found. */
  #giveUp(): void {
    this.#first = ~0;
    this.#second = ~0;
  }

  /** Finds the forms that a word is or begins with, plainly or with digits for letters or letters drawn out. */
  #readWord(text: string, start: number, end: number): void {
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
      hash = Math.imul(hash ^ symbol, FACTOR);
      kinds |= symbol;
      isDrawnOut ||= symbol === previous && symbol === beforeThat;
      beforeThat = previous;
      previous = symbol;
      const open = words.find(~hash);
      if (open >= 0) this.#foundWord(text, start, end, ~hash, open);
    }
    const whole = words.find(hash);
    if (whole >= 0) this.#foundWord(text, start, end, hash, whole);
    if (isDrawnOut || kinds > MIXED) this.#readToken(text, start, end);
  }

  #foundWord(text: string, start: number, end: number, hash: number, slot: number): void {
    const { first, second, before, after } = this.#words.words;
    this.#first |= first[slot];
    this.#second |= second[slot];
    if ((before[slot] | after[slot]) !== 0) this.#readBeside(text, start, end, hash, slot);
  }

  /** Finds the forms of several words of which a word is the rarest: those with their other word beside it, plainly or in disguise. */
  #readBeside(text: string, start: number, end: number, rarest: number, slot: number): void {
    const letters = this.#letters;
    const { before, after } = this.#words.words;
    let to = start;
    if (before[slot] !== 0) {
      while (to > 0 && !letters.isLetterBefore(text, to)) to--;
      if (to > 0 && letters.isAmong(before[slot], text, letters.before(text, to))) {
        let from = to;
        while (from > 0 && to - from <= LONGEST_TAG && !letters.endsToken(text, from - 1)) from--;
        this.#readBefore(text, from, to, rarest);
      }
    }
    if (after[slot] === 0) return;
    let from = end;
    while (from < text.length && !letters.beginsToken(text, from)) from++;
    if (from === text.length || !letters.isAmong(after[slot], text, from)) return;
    to = from;
    while (to < text.length && to - from <= LONGEST_TAG && !letters.endsToken(text, to)) to++;
    this.#readAfter(text, from, to, rarest);
  }

  /** Looks for the other word at the end of a token. */
  #readBefore(text: string, from: number, to: number, rarest: number): void {
    const { pairs } = this.#words;
    const letters = this.#letters;
    const inTag = letters.isTag(text, from);
    for (let start = from; start < to; start++)
      if (inTag || start === from || !letters.isLetterBefore(text, start))
        this.#found(pairs, pairOf(letters.hash(text, start, to), rarest));
    const look = this.#look;
    look.begin();
    for (let i = from; i < to; i += isWide(text, i) ? 2 : 1) look.add(DISGUISED[letters.classAt(text, i)], text.charCodeAt(i));
    this.#found(pairs, lookPairOf(look.plain, rarest));
    this.#found(pairs, lookPairOf(look.ended, rarest));
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
      if (symbol >= LETTER) hash = Math.imul(hash ^ symbol, FACTOR);
      if (inTag || i >= to || letters.classAt(text, i) < LETTER) this.#found(pairs, pairOf(rarest, hash));
      this.#found(pairs, pairOf(rarest, ~hash));
      this.#found(pairs, lookPairOf(rarest, ~look.plain));
      this.#found(pairs, lookPairOf(rarest, ~look.signed));
    }
    this.#found(pairs, lookPairOf(rarest, look.plain));
    this.#found(pairs, lookPairOf(rarest, look.ended));
    if (look.isUnsure || to - from > LONGEST_TAG) this.#giveUp();
  }

  /** Finds what a token looks like, or begins like. */
  #readToken(text: string, from: number, to: number): void {
    const { looks } = this.#words;
    const look = this.#look;
    look.begin();
    for (let i = from; i < to && !this.#letters.endsToken(text, i); i += isWide(text, i) ? 2 : 1) {
      look.add(DISGUISED[this.#letters.classAt(text, i)], text.charCodeAt(i));
      this.#found(looks, ~look.plain);
      this.#found(looks, ~look.signed);
      if (look.isUnsure || i - from > LONGEST_TOKEN) this.#giveUp();
      if (this.#first === ~0) return;
    }
    this.#found(looks, look.plain);
    this.#found(looks, look.ended);
  }

  /** Finds what a hashtag hides: anything that is sought, wherever it stands in it. */
  #readTag(text: string, from: number): void {
    const letters = this.#letters;
    const { heads } = this.#words;
    let to = from;
    while (to < text.length && to - from <= LONGEST_TAG && letters.isInTag(text, to)) to++;
    if (to - from < SHORTEST_TAG) return;
    if (to - from > LONGEST_TAG) this.#giveUp();
    const count = this.#readLetters(text, from, to);
    let head = 0;
    let previous = 0;
    // From its end, so that the first letters of what begins at each place are those of the next place and one more.
    for (let start = count - 1; start >= 0; start--) {
      const symbol = DISGUISED[this.#tag[start]];
      if (symbol !== previous) head = ((symbol & LAST_LETTER) << FIRST_PLACE) | (head >>> HEAD_BITS);
      previous = symbol;
      if (heads.hasHidden(head)) this.#readHidden(start);
      if (start === 0 || heads.has(head)) this.#readRare(text, from, to, start);
    }
  }

  /** Writes the classes of the letters of a range into `#tag`. */
  #readLetters(text: string, from: number, to: number): number {
    this.#tagLength = 0;
    for (let i = from; i < to; i += isWide(text, i) ? 2 : 1) {
      const symbol = this.#letters.classAt(text, i);
      if (symbol >= LETTER) this.#tag[this.#tagLength++] = symbol;
    }
    return this.#tagLength;
  }

  #readHidden(start: number): void {
    const { hidden, longest } = this.#words;
    const end = Math.min(this.#tagLength, start + longest);
    let hash = START;
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ this.#tag[at], FACTOR);
      this.#found(hidden, hash);
    }
  }

  /** A rare word by itself counts at the ends of the hashtag, beside the words around it. */
  #readRare(text: string, from: number, to: number, start: number): void {
    const { words } = this.#words;
    let hash = START;
    for (let at = start; at < this.#tagLength; at++) {
      hash = Math.imul(hash ^ this.#tag[at], FACTOR);
      const whole = start === 0 || at === this.#tagLength - 1 ? words.find(hash) : -1;
      if (whole >= 0) this.#readBeside(text, from, to, hash, whole);
      const open = start === 0 ? words.find(~hash) : -1;
      if (open >= 0) this.#readBeside(text, from, to, ~hash, open);
    }
  }
}

/** A single letter by itself, and no digit. */
function isLetter(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  return end - start === 1 ? code < ZERO || code > NINE : end - start === 2 && isWide(text, start);
}
