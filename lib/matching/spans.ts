import type { Repaired } from './repair.ts';
import { type Interval, isTag } from './rules.ts';
import type { Scan } from './scanned.ts';
import type { Span } from './types.ts';

/** What stands before a word of an address that is longer than its site: "https://", "site.example/news/". */
const IN_ADDRESS = /(?:\/\/|\.\p{L}{2,}\/)\S*$/u;
/** Addresses are looked at so far back; few words stand further behind in one. */
const LONGEST_ADDRESS = 120;

/** How much of what matched stands outside of hashtags and addresses, 0 to 1. */
export function shareOfProse({ pieces }: Interval, scan: Scan): number {
  return pieces.filter((piece) => !isTag(piece, scan) && !isInAddress(piece, scan)).length / pieces.length;
}

/** An address tells what stands elsewhere, in the words of others. */
function isInAddress({ first }: Pick<Interval, 'first'>, { text, wordStart }: Scan): boolean {
  return IN_ADDRESS.test(text.slice(Math.max(0, wordStart[first] - LONGEST_ADDRESS), wordStart[first]));
}

/** The words that matched, for the reader: “62,000 children” … “rescued”. */
export function quote({ pieces }: Interval, scan: Scan): string {
  const inOrder = pieces.toSorted((a, b) => a.first - b.first);
  return [...new Set(inOrder.map(({ first, last }) => `“${scan.text.slice(scan.wordStart[first], scan.wordEnd[last])}”`))].join(' … ');
}

/** Ranges of the original text, sorted, without overlaps. */
export function toSpans(pieces: readonly { first: number; last: number }[], scan: Scan, repaired: Repaired | undefined): Span[] {
  const at = (index: number) => (repaired ? repaired.origin[index] : index);
  const end = (index: number) => (repaired ? repaired.origin[index - 1] + 1 : index);
  const spans = pieces
    .map(({ first, last }): Span => [at(scan.wordStart[first]), end(scan.wordEnd[last])])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: Span[] = [];
  for (const span of spans) {
    const before = merged.at(-1);
    if (before && span[0] <= before[1]) before[1] = Math.max(before[1], span[1]);
    else merged.push([...span]);
  }
  return merged;
}
