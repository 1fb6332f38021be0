import { bytesOf, SCALE, WEIGHT_OF_BYTE } from './digits.ts';
import type { PairsPack } from './pack.ts';

/**
 * What two words side by side say about whether a post asserts something, beyond what each of them says: "used to" and "think"
 * in one place. Words are known by the numbers of their stems. All is read where it stands in the pack.
 */
export class Pairs {
  /** Those that begin with a stem are from `#from[stem]` on. */
  readonly #from: Uint32Array;
  readonly #seconds: Uint16Array;
  readonly #weights: Uint8Array;

  constructor({ counts, seconds, weights }: PairsPack) {
    this.#from = new Uint32Array(counts.length + 1);
    for (let stem = 0; stem < counts.length; stem++) this.#from[stem + 1] = this.#from[stem] + counts[stem];
    this.#seconds = Uint16Array.from(seconds);
    this.#weights = bytesOf(weights);
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
      const pair = this.#find(stems[word - 1], stems[word]);
      if (pair < 0 || seen.has(pair)) continue;
      seen.add(pair);
      sum += WEIGHT_OF_BYTE[this.#weights[pair]] / SCALE;
    }
    return sum;
  }

  /** Place of a pair, below 0 where it has no weight. */
  #find(first: number, second: number): number {
    if (first < 0 || second < 0) return -1;
    const end = this.#from[first + 1];
    for (let pair = this.#from[first], at = 0; pair < end; pair++) {
      at += this.#seconds[pair];
      if (at >= second) return at === second ? pair : -1;
    }
    return -1;
  }
}
