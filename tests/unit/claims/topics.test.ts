import { expect, it } from 'vitest';
import { digitAt, SCALE, weightAt } from '../../../lib/matching/digits.ts';
import type { TopicPack } from '../../../lib/matching/pack.ts';
import { ASSERTS } from '../../../lib/matching/topics.ts';
import { readMatchPack } from '../../../scripts/claims/pack-file.ts';
import { TABLE_SCALE, toSteps } from '../../../scripts/claims/topics.ts';

it.each([
  [20, SCALE],
  [-20, -SCALE],
  [127, 38],
  [5, 2],
  [-5, -2],
  [4, 1],
  [-1, 0],
])('ships a weight of %d twentieths as %d sixths', (trained, shipped) => expect(toSteps(trained)).toBeCloseTo(shipped, 9));

it('ships no pair that weighs less than 0.3', () => {
  const { counts, seconds, weights } = readMatchPack().topics.pairs;
  const pairs = counts.reduce((sum, count) => sum + count);
  const sizes = Array.from({ length: pairs }, (_, pair) => Math.abs(weightAt(weights, pair)));
  expect(pairs).toBeGreaterThan(1000);
  expect([seconds.length, weights.length]).toEqual([pairs, pairs]);
  expect(Math.min(...sizes)).toBe(toSteps(0.3 * TABLE_SCALE));
});

/** Of each class, the sizes of its weights. */
function sizesByClass({ counts, classes, weights, order }: TopicPack): Map<number, number[]> {
  const sizes = new Map<number, number[]>();
  let at = 0;
  for (let feature = 0; feature < counts.length; feature++)
    for (let left = digitAt(counts, feature), place = -1; left > 0; left--, at++) {
      place += 1 + digitAt(classes, at);
      sizes.set(order[place], [...(sizes.get(order[place]) ?? []), Math.abs(weightAt(weights, at))]);
    }
  return sizes;
}

it('ships no weight of a word for a claim below 0.4, and lighter ones for what it asserts', () => {
  const { topics, claims } = readMatchPack();
  const sizes = sizesByClass(topics);
  const smallest = (own: number) => Math.min(...(sizes.get(own) ?? []));
  const ofClaims = claims.map((_, claim) => smallest(claim));
  expect(Math.min(...ofClaims)).toBe(toSteps(0.4 * TABLE_SCALE));
  expect(smallest(claims.length + ASSERTS)).toBe(1);
});

it('lets no words alone tell a claim about a hashtag', () => {
  const { topics, claims } = readMatchPack();
  const never = claims.filter((_, claim) => topics.bias.claims[claim] < -20);
  expect(never.map(({ id }) => id)).toEqual(['save-the-children-hashtag']);
});
