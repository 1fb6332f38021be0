import type { Verdict } from '../matching/types.ts';

/** What was decided about a post. Lives in memory and goes with the page. */
export interface Entry {
  /** Hash of the text the verdict was given for. */
  hash: string;
  verdict: Verdict;
  /** The reader hid this post's card. */
  hidden: boolean;
}

/**
 * Decisions on posts that the gate let in, so that one that scrolls away and comes back is not judged anew. Forgets what was not
 * asked for in a while: entries stand in two halves, and when the newer one is full, the older one goes. What a person hid is not
 * forgotten.
 */
export class Ledger {
  readonly #half: number;
  readonly #hidden = new Set<string>();
  #newer = new Map<string, Entry>();
  #older = new Map<string, Entry>();

  /** @param limit of entries kept; half as many of those used last are there for sure. */
  constructor(limit = 2000) {
    this.#half = limit / 2;
  }

  get(key: string): Entry | undefined {
    const entry = this.#newer.get(key);
    if (entry) return entry;
    const before = this.#older.get(key);
    return before && this.#keep(key, before);
  }

  /** Keeps a verdict; a post once hidden stays hidden, whatever its text. */
  set(key: string, hash: string, verdict: Verdict): Entry {
    return this.#keep(key, { hash, verdict, hidden: this.#hidden.has(key) });
  }

  #keep(key: string, entry: Entry): Entry {
    if (this.#newer.size >= this.#half) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, entry);
    return entry;
  }

  hide(key: string): void {
    this.#hidden.add(key);
    const entry = this.get(key);
    if (entry) entry.hidden = true;
  }

  clear(): void {
    this.#newer.clear();
    this.#older.clear();
    this.#hidden.clear();
  }
}
