import { weightAt } from './digits.ts';
import { StemTable, weighStems } from './stems.ts';

/** What the gate knows of words in general: the stems that weigh most, see `Plausibility`. */
export interface PlausibilityPack {
  /** A line of stems, see `FormReader`. */
  stems: string;
  /** What each weighs, see `weightDigit`. */
  weights: string;
  /** What a text without any of them has. */
  bias: number;
}

/**
 * Whether the words of a text are such as tell claims, or rather those of ordinary posts: one number for each of some hundred
 * stems. Without a rare word that a rule starts from, a text needs it to be looked at; both the gate and the matcher ask, and
 * get the same answer.
 */
export class Plausibility {
  readonly #fold: Uint8Array;
  readonly #stems: StemTable;
  readonly #weights: Int8Array;
  readonly #bias: number;
  readonly #weightOf: (key: number) => number;

  /** @param fold see `readFoldTable`. */
  constructor({ stems, weights, bias }: PlausibilityPack, fold: Uint8Array) {
    this.#fold = fold;
    this.#stems = new StemTable(stems, weights.length);
    this.#weights = Int8Array.from({ length: this.#stems.size }, (_, stem) => weightAt(weights, stem));
    this.#bias = bias;
    this.#weightOf = (key) => {
      const stem = this.#stems.find(key);
      return stem < 0 ? 0 : this.#weights[stem];
    };
  }

  of(text: string): boolean {
    return this.#bias + weighStems(text, this.#fold, this.#weightOf) > 0;
  }
}
