import { describe, expect, it } from 'vitest';
import { SCALE } from '../../../lib/matching/digits.ts';
import { Pairs } from '../../../lib/matching/pairs.ts';
import { packPairs } from '../../../scripts/claims/topics.ts';

/** Stems s0 to s9999: more than two digits can tell apart. */
const STEMS = Array.from({ length: 10_000 }, (_, number) => `s${number}`);
/** Pairs of numbers of stems and their weights, in steps of `SCALE`. */
const WEIGHTS: [first: number, second: number, weight: number][] = [
  [0, 0, 1],
  [0, 9999, 20],
  [1, 0, -7],
  [1, 2, 43],
  [9999, 0, -45],
  [9999, 9999, 45],
  ...Array.from({ length: 100 }, (_, second): [number, number, number] => [5000, second, (second % 45) + 1]),
];
const pairs = new Pairs(packPairs(STEMS, new Map(WEIGHTS.map(([a, b, weight]) => [`s${a} s${b}`, weight]))));
const weigh = (...stems: number[]) => pairs.weigh(stems, stems.length);

describe('words side by side', () => {
  it.each(WEIGHTS)('%d and %d weigh %d', (first, second, weight) => expect(weigh(first, second)).toBe(weight / SCALE));

  it.each([
    ['in another order', [2, 1]],
    ['apart', [1, 7, 2]],
    ['where one is not known', [1, -1, 2]],
    ['where only a later one has a weight', [5000, 100]],
    ['where only later ones have weights', [1, 1]],
    ['where the first is not known', [-1, 0]],
    ['where the second is not known', [1, -1]],
    ['alone', [0]],
    ['in no text at all', []],
  ])('weigh nothing %s', (_, stems) => expect(weigh(...stems)).toBe(0));

  it('add up, each pair once', () => {
    expect(weigh(1, 2, 7, 1, 0, 9999)).toBeCloseTo((43 - 7 + 20) / SCALE, 9);
    expect(weigh(0, 0, 0, 1, 2, 1, 2)).toBeCloseTo((1 + 43) / SCALE, 9);
  });

  it('count only as far as the text goes', () => expect(pairs.weigh([1, 0, 9999], 2)).toBe(-7 / SCALE));
});
