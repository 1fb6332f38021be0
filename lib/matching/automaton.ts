import { joinedOf, Lexicon, type PackedLexicon } from './lexicon.ts';
import { finish, type Steps } from './steps.ts';
import { pairHash, WordTable, type WordTables } from './word-table.ts';

/**
 * A lexicon made ready for the scan. Words: each by two hashes of its letters, which the scan computes as it goes.
 * Phrases: a trie of the forms read backwards, so that at each word one look-up tells whether a form of several words
 * may end there. Time and memory to build are linear in the length of the lexicon.
 */
export interface Automaton extends WordTables, Pick<Lexicon, 'from' | 'before' | 'conceptsFrom' | 'concepts'> {
  lexicon: Lexicon;
  /** `FORM` and so on, by phrase and word. */
  kind: Uint8Array;
  lengths: Uint16Array;
  isOpen: Uint8Array;
  /** 1 where a phrase may have some word before it, by `pairHash`: for most pairs of words it tells that there is none. */
  pairs: Uint8Array;
}

/**
 * Kinds of phrases: a form; a longer one ends with it; a word by itself; a form's words joined; a filler; a form of a
 * key concept; such a form ends with it.
 */
export const FORM = 1;
export const GOES_ON = 2;
export const WORD = 4;
export const JOINED = 8;
export const FILLER = 16;
export const KEY = 32;
export const LEADS_TO_KEY = 64;

/** Shorter runs of joined words stand in too many other words. */
export const SHORTEST_JOINED = 7;

/** The phrase that has this word before it, 0 for none. */
export function preceded({ from, before, pairs }: Pick<Automaton, 'from' | 'before' | 'pairs'>, phrase: number, word: number): number {
  if (pairs[pairHash(phrase, word)] === 0) return 0;
  const end = from[phrase + 1];
  let low = from[phrase];
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low < end && before[low] === word ? low : 0;
}

/** Marks the forms of key concepts, and the words and phrases that lead to them. */
export function markKeys({ lexicon, kind, from, opened, conceptsFrom, concepts }: Automaton, isKey: Uint8Array): void {
  for (let phrase = lexicon.phrases; phrase > 0; phrase--) {
    let own = 0;
    for (let c = conceptsFrom[phrase]; c < conceptsFrom[phrase + 1]; c++) if (isKey[concepts[c]] === 1) own = KEY | LEADS_TO_KEY;
    const joined = joinedOf(lexicon, phrase);
    if ((kind[joined] & FORM) !== 0) kind[joined] |= own;
    for (let longer = from[phrase]; longer < from[phrase + 1]; longer++) own |= kind[longer] & LEADS_TO_KEY;
    kind[phrase] |= own;
  }
  // An open word has a lower number than those that begin with it, and phrases begin with none.
  for (let word = 1; word <= lexicon.words; word++) kind[word] |= kind[opened[word]] & LEADS_TO_KEY;
  for (let word = lexicon.phrases + 1; word < opened.length; word++) kind[word] |= kind[opened[word]] & LEADS_TO_KEY;
}

/** Words that carry no concept, folded: those that stand beside others in a hashtag, and number words. */
export interface Ordinary {
  fillers: readonly string[];
  numbers: readonly string[];
}

/**
 * Builds the automaton.
 * @param ordinary makes of the lexicon a vocabulary: it knows these too.
 */
export function buildAutomaton(packed: PackedLexicon, ordinary?: Ordinary): Automaton {
  return finish(automatonInSteps(packed, ordinary));
}

/** The same, for whoever has something else to do between its steps. */
export function* automatonInSteps(packed: PackedLexicon, { fillers, numbers }: Ordinary = NOTHING_ORDINARY): Steps<Automaton> {
  const lexicon = new Lexicon(packed);
  yield;
  const table = new WordTable(lexicon, fillers.length + numbers.length);
  const kind = new Uint8Array(table.opened.length);
  markPhrases(lexicon, table, kind);
  yield;
  table.hashPhrases();
  yield;
  if (lexicon.joined) addJoined(lexicon, table, kind);
  for (const text of fillers) kind[table.addOrdinary(text)] |= FILLER;
  for (const text of numbers) kind[table.addOrdinary(text)] |= WORD;
  const { from, before, conceptsFrom, concepts } = lexicon;
  const { words, shift, prefixes, hasOpen, beginnings, opened, lengths, isOpen, pairs } = table;
  return {
    lexicon,
    words,
    shift,
    prefixes,
    hasOpen,
    beginnings,
    opened,
    lengths,
    isOpen,
    pairs,
    kind,
    from,
    before,
    conceptsFrom,
    concepts,
  };
}

const NOTHING_ORDINARY: Ordinary = { fillers: [], numbers: [] };

function markPhrases({ words, phrases, from, conceptsFrom, joined }: Lexicon, { lengths, isOpen }: WordTable, kind: Uint8Array): void {
  for (let phrase = 1; phrase <= phrases; phrase++) {
    if (conceptsFrom[phrase + 1] > conceptsFrom[phrase]) kind[phrase] = FORM;
    if (from[phrase + 1] > from[phrase]) kind[phrase] |= GOES_ON;
    if (phrase <= words && lengths[phrase] + isOpen[phrase] > 1) kind[phrase] |= WORD;
  }
  for (const word of joined?.words ?? []) kind[word] &= ~WORD;
}

/** Adds forms of several words written as one; open ones are among the words of the lexicon. */
function addJoined(lexicon: Lexicon, table: WordTable, kind: Uint8Array): void {
  const { words, phrases, joined } = lexicon;
  for (let phrase = words + 1; phrase <= phrases; phrase++) {
    if ((kind[phrase] & FORM) === 0 || table.isOpen[phrase] === 1) continue;
    const number = table.addJoined(phrase);
    kind[number] |= JOINED;
    if (number > phrases && table.lengths[phrase] >= SHORTEST_JOINED) kind[number] |= FORM;
  }
  const { opened = [] } = joined ?? {};
  for (let at = 0; at < opened.length; at += 2) table.opened[joinedOf(lexicon, opened[at])] = opened[at + 1];
}
