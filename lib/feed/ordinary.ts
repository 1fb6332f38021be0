/** Texts remembered, at most; a later one takes the place of one whose hash has the same last bits. */
const PLACES = 4096;

/**
 * Which texts the gate has refused, by their hashes (`hash.ts`), so that a post that scrolls away and comes back is not read by it
 * again. Nearly all posts are such, so they have no entry in the ledger: 32 kB of numbers stand for all of them. What is forgotten
 * is asked anew. All 64 bits are compared.
 */
export class OrdinaryTexts {
  readonly #first = new Int32Array(PLACES);
  readonly #second = new Int32Array(PLACES);

  has(hash: string): boolean {
    const first = unitsAt(hash, 0);
    const place = first & (PLACES - 1);
    return this.#first[place] === first && this.#second[place] === unitsAt(hash, 2);
  }

  add(hash: string): void {
    const first = unitsAt(hash, 0);
    const place = first & (PLACES - 1);
    this.#first[place] = first;
    this.#second[place] = unitsAt(hash, 2);
  }
}

/** Two of a hash's code units as one number. */
function unitsAt(hash: string, at: number): number {
  return hash.charCodeAt(at) | (hash.charCodeAt(at + 1) << 16);
}
