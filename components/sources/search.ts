import type { Claim, Series, Source, Topic } from '../../lib/claims/types.ts';

const MARKS = /\p{M}/gu;

/** Finds, among the items it was made of, those that mention every word of a query; all of them when it is empty. */
export type Index<T> = (query: string) => ReadonlySet<T>;

/**
 * Folds every text once, so that each key typed is answered by looking through ready text; and where the query only grew, through
 * what it found before.
 */
export function createIndex<T>(items: readonly T[], textOf: (item: T) => string): Index<T> {
  const folded = items.map((item) => ({ item, text: fold(textOf(item)) }));
  let last = { query: '', found: folded };
  return (query) => {
    const folding = fold(query);
    const words = folding.split(/\s+/);
    const among = folding.startsWith(last.query) ? last.found : folded;
    last = { query: folding, found: among.filter(({ text }) => words.every((word) => text.includes(word))) };
    return new Set(last.found.map(({ item }) => item));
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
