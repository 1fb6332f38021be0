import { buildAutomaton } from '../../../lib/matching/automaton.ts';
import { type NumberHit, readNumbers } from '../../../lib/matching/numbers.ts';
import { indexHits, type Reading } from '../../../lib/matching/rules.ts';
import { Scanner } from '../../../lib/matching/scan.ts';
import type { Scan } from '../../../lib/matching/scanned.ts';
import { readStructure } from '../../../lib/matching/structure.ts';
import { Vocabulary } from '../../../lib/matching/vocabulary.ts';
import { buildFoldTable } from '../../../scripts/claims/fold-table.ts';
import { packForms, packJoinedForms } from '../../../scripts/claims/pack-lexicon.ts';

let table: Uint8Array | undefined;
/** How characters are read; built when a test first asks for it. */
export const fold = (): Uint8Array => (table ??= buildFoldTable([]));

/** Number words of the tests. */
export const NUMBER_WORDS = new Map(
  Object.entries({
    one: 1,
    two: 2,
    five: 5,
    twenty: 20,
    sixty: 60,
    ochocientos: 800,
    hundred: 100,
    thousand: 1000,
    mil: 1000,
    million: 1e6,
  }),
);

export function scannerOf(concepts: readonly string[][]): Scanner {
  const forms = concepts.flatMap((own, concept) => own.map((form) => ({ text: form, concept })));
  return new Scanner(buildAutomaton(packForms(forms)), fold(), concepts.length);
}

/** A text as rules and cues read it, with the concepts a test names by their forms; their numbers are their places. */
export function readingOf(text: string, concepts: readonly string[][] = [], clauseWords: readonly string[] = []): Reading {
  const scan = scannerOf(concepts).scan(text);
  const begins = Uint8Array.from(wordsOf(scan), (word) => (clauseWords.includes(word) ? 1 : 0));
  let numbers: NumberHit[] | undefined;
  return {
    scan,
    structure: readStructure(scan, begins),
    byConcept: indexHits(scan),
    numbers: () => (numbers ??= readNumbers(scan, NUMBER_WORDS, fold())),
  };
}

/** A vocabulary of forms, of words that stand beside them, and of number words. */
export function vocabularyOf(forms: readonly string[], fillers: readonly string[], numbers: readonly string[] = []): Vocabulary {
  const lexicon = packJoinedForms(forms.map((text) => ({ text: text, concept: 0 })));
  return new Vocabulary(buildAutomaton(lexicon, { fillers, numbers }));
}

/** The words of a text as they stand in it. */
export function wordsOf({ text, words, wordStart, wordEnd }: Scan): string[] {
  return Array.from({ length: words }, (_, word) => text.slice(wordStart[word], wordEnd[word]));
}
