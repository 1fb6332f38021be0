import { numberAt, weightReader } from './digits.ts';
import type { PairsPack } from './pack.ts';

/** Digits of how many pairs begin with a stem, and of the number of a stem. */
export const COUNT_DIGITS = 2;
export const STEM_DIGITS = 3;

/**
 * What two words side by side say about whether a post asserts something, beyond what each of them says: "used to" and "think"
 * in one place. Words are known by the numbers of their stems.
 */
export class Pairs {
  readonly #weights = new Map<number, number>();
  readonly #stems: number;

  constructor({ counts, seconds, weights }: PairsPack) {
    this.#stems = counts.length / COUNT_DIGITS;
    const nextWeight = weightReader(weights);
    let at = 0;
    for (let first = 0; first < this.#stems; first++)
      for (let left = numberAt(counts, first * COUNT_DIGITS, COUNT_DIGITS); left > 0; left--, at += STEM_DIGITS)
        this.#weights.set(first * this.#stems + numberAt(seconds, at, STEM_DIGITS), nextWeight());
  }

  /**
   * Log-odds of all pairs of a text, each counted once.
   * @param stems of its words in their order, below 0 where one is not known.
   * @param words how many of them there are.
   */
  weigh(stems: readonly number[], words: number): number {
    const seen = new Set<number>();
    let sum = 0;
    for (let word = 1; word < words; word++) {
      if (stems[word] < 0) continue;
      // Below 0, which is no pair's number, where the first is not known.
      const pair = stems[word - 1] * this.#stems + stems[word];
      if (seen.has(pair)) continue;
      seen.add(pair);
      sum += this.#weights.get(pair) ?? 0;
    }
    return sum;
  }
}
