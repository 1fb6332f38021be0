import { expect, it } from 'vitest';
import { CountReader, SCALE, weightReader } from '../../../lib/matching/digits.ts';
import { SHORT } from '../../../lib/matching/pairs.ts';
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
  const [perStem, next] = [new CountReader(counts, SHORT.counts), weightReader(weights)];
  let pairs = 0;
  while (!perStem.isAtEnd) pairs += perStem.next();
  const sizes = Array.from({ length: pairs }, () => Math.abs(next()));
  expect(pairs).toBeGreaterThan(1000);
  expect(seconds.length).toBeGreaterThan(pairs);
  expect(Math.min(...sizes)).toBe(toSteps(0.3 * TABLE_SCALE));
});
