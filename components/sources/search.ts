import type { Claim, Series, Source, Topic } from '../../lib/claims/types.ts';
import { isNear, otherSpellings } from './spellings.ts';

const MARKS = /\p{M}/gu;

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** How words of a query are looked for: as they may be spelt, or as what they are a slip of the hand for. */
export type Reading = 'spelt' | 'near';

/** Finds, among the items it was made of, those that mention every word of a query; all of them when it is empty. */
export type Index<T> = (query: string, reading?: Reading) => ReadonlySet<T>;

/** Folds every text once, so that each key typed is answered by looking through ready text. */
export function createIndex<T>(items: readonly T[], textOf: (item: T) => string): Index<T> {
  const folded = items.map((item) => ({ item, text: fold(textOf(item)) }));
  const vocabulary = [...new Set(folded.flatMap(({ text }) => text.split(BETWEEN_WORDS)))];
  const joined = vocabulary.join(' ');
  const read: Record<Reading, (word: string) => string[]> = {
    spelt: (word) => [word, ...otherSpellings(word).filter((other) => joined.includes(other))],
    near: (word) => (joined.includes(word) ? [word] : vocabulary.filter((other) => isNear(word, other))),
  };
  return (query, reading = 'spelt') => {
    const words = fold(query).split(/\s+/).map(read[reading]);
    const found = folded.filter(({ text }) => words.every((ways) => ways.some((way) => text.includes(way))));
    return new Set(found.map(({ item }) => item));
  };
}

/** Lower case without accents, so that a search finds what a reader means. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/** All words of a claim a reader may look for. */
export function claimText(claim: Claim): string {
  const { title, family, fact, record, trueParts, missing, caveats, figures } = claim;
  const numbers = figures.map((figure) => `${figure.value} ${figure.what}`);
  return [title, family, claim.claim, fact, ...record, ...trueParts, ...missing, ...caveats, ...numbers].join(' ');
}

/** All words of a topic. */
export function topicText({ title, points, caveats }: Topic): string {
  return [title, ...points.map(({ text }) => text), ...caveats].join(' ');
}

/** All words of a data series; its years and values are in its table. */
export function seriesText({ title, unit, definition, notCounted, notes }: Series): string {
  return [title, unit, definition, ...notCounted, ...notes].join(' ');
}

/** Title, publisher, kind and date of a document. */
export function sourceText({ title, publisher, kind, date = '' }: Source): string {
  return [title, publisher, kind, date].join(' ');
}
