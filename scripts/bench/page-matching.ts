import { readGate } from '../../lib/matching/gate.ts';
import { createMatcher } from '../../lib/matching/index.ts';
import { readGatePack, readMatchPack } from '../claims/pack-file.ts';
import { isFixture, makePosts } from './page-posts.ts';

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

/** Of the feed's ordinary posts, the share that the gate lets in. */
export function shareLetIn(count: number, share?: number): number {
  const gate = readGate(readGatePack());
  const texts = makePosts(count, share)
    .filter((post) => !isFixture(post))
    .flatMap(({ text, quote }) => (quote ? [text, quote.text] : [text]));
  return texts.filter((text) => gate(text)).length / texts.length;
}
