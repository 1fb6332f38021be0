import { expect, it } from 'vitest';
import { SCALE, weightAt } from '../../../lib/matching/digits.ts';
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
