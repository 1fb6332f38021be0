import { SHORTEST_JOINED } from '../../lib/matching/automaton.ts';
import { columnDigits } from '../../lib/matching/digits.ts';
import type { JoinedPack, PackedLexicon } from '../../lib/matching/lexicon.ts';
import { packLine } from './pack-file.ts';

/** Forms of more words are refused: no text is searched for a sentence. */
export const MOST_WORDS = 12;

/** A surface form to find: lower-case words separated by single spaces; a trailing `*` leaves the last word open. */
export interface Form {
  text: string;
  concept: number;
}

/** A word or phrase of the trie that a lexicon is. */
interface Phrase {
  /** Its first word, and all of its words. */
  word: string;
  words: string[];
  /** Phrases that are longer by one word before it. */
  longer: Map<string, Phrase>;
  concepts: Set<number>;
}

/** The forms of each concept as they are shipped. */
export function packLexicon(concepts: readonly (readonly string[])[]): PackedLexicon {
  return pack(concepts).packed;
}

/** The same, for finding forms of several words written as one, too. */
export function packVocabulary(concepts: readonly (readonly string[])[]): PackedLexicon {
  const words = new Set(concepts.flatMap((forms) => forms.flatMap((form) => form.split(' '))));
  const joined = joinedForms(concepts, words);
  const { packed, numbers, phrases } = pack(concepts.map((forms, concept) => [...new Set([...forms, ...joined[concept]])]));
  const added = [...new Set(joined.flat())].filter((word) => !words.has(word));
  return { ...packed, joined: { words: added.map((word) => numbers.get(word) ?? 0), opened: openedWords(phrases, numbers) } };
}

function pack(concepts: readonly (readonly string[])[]): { packed: PackedLexicon; numbers: Map<string, number>; phrases: Phrase[] } {
  const words = [...new Set(concepts.flatMap((forms) => forms.flatMap((form) => form.split(' '))))];
  // An open word stands before all that begin with its letters.
  const key = (word: string) => (word.endsWith('*') ? word : `${word}+`);
  words.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const numbers = new Map(words.map((word, index) => [word, index + 1]));
  const phrases = listPhrases(words, concepts, numbers);
  const before = phrases.slice(words.length).map(({ word }) => numbers.get(word) ?? 0);
  const packed = {
    words: packLine(words),
    longer: phrases.map(({ longer }) => longer.size),
    before: columnDigits(before),
    counts: phrases.map((phrase) => phrase.concepts.size),
    concepts: columnDigits(phrases.flatMap((phrase) => [...phrase.concepts])),
    size: concepts.length,
  };
  return { packed, numbers, phrases };
}

/** All phrases: the words, then the longer ones of each phrase in turn, by the number of the word before it. */
function listPhrases(words: readonly string[], concepts: readonly (readonly string[])[], numbers: ReadonlyMap<string, number>): Phrase[] {
  const phraseOf = (word: string, rest: readonly string[]): Phrase => ({
    word,
    words: [word, ...rest],
    longer: new Map(),
    concepts: new Set(),
  });
  const roots = new Map(words.map((word) => [word, phraseOf(word, [])]));
  for (const [concept, forms] of concepts.entries()) {
    for (const form of forms) {
      let phrase: Phrase | undefined;
      for (const word of form.split(' ').reverse()) {
        const among: Map<string, Phrase> = phrase?.longer ?? roots;
        const next: Phrase = among.get(word) ?? phraseOf(word, phrase?.words ?? []);
        among.set(word, next);
        phrase = next;
      }
      phrase?.concepts.add(concept);
    }
  }
  const listed = [...roots.values()];
  const place = ({ word }: Phrase) => numbers.get(word) ?? 0;
  // The list grows as it is read.
  for (const phrase of listed) listed.push(...[...phrase.longer.values()].sort((a, b) => place(a) - place(b)));
  return listed;
}

/**
 * By concept: its forms of several words, written as one, that a page would not find by itself. These are the open ones, and what
 * is a word already or may fall into several forms.
 */
function joinedForms(concepts: readonly (readonly string[])[], words: ReadonlySet<string>): string[][] {
  const several = concepts.map((forms) => forms.filter((form) => form.includes(' ')));
  const join = (form: string) => form.replaceAll(' ', '');
  const ways = Map.groupBy(new Set(several.flat()), join);
  const isAdded = (form: string) => {
    const joined = join(form);
    return joined.length >= SHORTEST_JOINED && (joined.endsWith('*') || words.has(joined) || (ways.get(joined)?.length ?? 0) > 1);
  };
  return several.map((forms) => forms.filter(isAdded).map(join));
}

/** See `JoinedPack`. */
function openedWords(phrases: readonly Phrase[], numbers: ReadonlyMap<string, number>): JoinedPack['opened'] {
  const longestIn = (text: string) => {
    for (let length = text.length; length > 0; length--) {
      const number = numbers.get(`${text.slice(0, length)}*`);
      if (number !== undefined) return number;
    }
    return 0;
  };
  return phrases.flatMap(({ word, words, concepts }, index) => {
    if (words.length === 1 || concepts.size === 0 || words.at(-1)?.endsWith('*')) return [];
    const opened = longestIn(words.join(''));
    return opened === longestIn(word) ? [] : [index + 1, opened];
  });
}

function byConcept(forms: readonly Form[]): string[][] {
  const concepts: string[][] = [];
  for (const { text, concept } of forms) {
    while (concepts.length <= concept) concepts.push([]);
    concepts[concept].push(text);
  }
  return concepts;
}

/** Forms in the order of their concepts, as they are shipped. */
export function packForms(forms: readonly Form[]): PackedLexicon {
  return packLexicon(byConcept(forms));
}

/** The same, for finding forms of several words written as one, too. */
export function packJoinedForms(forms: readonly Form[]): PackedLexicon {
  return packVocabulary(byConcept(forms));
}
