import { type Automaton, buildDisguises, DISGUISED_CLASS, type Disguises, SIGN_CLASS } from './automaton.ts';
import { astralClass, IGNORED, SEPARATOR, SURROGATE } from './fold.ts';
import { type Scan, widthAt } from './scanned.ts';

/** Longer tokens, and letters set apart from this many on, are left to `repair`. */
const LONGEST_TOKEN = 250;
const SPACED = 4;
/** Longer ones are read in pieces by `repair`. */
const LONGEST_CHUNK = 60;
const SPACE = 32;
const HASH = 35;
const DOLLAR = 36;
const STAR = 42;
const AT = 64;
const WIDE_HASH = 0xff03;
/** Bits of `gapBefore`. */
const APART = 1;
const TAG = 2;
const SIGNS = 2;

/**
 * Tells which forms may stand in a text in disguise, by a coarser reading than that of `repair`: every form whose
 * words are all there, plainly or hidden. A hashtag may hide any word that its letters spell on the way; a mixed,
 * split or drawn-out word, those that it begins with.
 */
export class DisguiseReader {
  readonly #automaton: Automaton;
  readonly #fold: Uint8Array;
  readonly #disguises: Disguises;
  /** 1 for each word that stands in the text, and the list of them. */
  readonly #there: Uint8Array;
  readonly #words: Int32Array;
  #count = 0;
  /** Classes of the letters of a token, without repetitions, and 1 where a word begins. */
  readonly #letters = new Uint8Array(LONGEST_TOKEN + 1);
  readonly #begins = new Uint8Array(LONGEST_TOKEN + 1);
  #length = 0;

  constructor(automaton: Automaton, fold: Uint8Array) {
    this.#automaton = automaton;
    this.#fold = fold;
    this.#disguises = buildDisguises(automaton);
    this.#there = new Uint8Array(automaton.open.length);
    this.#words = new Int32Array(automaton.open.length);
  }

  /** @returns false if it can't tell: spaced letters, a star for a letter, an endless token. */
  read(scan: Scan): boolean {
    while (this.#count > 0) this.#there[this.#words[--this.#count]] = 0;
    let singles = 0;
    for (let first = 0, next = 0; first < scan.words; first = next) {
      const isTag = (gapBefore(scan, first) & TAG) !== 0;
      let odd = 0;
      do {
        const start = scan.wordStart[next];
        singles = scan.wordEnd[next] - start === widthAt(scan.text, start) ? singles + 1 + (gapBefore(scan, next) >> SIGNS) : 0;
        if (singles >= SPACED) return false;
        odd |= scan.odd[next++];
      } while (next < scan.words && (gapBefore(scan, next) & APART) === 0);
      if ((isTag || odd === 1 || next - first > 1) && !this.#readToken(scan, first, next - 1, isTag)) return false;
    }
    return true;
  }

  /** Calls back for each form all of whose words are there, one of them at least in disguise. */
  forEachForm({ words, known }: Scan, found: (form: number) => void): void {
    if (this.#count === 0) return;
    const { beginning, parent, last } = this.#automaton;
    const { formsFrom, forms } = this.#disguises;
    for (let word = 0; word < words; word++) for (let plain = known[word]; plain !== 0; plain = beginning[plain]) this.#add(plain);
    for (let i = 0; i < this.#count; i++) {
      const word = this.#words[i];
      for (let f = formsFrom[word]; f < formsFrom[word + 1]; f++) {
        let phrase = forms[f];
        while (phrase !== 0 && this.#there[last[phrase]] === 1) phrase = parent[phrase];
        if (phrase === 0) found(forms[f]);
      }
    }
  }

  #add(word: number): void {
    if (this.#there[word] === 1) return;
    this.#there[word] = 1;
    this.#words[this.#count++] = word;
  }

  /** A token is what stands between white space and `#`; its signs are read as nothing, then as letters. */
  #readToken({ text, wordStart, wordEnd }: Scan, first: number, last: number, isTag: boolean): boolean {
    const before = first === 0 ? 0 : wordEnd[first - 1];
    let from = wordStart[first];
    for (let i = from - 1; i >= before && text.charCodeAt(i) > SPACE && text.charCodeAt(i) !== HASH; i--) {
      if (text.charCodeAt(i) === AT || text.charCodeAt(i) === DOLLAR) from = i;
    }
    const to = wordEnd[last];
    if (to - from > LONGEST_TOKEN) return false;
    const anywhere = isTag || to - from > LONGEST_CHUNK;
    const hasSigns = this.#spell(text, from, to, false);
    if (hasSigns === undefined) return false;
    this.#walk(anywhere);
    if (hasSigns) {
      this.#spell(text, from, to, true);
      this.#walk(anywhere);
    }
    return true;
  }

  /** Sets the letters of a token. @returns whether there are signs that may be letters; `undefined` for a star. */
  #spell(text: string, from: number, to: number, withSigns: boolean): boolean | undefined {
    let hasSigns = false;
    let begins = 1;
    let length = 0;
    for (let i = from, width = 1; i < to; i += width) {
      const code = text.charCodeAt(i);
      let symbol = this.#fold[code];
      width = symbol === SURROGATE ? widthAt(text, i) : 1;
      if (width === 2) symbol = astralClass(text.codePointAt(i) ?? 0);
      if (symbol === IGNORED) continue;
      if (symbol === SEPARATOR || symbol > IGNORED) {
        if (code === STAR) return undefined;
        const sign = code < SIGN_CLASS.length ? SIGN_CLASS[code] : 0;
        if (sign !== 0) hasSigns = true;
        if (sign === 0 || !withSigns) {
          begins = 1;
          continue;
        }
        symbol = sign;
      }
      const letter = DISGUISED_CLASS[symbol];
      if (length > 0 && letter === this.#letters[length - 1]) this.#begins[length - 1] |= begins;
      else {
        this.#letters[length] = letter;
        this.#begins[length++] = begins;
      }
      begins = 0;
    }
    this.#length = length;
    return hasSigns;
  }

  /** Adds the words that the letters spell, from anywhere or from where a word begins. */
  #walk(anywhere: boolean): void {
    const { rows, root, spelling, spellingFrom, alikeFrom, alike } = this.#disguises;
    const letters = this.#letters;
    for (let start = 0; start < this.#length; start++) {
      if (!anywhere && this.#begins[start] === 0) continue;
      let row = root;
      let at = start;
      while (row > 0) {
        const look = rows[row];
        if (look !== 0) for (let a = alikeFrom[look]; a < alikeFrom[look + 1]; a++) this.#add(alike[a]);
        if (at === this.#length) break;
        row = rows[row + letters[at++]];
      }
      if (row >= 0) continue;
      let rest = spellingFrom[-row] + at - start;
      while (at < this.#length && rest < spellingFrom[1 - row] && spelling[rest] === letters[at]) {
        rest++;
        at++;
      }
      if (rest === spellingFrom[1 - row]) for (let a = alikeFrom[-row]; a < alikeFrom[1 - row]; a++) this.#add(alike[a]);
    }
  }
}

/** What stands before a word: white space or `#` keep it apart, the latter makes a tag of it; and how many `@` and `$`. */
function gapBefore({ text, wordStart, wordEnd }: Scan, word: number): number {
  const from = word === 0 ? 0 : wordEnd[word - 1];
  let gap = word === 0 ? APART : 0;
  for (let i = wordStart[word] - 1; i >= from; i--) {
    const code = text.charCodeAt(i);
    if (code <= SPACE) gap |= APART;
    else if (code === HASH || code === WIDE_HASH) gap |= (gap & APART) === 0 || word === 0 ? APART | TAG : 0;
    else if (code === AT || code === DOLLAR) gap += 1 << SIGNS;
  }
  return gap;
}
