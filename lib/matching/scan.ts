import { type Automaton, FORM, GOES_ON, KEY, LEADS_TO_KEY, markKeys, preceded } from './automaton.ts';
import { DisguiseReader, KEY_WORD, WANTED_WORD } from './disguise.ts';
import { halfClass, IGNORED, LETTER, SURROGATE } from './fold.ts';
import { FACTOR, SECOND_FACTOR, START } from './hashes.ts';
import { phraseOf } from './lexicon.ts';
import type { Needs } from './needs.ts';
import { emptyScan, grown, HIT_STEP, type Scan } from './scanned.ts';
import { Spelling } from './spelling.ts';
import { BEGINS_OPEN, OPENS, PREFIX_SHIFT, threeLetters, wordOf } from './word-table.ts';
import { WordReader } from './words.ts';

/** Beyond these a text is read no further for hits; keeps the work linear whatever a post holds. */
const MOST_HITS = 4096;

/** Scans texts one after another without allocating, as long as they are no longer than earlier ones. */
export class Scanner {
  readonly #automaton: Automaton;
  readonly #fold: Uint8Array;
  readonly #scan: Scan;
  readonly #words: WordReader;
  readonly #spelling: Spelling;
  #isSpellingRead = false;
  #disguises: DisguiseReader | undefined;
  /** Where `hasKey` has found disguises in the last text. */
  #hidden: DisguiseReader | undefined;

  readonly #wanted: Uint8Array;

  /**
   * @param concepts how many there are.
   * @param needs says which of them are worth finding in disguise, and which must be found; without it, all and any.
   */
  constructor(automaton: Automaton, fold: Uint8Array, concepts: number, needs?: Pick<Needs, 'wanted' | 'key'>) {
    const all = new Uint8Array(concepts).fill(1);
    this.#wanted = needs?.wanted ?? all;
    markKeys(automaton, needs?.key ?? all);
    this.#automaton = automaton;
    this.#fold = fold;
    this.#scan = emptyScan(concepts);
    this.#words = new WordReader(automaton, fold);
    this.#spelling = new Spelling(fold, automaton.opened.length);
  }

  /** Reads a text and finds all forms in it. The result is valid until the next call. */
  scan(text: string): Scan {
    this.read(text);
    return this.findForms();
  }

  /** Reads the words of a text, once, from left to right. The result is valid until the next call. */
  read(text: string): Scan {
    const scan = this.#scan;
    scan.hitCount = 0;
    while (scan.foundCount > 0) scan.present[scan.found[--scan.foundCount]] = 0;
    this.#hidden = undefined;
    this.#isSpellingRead = false;
    this.#words.read(text, scan);
    return scan;
  }

  /** How the last text is written. The result is valid until the next is read. */
  spelling(): Spelling {
    if (!this.#isSpellingRead) this.#spelling.read(this.#scan);
    this.#isSpellingRead = true;
    return this.#spelling;
  }

  /**
   * Whether a form of a key concept may stand in the last text, plainly or in disguise.
   * @returns undefined if that can't be told without `repair`.
   */
  hasKey(): boolean | undefined {
    const scan = this.#scan;
    const isPlain = this.#hasPlainKey();
    const spelling = this.spelling();
    if (!spelling.suspicious && !spelling.hasSymbols) return isPlain;
    const disguises = this.#readerOfDisguises();
    if (!isPlain) {
      const mayHide = disguises.read(scan, spelling, KEY_WORD);
      if (mayHide !== true) return mayHide;
    }
    const mayHide = disguises.read(scan, spelling, WANTED_WORD);
    if (mayHide === true) this.#hidden = disguises;
    return mayHide === undefined ? undefined : true;
  }

  /** Builds what reads disguises, unless a text has asked for it before. */
  getReady(): void {
    this.#readerOfDisguises();
  }

  #readerOfDisguises(): DisguiseReader {
    this.#disguises ??= new DisguiseReader(this.#automaton, this.#fold, this.#wanted);
    return this.#disguises;
  }

  #hasPlainKey(): boolean {
    const { text, known, words, wordStart, wordEnd } = this.#scan;
    const { kind, opened } = this.#automaton;
    for (let word = 0; word < words; word++) {
      const number = known[word];
      if (number !== 0 && (kind[number] & LEADS_TO_KEY) === 0) continue;
      let last = number === 0 ? this.#openWord(text, wordStart[word], wordEnd[word]) : number;
      for (; last !== 0; last = opened[last]) if (this.#endsKey(last, word)) return true;
    }
    return false;
  }

  #endsKey(phrase: number, start: number): boolean {
    const kind = this.#automaton.kind[phrase];
    if ((kind & KEY) !== 0) return true;
    if ((kind & LEADS_TO_KEY) === 0 || start === 0) return false;
    const longer = preceded(this.#automaton, phrase, this.#scan.known[start - 1]);
    return longer !== 0 && this.#endsKey(longer, start - 1);
  }

  /** Finds the forms in the last text that was read; adds to `present` the concepts that `hasKey` has found in disguise. */
  findForms(): Scan {
    const scan = this.#scan;
    const { text, known, open, words, wordStart, wordEnd } = scan;
    const { kind, opened, hasOpen } = this.#automaton;
    for (let word = 0; word < words; word++) {
      const number = known[word];
      if (hasOpen) {
        open[word] = number === 0 ? this.#openWord(text, wordStart[word], wordEnd[word]) : opened[number];
        if (open[word] !== 0) this.#openForms(open[word], word);
      }
      // No form ends with what is no word, whose number is 0.
      if ((kind[number] & (FORM | GOES_ON)) !== 0) this.#forms(number, word, word);
    }
    this.#hidden?.forEachForm(scan, (form) => {
      const { conceptsFrom, concepts } = this.#automaton;
      for (let c = conceptsFrom[form]; c < conceptsFrom[form + 1]; c++) this.#notice(concepts[c]);
    });
    return scan;
  }

  /** The longest open word that an unknown word begins with. */
  #openWord(text: string, start: number, end: number): number {
    const automaton = this.#automaton;
    const fold = this.#fold;
    const { prefixes, beginnings } = automaton;
    if (end - start > 2) {
      const a = fold[text.charCodeAt(start)];
      const b = fold[text.charCodeAt(start + 1)];
      const c = fold[text.charCodeAt(start + 2)];
      if (a >= LETTER && b >= LETTER && c >= LETTER && beginnings[threeLetters(a, b, c)] === 0) return 0;
    }
    let first = START;
    let second = START;
    let open = 0;
    for (let i = start; i < end; i++) {
      let symbol = fold[text.charCodeAt(i)];
      if (symbol === SURROGATE) symbol = halfClass(text, i);
      if (symbol === IGNORED) continue;
      first = Math.imul(first + symbol, FACTOR);
      second = Math.imul(second + symbol, SECOND_FACTOR);
      const kinds = prefixes[first >>> PREFIX_SHIFT];
      if ((kinds & OPENS) !== 0) open = wordOf(automaton, first, ~second) || open;
      if ((kinds & BEGINS_OPEN) === 0) return open;
    }
    return open;
  }

  #openForms(word: number, position: number): void {
    const shorter = this.#automaton.opened[word];
    if (shorter !== 0) this.#openForms(shorter, position);
    this.#forms(word, position, position);
  }

  /** The forms that end with a phrase, the longest first. */
  #forms(phrase: number, start: number, position: number): void {
    const automaton = this.#automaton;
    const kind = automaton.kind[phrase];
    if ((kind & GOES_ON) !== 0 && start > 0) {
      const word = this.#scan.known[start - 1];
      if (word !== 0) {
        const longer = preceded(automaton, phrase, word);
        if (longer !== 0) this.#forms(longer, start - 1, position);
      }
    }
    if ((kind & FORM) !== 0) this.#found(phrase, start, position);
  }

  #found(number: number, start: number, end: number): void {
    const scan = this.#scan;
    const { concepts, conceptsFrom, lexicon } = this.#automaton;
    const form = phraseOf(lexicon, number);
    const to = conceptsFrom[form + 1];
    for (let c = conceptsFrom[form]; c < to && scan.hitCount < MOST_HITS; c++) {
      const at = scan.hitCount * HIT_STEP;
      if (at === scan.hits.length) scan.hits = grown(scan.hits);
      const concept = concepts[c];
      scan.hits[at] = concept;
      scan.hits[at + 1] = start;
      scan.hits[at + 2] = end;
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
}
