import { ANY_LETTER } from './gate-letters.ts';

/** How much a form tells: nothing, something among plausible words, enough. What holds both kinds has both bits. */
export const NOTHING_FOUND = 0;
export const WEAK = 1;
export const SURE = 2;

/** Bits of letters before and after a word or two. */
export interface Beside {
  before: number;
  after: number;
}

/** Nothing needs to stand beside it. */
export const ALONE: Beside = { before: ANY_LETTER, after: ANY_LETTER };
const NO_LETTERS: Beside = { before: 0, after: 0 };

/** Enough for what is sought today, so that no table grows. */
const FIRST_SLOTS = 1 << 12;
/** Of four slots so many may be taken. */
const MOST_OF_FOUR = 3;

/** A set of hashes that may seem to hold one in some twenty others, too: a bit for each, by its first 16. */
export class Sieve {
  readonly #bits = new Int32Array(1 << 11);

  add(hash: number): void {
    this.#bits[hash >>> 21] |= 1 << (hash >>> 16);
  }

  mayHave(hash: number): boolean {
    return ((this.#bits[hash >>> 21] >>> (hash >>> 16)) & 1) !== 0;
  }
}

/**
 * A hash table of what forms tell, with letters that stand beside a form: last ones of the words before it, first ones of those after
 * it, a bit each. What is added twice has the bits of both. Nearly all that it is asked for is not there, which its sieve tells.
 */
export class Kinds {
  readonly #sieve = new Sieve();
  /** Hashes, 0 where a slot is free. */
  #keys = new Int32Array(FIRST_SLOTS);
  #taken = 0;
  kinds = new Uint8Array(FIRST_SLOTS);
  before = new Int32Array(FIRST_SLOTS);
  after = new Int32Array(FIRST_SLOTS);

  add(hash: number, kind: number, { before, after } = NO_LETTERS): void {
    if (this.#taken * 4 >= this.#keys.length * MOST_OF_FOUR) this.#grow();
    this.#sieve.add(hash);
    const slot = this.#slot(hash);
    if (this.#keys[slot] === 0) this.#taken++;
    this.#keys[slot] = hash || 1;
    this.kinds[slot] |= kind;
    this.before[slot] |= before;
    this.after[slot] |= after;
  }

  /** Slot of a hash, -1 where it was not added. */
  find(hash: number): number {
    if (!this.#sieve.mayHave(hash)) return -1;
    const slot = this.#slot(hash);
    return this.#keys[slot] === 0 ? -1 : slot;
  }

  #slot(hash: number): number {
    const keys = this.#keys;
    const key = hash || 1;
    let slot = key >>> Math.clz32(keys.length - 1);
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & (keys.length - 1);
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const { kinds, before, after } = this;
    const slots = keys.length * 2;
    this.#keys = new Int32Array(slots);
    this.kinds = new Uint8Array(slots);
    this.before = new Int32Array(slots);
    this.after = new Int32Array(slots);
    this.#taken = 0;
    for (const [slot, key] of keys.entries()) if (key !== 0) this.add(key, kinds[slot], { before: before[slot], after: after[slot] });
  }
}
