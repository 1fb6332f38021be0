import type { Verdict } from '../matching/types.ts';

/** What was decided about a post. Lives in memory and goes with the page. */
export interface Entry {
  /** Hash of the text the verdict was given for. */
  hash: string;
  verdict: Verdict;
  /** The reader hid this post's card. */
  hidden: boolean;
}

/** Decisions by post, so that a post that scrolls away and comes back is not judged anew. Forgets the longest unused. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;

  constructor(limit = 2000) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  /** Keeps a verdict; a post once hidden stays hidden, whatever its text. */
  set(key: string, hash: string, verdict: Verdict): Entry {
    const entry = { hash, verdict, hidden: this.#entries.get(key)?.hidden ?? false };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > this.#limit) {
      const oldest = this.#entries.keys().next();
      if (!oldest.done) this.#entries.delete(oldest.value);
    }
    return entry;
  }

  hide(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) entry.hidden = true;
  }

  clear(): void {
    this.#entries.clear();
  }
}
