import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../lib/matching/index.ts';
import { readMatchPack } from '../../../scripts/claims/pack-file.ts';
import { readPairs } from '../../../scripts/train/posts.ts';

const matcher = createMatcher(readMatchPack());
const posts = readPairs().map((post) => ({ ...post, matches: matcher.match(post.text).matches }));

const asserting = posts.filter(({ asserts }) => asserts);
const carded = posts.filter(({ matches }) => matches.length > 0);
const list = (some: typeof posts) => some.map(({ claim, text }) => `${claim}: ${text}`).join('\n');

/** Pairs of posts with the same words and another stance, over all of the first claims. */
describe('fresh wording', () => {
  it('is found in nineteen of twenty posts that assert a claim', () => {
    const missed = asserting.filter(({ matches }) => matches.length === 0);
    expect(missed.length / asserting.length, list(missed)).toBeLessThanOrEqual(0.05);
  });

  it('gets the card of its own claim first in nine of ten', () => {
    const other = asserting.filter(({ claim, matches }) => matches.length > 0 && matches[0].claim !== claim);
    expect(other.length / asserting.length, list(other)).toBeLessThanOrEqual(0.1);
  });

  it('gets a wrong card in at most one of fifty cards', () => {
    const wrong = carded.filter(({ asserts }) => !asserts);
    expect(wrong.length / carded.length, list(wrong)).toBeLessThanOrEqual(0.02);
  });
});
