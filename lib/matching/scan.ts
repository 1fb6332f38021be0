import { type Automaton, buildDisguises, DISGUISED_CLASS, type Disguises, follow, SIGN_CLASS } from './automaton.ts';
import { astralClass, FIRST_DIGIT, IGNORED, NOT_LATIN, OTHER_LETTER, SEPARATOR, SURROGATE, SYMBOL } from './fold.ts';

/** Numbers a hit takes in `Scan.hits`: concept, first word, last word. */
export const HIT_STEP = 3;

/** Beyond these a text is read no further for hits; keeps the work linear whatever a post holds. */
const MOST_HITS = 4096;
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

/** The words of a text and the concepts found among them. Buffers are reused by the next scan. */
export interface Scan {
  text: string;
  /** Number of words. */
  words: number;
  /** First code unit of each word, and the one after its last. */
  wordStart: Int32Array;
  wordEnd: Int32Array;
  /** Number of each word in the automaton, 0 for most. */
  known: Int32Array;
  /** 1 for words that mix letters and digits or scripts, or repeat a letter three times. */
  odd: Int32Array;
  /** Triples, see `HIT_STEP`, in the order the forms end. */
  hits: Int32Array;
  hitCount: number;
  /** 1 for each concept with a hit, and the list of them. */
  present: Uint8Array;
  found: Uint16Array;
  foundCount: number;
  /** The spelling may hide words: see `repair.ts`. */
  suspicious: boolean;
  /** There are symbols such as ☆ or =, which may break a word. */
  hasSymbols: boolean;
}

/** Scans texts one after another without allocating, as long as they are no longer than earlier ones. */
export class Scanner {
  readonly #automaton: Automaton;
  readonly #fold: Uint8Array;
  readonly #scan: Scan;
  #disguises: DisguiseReader | undefined;

  /** @param concepts how many there are. */
  constructor(automaton: Automaton, fold: Uint8Array, concepts: number) {
    this.#automaton = automaton;
    this.#fold = fold;
    this.#scan = {
      text: '',
      words: 0,
      wordStart: new Int32Array(256),
      wordEnd: new Int32Array(256),
      known: new Int32Array(256),
      odd: new Int32Array(256),
      hits: new Int32Array(96),
      hitCount: 0,
      present: new Uint8Array(concepts),
      found: new Uint16Array(concepts),
      foundCount: 0,
      suspicious: false,
      hasSymbols: false,
    };
  }

  /** Reads the text once, from left to right. The result is valid until the next call. */
  scan(text: string): Scan {
    const scan = this.#scan;
    const fold = this.#fold;
    const { rows, root } = this.#automaton;
    const length = text.length;
    scan.text = text;
    scan.hitCount = 0;
    while (scan.foundCount > 0) scan.present[scan.found[--scan.foundCount]] = 0;
    let { wordStart, wordEnd, known, odd } = scan;
    let words = 0;
    let singles = 0;
    let suspicious = false;
    let hasSymbols = false;
    let phrase = 0;
    let start = -1;
    let row = root;
    let kinds = 0;
    let isDrawn = false;
    let previous = 0;
    let beforeThat = 0;
    let i = 0;
    let width = 1;
    let symbol = length === 0 ? SEPARATOR : fold[text.charCodeAt(0)];
    for (;;) {
      if (symbol > SEPARATOR) {
        if (symbol === SURROGATE && widthAt(text, i) === 2) {
          width = 2;
          symbol = astralClass(text.codePointAt(i) ?? 0);
          suspicious ||= symbol !== IGNORED;
        } else if (symbol !== IGNORED) {
          if (symbol === SYMBOL) hasSymbols = true;
          else suspicious = true;
          symbol = SEPARATOR;
        }
      }
      if (symbol < SEPARATOR) {
        if (start < 0) {
          start = i;
          row = root;
          kinds = 0;
          isDrawn = false;
          previous = symbol & NOT_LATIN;
        }
        do {
          if (row >= 0) row = rows[row + symbol];
          kinds |= symbol ^ previous;
          if (symbol === previous && symbol === beforeThat) isDrawn = true;
          beforeThat = previous;
          previous = symbol;
          i += width;
          width = 1;
          symbol = i < length ? fold[text.charCodeAt(i)] : SEPARATOR;
        } while (symbol < SEPARATOR);
        continue;
      }
      if (symbol === SEPARATOR && start >= 0) {
        const isOdd = isDrawn || (kinds & NOT_LATIN) !== 0;
        if (isOdd) suspicious = true;
        if (i - start !== 1) singles = 0;
        else if (++singles > 3 || (singles === 3 && i < length)) suspicious = true;
        if (words === wordStart.length) ({ wordStart, wordEnd, known, odd } = this.#grow());
        const word = row < 0 ? this.#whole(-row, start, i) : rows[row];
        wordStart[words] = start;
        wordEnd[words] = i;
        known[words] = word;
        odd[words] = isOdd ? 1 : 0;
        phrase = word === 0 ? 0 : this.#step(phrase, word, words);
        words++;
        start = -1;
      }
      if (i >= length) break;
      i += width;
      width = 1;
      symbol = i < length ? fold[text.charCodeAt(i)] : SEPARATOR;
    }
    scan.words = words;
    scan.suspicious = suspicious;
    scan.hasSymbols = hasSymbols;
    return scan;
  }

  /** The only word left on the path, if the letters are its letters to the end; otherwise the open word it begins with. */
  #whole(word: number, from: number, to: number): number {
    const { spelling, spellingFrom, open, beginning } = this.#automaton;
    const { text } = this.#scan;
    const end = spellingFrom[word + 1];
    let at = spellingFrom[word];
    for (let i = from, width = 1; i < to; i += width) {
      width = widthAt(text, i);
      const symbol = width === 2 ? astralClass(text.codePointAt(i) ?? 0) : this.#fold[text.charCodeAt(i)];
      if (symbol === IGNORED) continue;
      if (at === end) return open[word] === 1 ? word : beginning[word];
      if (symbol !== spelling[at++]) return beginning[word];
    }
    return at === end ? word : beginning[word];
  }

  /** Takes in the next word; returns the phrase that may go on. */
  #step(phrase: number, word: number, position: number): number {
    const { open, beginning, fail, resume, shorter, conceptsFrom } = this.#automaton;
    const opened = open[word] === 1 ? word : beginning[word];
    if (opened !== 0) this.#openWords(phrase, opened, position);
    if (opened === word) return 0;
    let rest = phrase;
    let next = follow(this.#automaton, rest, word);
    while (next === 0 && rest !== 0) {
      rest = fail[rest];
      next = follow(this.#automaton, rest, word);
    }
    if (next === 0) return 0;
    for (let form = conceptsFrom[next + 1] > conceptsFrom[next] ? next : shorter[next]; form !== 0; form = shorter[form])
      this.#found(form, position);
    return resume[next];
  }

  /** Forms that end in an open word, the shorter word first. */
  #openWords(phrase: number, word: number, position: number): void {
    const { beginning, fail } = this.#automaton;
    if (beginning[word] !== 0) this.#openWords(phrase, beginning[word], position);
    for (let rest = phrase; ; rest = fail[rest]) {
      const form = follow(this.#automaton, rest, word);
      if (form !== 0) this.#found(form, position);
      if (rest === 0) return;
    }
  }

  #found(form: number, lastWord: number): void {
    const scan = this.#scan;
    const { concepts, conceptsFrom, depth } = this.#automaton;
    const to = conceptsFrom[form + 1];
    for (let c = conceptsFrom[form]; c < to && scan.hitCount < MOST_HITS; c++) {
      const at = scan.hitCount * HIT_STEP;
      if (at === scan.hits.length) scan.hits = grown(scan.hits);
      const concept = concepts[c];
      scan.hits[at] = concept;
      scan.hits[at + 1] = lastWord - depth[form] + 1;
      scan.hits[at + 2] = lastWord;
      scan.hitCount++;
      this.#notice(concept);
    }
  }

  #notice(concept: number): void {
    const scan = this.#scan;
    if (scan.present[concept] === 1) return;
    scan.present[concept] = 1;
    scan.found[scan.foundCount++] = concept;
  }

  /** Makes room for more words. */
  #grow(): Scan {
    const scan = this.#scan;
    scan.wordStart = grown(scan.wordStart);
    scan.wordEnd = grown(scan.wordEnd);
    scan.known = grown(scan.known);
    scan.odd = grown(scan.odd);
    return scan;
  }

  /**
   * Adds to `present` the concepts that the last text may hold once `repair` has written out its disguised words.
   * @returns false if that can't be told without writing them out.
   */
  noticeDisguised(): boolean {
    this.#disguises ??= new DisguiseReader(this.#automaton, this.#fold);
    if (!this.#disguises.read(this.#scan)) return false;
    const { conceptsFrom, concepts } = this.#automaton;
    this.#disguises.forEachForm(this.#scan, (form) => {
      for (let c = conceptsFrom[form]; c < conceptsFrom[form + 1]; c++) this.#notice(concepts[c]);
    });
    return true;
  }
}

/**
 * Tells which forms may stand in a text in disguise, by a coarser reading than that of `repair`: every form whose
 * words are all there, plainly or hidden. A hashtag may hide any word that its letters spell on the way; a mixed,
 * split or drawn-out word, those that it begins with.
 */
class DisguiseReader {
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

/** Code units of the character at `i`: 2 for a whole surrogate pair. */
function widthAt(text: string, i: number): number {
  return (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Folds a word the way the scan reads it: for building vocabularies and for tests. */
export function foldText(text: string, fold: Uint8Array): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    let symbol = fold[text.charCodeAt(i)];
    if (symbol === IGNORED) continue;
    if (symbol === SURROGATE) {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) i++;
      symbol = point > 0xffff ? astralClass(point) : SEPARATOR;
      if (symbol === IGNORED) continue;
    }
    if (symbol === SEPARATOR || symbol > IGNORED) out += ' ';
    else if (symbol < FIRST_DIGIT) out += String.fromCharCode(symbol + 96);
    else if (symbol < OTHER_LETTER) out += String.fromCharCode(symbol - FIRST_DIGIT + 48);
    else out += '?';
  }
  return out.replace(/ +/g, ' ').trim();
}
