import { DISGUISED, FIRST_DIGIT, LATIN, OTHER_LETTER } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * A lexicon compiled into hash tables. Words: each by two hashes of its letters, which the scan computes as it goes.
 * Phrases: a trie of the forms read backwards, so that at each word one look-up tells whether a form of several words
 * may end there. Time and memory to build are linear in the length of the lexicon.
 */
export interface Automaton {
  lexicon: Lexicon;
  /** Slots of two: the second hash of a word, and its number (0: free). The length is a power of two. */
  words: Int32Array;
  /** How far the first hash is shifted to the right to be a slot of `words`. */
  shift: number;
  /** What a hash of letters may be, by its upper bits: `OPENS` and so on. Zero for most. */
  prefixes: Uint8Array;
  hasOpen: boolean;
  /** 1 where some open word begins with these three letters. */
  beginnings: Uint8Array;
  /** The longest open word, other than itself, that a word begins with, 0 for none. */
  opened: Int32Array;
  /** Hash of each word as it looks through every disguise, and a hash table of the words by that hash. */
  looks: Int32Array;
  alike: Int32Array;
  /** Hash table of phrases of two or more words. */
  phrases: Int32Array;
  /** Kinds of the phrases that may be meant by a hash: zero for most pairs of words. */
  pairs: Uint8Array;
  /** What a phrase is made of: a shorter phrase, and the word before it. A phrase of one word has that word's number. */
  rest: Int32Array;
  before: Int32Array;
  /** `FORM` and so on, by phrase. */
  kind: Uint8Array;
  /** Concepts of a phrase begin at `conceptsFrom[phrase]` in `concepts`. */
  conceptsFrom: Uint32Array;
  concepts: Uint16Array;
  /** By word: the form whose words it is, joined, plus one; 0 for none. */
  apart: Int32Array;
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

/** What may be said of a hash: letters of an open word, the beginning of one; of any word; the look of an open word, of any. */
export const OPENS = 1;
export const BEGINS_OPEN = 2;
export const ENDS = 4;
export const BEGINS = 8;
export const LOOKS_OPEN = 16;
export const LOOKS = 32;
export const PREFIX_SHIFT = 15;

/** Last place in `pairs`. */
const LAST_PAIR = 0xffff;

/** What hashes of letters begin with, and are multiplied with. */
export const START = 0x2545f491;
export const FACTOR = 0x9e3779b1 | 0;
export const SECOND_FACTOR = 0x85ebca6b | 0;

/** Shorter runs of joined words stand in too many other words. */
const SHORTEST_JOINED = 7;

/** Class of a character of a folded text other than a space. */
export function formClass(code: number): number {
  if (code >= 97 && code <= 122) return code - 96 + LATIN;
  if (code >= 48 && code <= 57) return code - 48 + FIRST_DIGIT;
  return OTHER_LETTER;
}

/** The number of a word with these hashes, 0 for none. Open words are kept under the complement of their second hash. */
export function wordOf({ words, shift }: Pick<Automaton, 'words' | 'shift'>, first: number, second: number): number {
  const last = words.length - 1;
  let slot = (first >>> shift) << 1;
  while (words[slot + 1] !== 0 && words[slot] !== second) slot = (slot + 2) & last;
  return words[slot + 1];
}

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

/** Where the first three letters of a word, by their classes, stand in `beginnings`. */
export function threeLetters(a: number, b: number, c: number): number {
  return ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
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
  const { words, from } = lexicon;
  const texts = [...words];
  const unspelled = new Set<number>();
  // Forms that are also found written as one, in the order of their texts.
  const joined: number[] = [];
  for (let form = 0; ordinary && form + 1 < from.length; form++) {
    if (from[form + 1] - from[form] === 1) continue;
    const text = join(lexicon, form);
    if (text.length < SHORTEST_JOINED && text.endsWith('*')) continue;
    if (!hasLetter(lexicon, form)) unspelled.add(texts.length);
    joined.push(form);
    texts.push(text);
  }
  const disguised = texts.length;
  if (ordinary) texts.push(...ordinary.fillers, ...ordinary.numbers);
  const { numbers, ...hashed } = hashWords(texts, unspelled, disguised);
  const { ends, ...linked } = linkPhrases(lexicon, texts.length + 1);
  const { kind } = linked;
  const apart = new Int32Array(texts.length + 1);
  const alsoEnds = new Int32Array(ends.length);
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index];
    const number = numbers[index];
    if (index < words.length) kind[number] |= text.length > 1 ? WORD : 0;
    else if (index >= disguised) kind[number] |= index < disguised + (ordinary?.fillers.length ?? 0) ? FILLER : WORD;
    else {
      const form = joined[index - words.length];
      if (text.length >= SHORTEST_JOINED) alsoEnds[form] = number;
      if (text.endsWith('*')) continue;
      kind[number] |= JOINED;
      apart[number] = form + 1;
    }
  }
  return { lexicon, ...hashed, ...linked, apart, ...listConcepts(lexicon.concepts, ends, alsoEnds, kind) };
}

function join({ words, steps, from }: Lexicon, form: number): string {
  let text = '';
  for (let at = from[form]; at < from[form + 1]; at++) text += words[steps[at] - 1];
  return text;
}

/** One of the words is a single letter, which a hashtag is not taken apart for. */
function hasLetter({ words, steps, from }: Lexicon, form: number): boolean {
  for (let at = from[form]; at < from[form + 1]; at++) if (words[steps[at] - 1].length === 1) return true;
  return false;
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, atLeast)));
}

type Words = Pick<Automaton, 'words' | 'shift' | 'prefixes' | 'hasOpen' | 'beginnings' | 'opened' | 'looks' | 'alike'>;

/**
 * Hashes words. Each has the number of its place, or that of its twin before it.
 * @param unspelled words that hashtags are not searched for.
 * @param disguised so many of the first may stand in disguise.
 */
function hashWords(texts: readonly string[], unspelled: ReadonlySet<number>, disguised: number): Words & { numbers: Int32Array } {
  const slots = powerOfTwo(texts.length * 1.5);
  const table = { words: new Int32Array(slots * 2), shift: Math.clz32(slots) + 1 };
  const prefixes = new Uint8Array(1 << (32 - PREFIX_SHIFT));
  const beginnings = new Uint8Array(1 << 15);
  const opened = new Int32Array(texts.length + 1);
  const looks = new Int32Array(texts.length + 1);
  const alike = new Int32Array(slots);
  const numbers = new Int32Array(texts.length);
  const add = (index: number, isOpen: boolean): void => {
    const text = texts[index];
    const end = isOpen ? text.length - 1 : text.length;
    const begins = isOpen ? BEGINS_OPEN : unspelled.has(index) ? 0 : BEGINS;
    let first = START;
    let second = START;
    let look = START;
    let previous = 0;
    let longest = 0;
    for (let i = 0; i < end; i++) {
      const symbol = formClass(text.charCodeAt(i));
      first = Math.imul(first ^ symbol, FACTOR);
      second = Math.imul(second + symbol, SECOND_FACTOR);
      const at = first >>> PREFIX_SHIFT;
      if ((prefixes[at] & OPENS) !== 0) longest = wordOf(table, first, ~second) || longest;
      prefixes[at] |= i + 1 < end ? begins : begins === BEGINS ? ENDS : begins === 0 ? 0 : OPENS;
      if (DISGUISED[symbol] !== previous) look = Math.imul(look ^ DISGUISED[symbol], FACTOR);
      previous = DISGUISED[symbol];
    }
    if (isOpen) {
      second = ~second;
      markBeginning(beginnings, text);
    }
    numbers[index] = wordOf(table, first, second);
    if (numbers[index] !== 0) return;
    const number = index + 1;
    numbers[index] = number;
    opened[number] = longest;
    let slot = (first >>> table.shift) << 1;
    while (table.words[slot + 1] !== 0) slot = (slot + 2) & (table.words.length - 1);
    table.words[slot] = second;
    table.words[slot + 1] = number;
    if (index >= disguised) return;
    prefixes[look >>> PREFIX_SHIFT] |= isOpen ? LOOKS_OPEN : LOOKS;
    looks[number] = look;
    slot = look >>> table.shift;
    while (alike[slot] !== 0) slot = (slot + 1) & (slots - 1);
    alike[slot] = number;
  };
  // Open words first, the shorter ones before the longer, so that each word finds those that it begins with.
  const open: number[] = [];
  for (let index = 0; index < disguised; index++) if (texts[index].endsWith('*')) open.push(index);
  for (const index of open.sort((a, b) => texts[a].length - texts[b].length)) add(index, true);
  for (let index = 0; index < texts.length; index++) if (index >= disguised || !texts[index].endsWith('*')) add(index, false);
  return { ...table, prefixes, hasOpen: open.length > 0, beginnings, opened, looks, alike, numbers };
}

/** Open words shorter than three letters may go on with any. */
function markBeginning(beginnings: Uint8Array, text: string): void {
  if (text.length <= 3) beginnings.fill(1);
  else beginnings[threeLetters(formClass(text.charCodeAt(0)), formClass(text.charCodeAt(1)), formClass(text.charCodeAt(2)))] = 1;
}

type Phrases = Pick<Automaton, 'phrases' | 'pairs' | 'rest' | 'before' | 'kind'>;

/** Numbers the phrases of more than one word from `size` on; `ends` has the phrase of each form. */
function linkPhrases({ steps, from }: Lexicon, size: number): Phrases & { ends: Int32Array } {
  const ends = new Int32Array(from.length - 1);
  const most = size + steps.length - ends.length;
  const phrases = new Int32Array(powerOfTwo((most - size) * 1.5));
  const [rest, before, kind] = [new Int32Array(most), new Int32Array(most), new Uint8Array(most)];
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
  const conceptsFrom = new Uint32Array(kind.length + 1);
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
