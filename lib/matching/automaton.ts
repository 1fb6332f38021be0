import { FACTOR, type Numbers, numbersBelow, SECOND_FACTOR } from './hashes.ts';
import { ANY_ENDING, type Lexicon } from './lexicon.ts';
import { finish, type Steps } from './steps.ts';
import { powerOfTwo, WordTable, type WordTables } from './word-table.ts';

/**
 * A lexicon compiled into hash tables. Words: each by two hashes of its letters, which the scan computes as it goes.
 * Phrases: a trie of the forms read backwards, so that at each word one look-up tells whether a form of several words
 * may end there. Time and memory to build are linear in the length of the lexicon.
 */
export interface Automaton extends WordTables {
  lexicon: Lexicon;
  /** Hash table of phrases of two or more words. */
  phrases: Numbers;
  /** Kinds of the phrases that may be meant by a hash: zero for most pairs of words. */
  pairs: Uint8Array;
  /** What a phrase is made of: a shorter phrase, and the word before it. A phrase of one word has that word's number. */
  rest: Numbers;
  before: Numbers;
  /** `FORM` and so on, by phrase. */
  kind: Uint8Array;
  /** Concepts of a phrase begin at `conceptsFrom[phrase]` in `concepts`. */
  conceptsFrom: Numbers;
  concepts: Uint16Array;
  /** By word: the form whose words it is, joined, plus one; 0 for none. */
  apart: Numbers;
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

/** Last place in `pairs`. */
const LAST_PAIR = 0xffff;

/** Shorter runs of joined words stand in too many other words. */
const SHORTEST_JOINED = 7;

function pairHash(rest: number, word: number): number {
  const mixed = Math.imul(rest, FACTOR) ^ Math.imul(word, SECOND_FACTOR);
  return mixed ^ (mixed >>> 15);
}

/**
 * The phrase that has this word before it, 0 for none.
 * @param kind `GOES_ON` for any, `LEADS_TO_KEY` if only those matter that lead to a key concept.
 */
export function preceded(automaton: Pick<Automaton, keyof Phrases>, phrase: number, word: number, kind: number): number {
  const { phrases, pairs, rest, before } = automaton;
  const hash = pairHash(phrase, word);
  if ((pairs[hash & LAST_PAIR] & kind) === 0) return 0;
  const last = phrases.length - 1;
  let slot = hash & last;
  while (phrases[slot] !== 0 && (rest[phrases[slot]] !== phrase || before[phrases[slot]] !== word)) slot = (slot + 1) & last;
  return phrases[slot];
}

/** Marks the forms of key concepts, and the words and phrases that lead to them. */
export function markKeys({ kind, pairs, rest, before, opened, conceptsFrom, concepts }: Automaton, isKey: Uint8Array): void {
  for (let form = 1; form < kind.length; form++) {
    let at = conceptsFrom[form];
    while (at < conceptsFrom[form + 1] && isKey[concepts[at]] === 0) at++;
    if (at === conceptsFrom[form + 1]) continue;
    kind[form] |= KEY | LEADS_TO_KEY;
    for (let phrase = form; phrase >= opened.length; phrase = rest[phrase]) {
      kind[rest[phrase]] |= LEADS_TO_KEY;
      pairs[pairHash(rest[phrase], before[phrase]) & LAST_PAIR] |= LEADS_TO_KEY;
    }
  }
  for (let word = 1; word < opened.length; word++) {
    for (let open = opened[word]; open !== 0; open = opened[open]) kind[word] |= kind[open] & LEADS_TO_KEY;
  }
}

/** Words that carry no concept, folded: those that stand beside others in a hashtag, and number words. */
export interface Ordinary {
  fillers: readonly string[];
  numbers: readonly string[];
}

/**
 * Builds the automaton.
 * @param ordinary makes of the lexicon a vocabulary: it knows these too, and forms of several words written as one.
 */
export function buildAutomaton(lexicon: Lexicon, ordinary?: Ordinary): Automaton {
  return finish(automatonInSteps(lexicon, ordinary));
}

/** The same, for whoever has something else to do between its steps. */
export function* automatonInSteps(lexicon: Lexicon, ordinary?: Ordinary): Steps<Automaton> {
  const joined = ordinary ? joinedForms(lexicon) : [];
  const { fillers, numbers } = ordinary ?? { fillers: [], numbers: [] };
  const table = new WordTable(lexicon, joined.length + fillers.length + numbers.length);
  const { words, shift, prefixes, beginnings, opened, looks, alike } = table;
  yield;
  const { ends, ...linked } = linkPhrases(lexicon, opened.length);
  const { kind } = linked;
  for (let word = 1; word < lexicon.ends.length; word++) if (lexicon.ends[word] - lexicon.ends[word - 1] > 1) kind[word] |= WORD;
  yield;
  const apart = numbersBelow(lexicon.from.length, opened.length);
  const alsoEnds = new Int32Array(ends.length);
  for (const form of joined) if (isOpen(lexicon, form)) alsoEnds[form] = table.addOpen(form);
  table.linkOpened();
  yield;
  for (const form of joined) {
    if (isOpen(lexicon, form)) continue;
    const number = table.addJoined(form);
    if (lettersOf(lexicon, form) >= SHORTEST_JOINED) alsoEnds[form] = number;
    kind[number] |= JOINED;
    apart[number] = form + 1;
  }
  for (const text of fillers) kind[table.addOrdinary(text)] |= FILLER;
  for (const text of numbers) kind[table.addOrdinary(text)] |= WORD;
  yield;
  const { hasOpen } = table;
  const concepts = listConcepts(lexicon.concepts, ends, alsoEnds, kind);
  return { lexicon, words, shift, prefixes, hasOpen, beginnings, opened, looks, alike, ...linked, apart, ...concepts };
}

/** Forms of several words that are also found written as one. */
function joinedForms(lexicon: Lexicon): number[] {
  const { from } = lexicon;
  const joined: number[] = [];
  for (let form = 0; form + 1 < from.length; form++) {
    if (from[form + 1] - from[form] === 1) continue;
    if (!isOpen(lexicon, form) || lettersOf(lexicon, form) >= SHORTEST_JOINED) joined.push(form);
  }
  return joined;
}

/** Whether the last word of a form is open. */
function isOpen({ letters, ends, steps, from }: Lexicon, form: number): boolean {
  return letters[ends[steps[from[form + 1] - 1]] - 1] === ANY_ENDING;
}

/** How many letters the words of a form have, an open ending counted as one. */
function lettersOf({ ends, steps, from }: Lexicon, form: number): number {
  let length = 0;
  for (let at = from[form]; at < from[form + 1]; at++) length += ends[steps[at]] - ends[steps[at] - 1];
  return length;
}

type Phrases = Pick<Automaton, 'phrases' | 'pairs' | 'rest' | 'before' | 'kind'>;

/** Numbers the phrases of more than one word from `size` on; `ends` has the phrase of each form. */
function linkPhrases({ steps, from }: Lexicon, size: number): Phrases & { ends: Int32Array } {
  const ends = new Int32Array(from.length - 1);
  const most = size + steps.length - ends.length;
  const phrases = numbersBelow(most, powerOfTwo((most - size) * 1.5));
  const [rest, before, kind] = [numbersBelow(most, most), numbersBelow(most, most), new Uint8Array(most)];
  const tables = { phrases, pairs: new Uint8Array(LAST_PAIR + 1), rest, before, kind };
  let next = size;
  for (let form = 0; form < ends.length; form++) {
    let at = from[form + 1] - 1;
    let phrase = steps[at];
    while (--at >= from[form]) {
      const longer = preceded(tables, phrase, steps[at], GOES_ON);
      if (longer === 0) {
        kind[phrase] |= GOES_ON;
        rest[next] = phrase;
        before[next] = steps[at];
        const hash = pairHash(phrase, steps[at]);
        tables.pairs[hash & LAST_PAIR] |= GOES_ON;
        let slot = hash & (phrases.length - 1);
        while (phrases[slot] !== 0) slot = (slot + 1) & (phrases.length - 1);
        phrases[slot] = next;
      }
      phrase = longer === 0 ? next++ : longer;
    }
    ends[form] = phrase;
  }
  return { ...tables, ends };
}

/** The concepts of each phrase that is a form; each form may end in two phrases. */
function listConcepts(
  ofForms: Uint16Array,
  ends: Int32Array,
  alsoEnds: Int32Array,
  kind: Uint8Array,
): Pick<Automaton, 'conceptsFrom' | 'concepts'> {
  const conceptsFrom = numbersBelow(2 * ends.length + 1, kind.length + 1);
  for (let form = 0; form < ends.length; form++) {
    conceptsFrom[ends[form] + 1]++;
    if (alsoEnds[form] !== 0) conceptsFrom[alsoEnds[form] + 1]++;
  }
  for (let phrase = 0; phrase < kind.length; phrase++) {
    if (conceptsFrom[phrase + 1] > 0) kind[phrase] |= FORM;
    conceptsFrom[phrase + 1] += conceptsFrom[phrase];
  }
  const concepts = new Uint16Array(conceptsFrom[kind.length]);
  const filled = conceptsFrom.slice();
  for (let form = 0; form < ends.length; form++) {
    concepts[filled[ends[form]]++] = ofForms[form];
    if (alsoEnds[form] !== 0) concepts[filled[alsoEnds[form]]++] = ofForms[form];
  }
  return { conceptsFrom, concepts };
}
