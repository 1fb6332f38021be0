import { CountReader, SCALE, weightReader } from './digits.ts';
import type { PairsPack } from './pack.ts';

/** How many numbers of the columns `counts` and `seconds` take one digit, see `CountReader`. */
export const SHORT = { counts: 60, seconds: 0 };

/**
 * What two words side by side say about whether a post asserts something, beyond what each of them says: "used to" and "think"
 * in one place. Words are known by the numbers of their stems.
 */
export class Pairs {
  /** Those that begin with a stem are from `#from[stem]` on: the number of the second stem, and the weight in steps of `SCALE`. */
  readonly #from: Uint32Array;
  readonly #seconds: Uint16Array;
  readonly #weights: Int16Array;

  constructor({ counts, seconds, weights }: PairsPack) {
    const from = [0];
    for (const reader = new CountReader(counts, SHORT.counts); !reader.isAtEnd; ) from.push(from[from.length - 1] + reader.next());
    this.#from = Uint32Array.from(from);
    const size = from[from.length - 1];
    this.#seconds = new Uint16Array(size);
    this.#weights = new Int16Array(size);
    const readSecond = new CountReader(seconds, SHORT.seconds);
    const nextWeight = weightReader(weights);
    for (let first = 1, pair = 0; first < from.length; first++) {
      for (let second = 0; pair < from[first]; pair++) {
        second += readSecond.next();
        this.#seconds[pair] = second;
        this.#weights[pair] = nextWeight();
      }
    }
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
      sum += this.#weights[pair] / SCALE;
    }
    return sum;
  }

  /** Place of a pair, below 0 where it has no weight. */
  #find(first: number, second: number): number {
    if (first < 0 || second < 0) return -1;
    let pair = this.#from[first + 1] - 1;
    while (pair >= this.#from[first] && this.#seconds[pair] !== second) pair--;
    return pair < this.#from[first] ? -1 : pair;
  }
}
