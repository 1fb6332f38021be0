import { FACTOR, powersOf } from './hashes.ts';

/** Letters in a row, by their classes, and the hash of any run of them without reading it again. */
export class Spelling {
  readonly letters: Uint8Array;
  length = 0;
  /** Hash of all letters up to each. */
  readonly #sums: Int32Array;
  readonly #powers: Int32Array;

  /** @param most letters that there will be. */
  constructor(most: number) {
    this.letters = new Uint8Array(most);
    this.#sums = new Int32Array(most + 1);
    this.#powers = powersOf(FACTOR, most + 1);
  }

  clear(): void {
    this.length = 0;
  }

  add(letter: number): void {
    const at = this.length++;
    this.letters[at] = letter;
    this.#sums[at + 1] = Math.imul(this.#sums[at] + letter, FACTOR);
  }

  /** Hash of the letters from one place up to another. */
  hash(from: number, to: number): number {
    return (this.#sums[to] - Math.imul(this.#sums[from], this.#powers[to - from])) | 0;
  }
}
