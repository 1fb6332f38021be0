import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMatcher, type MatchPack } from '../../lib/matching/index.ts';
import { ROOT } from '../tools/run.ts';
import { makePosts } from './page-posts.ts';

const PASSES = 5;

/** Milliseconds a post that matching takes by itself, warm, in this Node: to tell its part of the page's cost from the reader's. */
export function matchingAlone(count: number): number {
  const pack = JSON.parse(readFileSync(join(ROOT, 'generated/match-pack.json'), 'utf8')) as MatchPack;
  const matcher = createMatcher(pack);
  const texts = makePosts(count).map(({ text }) => text);
  const passes = Array.from({ length: PASSES }, () => {
    const start = performance.now();
    for (const text of texts) matcher.match(text);
    return (performance.now() - start) / texts.length;
  });
  return Math.min(...passes);
}
