import { createMatcher } from '../../lib/matching/index.ts';
import { readMatchPack } from '../claims/pack-file.ts';
import { makePosts } from './page-posts.ts';

const PASSES = 5;

/** Milliseconds a post that matching takes by itself, warm, in this Node: to tell its part of the page's cost from the reader's. */
export function matchingAlone(count: number, share?: number): number {
  const matcher = createMatcher(readMatchPack());
  const texts = makePosts(count, share).map(({ text }) => text);
  const passes = Array.from({ length: PASSES }, () => {
    const start = performance.now();
    for (const text of texts) matcher.match(text);
    return (performance.now() - start) / texts.length;
  });
  return Math.min(...passes);
}
