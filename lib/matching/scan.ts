import { type Automaton, follow } from './automaton.ts';
import { DisguiseReader } from './disguise.ts';
import { astralClass, IGNORED, NOT_LATIN, SEPARATOR, SURROGATE, SYMBOL } from './fold.ts';
import { HIT_STEP, type Scan, widthAt } from './scanned.ts';

/** Beyond these a text is read no further for hits; keeps the work linear whatever a post holds. */
const MOST_HITS = 4096;

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

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
