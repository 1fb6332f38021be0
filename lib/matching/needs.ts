import type { Rule } from './pack.ts';
import type { Scan } from './scanned.ts';

/** Sets of concepts, of each of which one must be present, the rarest first. */
export type NeedSets = readonly (readonly number[])[];

/** Tells at once, for almost every text, that no rule can hold: from the concepts alone, wherever they stand. */
export class Needs {
  /** 1 for each concept that some rule needs. */
  readonly wanted: Uint8Array;
  /** 1 for each concept of the rarest set that a rule needs, and what words as a whole need: without any of these nothing is found. */
  readonly key: Uint8Array;
  /** What rules need, by each of their keys. */
  readonly #needs: NeedSets[][];

  /**
   * @param concepts how many there are.
   * @param subjects concepts of which one must be there where words as a whole tell a claim.
   */
  constructor(rules: readonly Pick<Rule, 'needs'>[], concepts: number, subjects: readonly number[]) {
    this.wanted = new Uint8Array(concepts);
    this.key = new Uint8Array(concepts);
    this.#needs = Array.from({ length: concepts }, () => []);
    for (const subject of subjects) this.key[subject] = 1;
    for (const { needs } of rules) {
      for (const set of needs) for (const concept of set) this.wanted[concept] = 1;
      for (const concept of needs[0]) {
        this.key[concept] = 1;
        this.#needs[concept].push(needs);
      }
    }
  }

  /** Whether some rule has all the concepts it needs, wherever they stand: true for about one post in a thousand. */
  isPossible({ found, foundCount, present }: Scan): boolean {
    for (let i = 0; i < foundCount; i++) {
      const needs = this.#needs[found[i]];
      for (let rule = 0; rule < needs.length; rule++) if (isMet(needs[rule], present)) return true;
    }
    return false;
  }
}

/** Whether of each set one concept is present. */
export function isMet(needs: NeedSets, present: Uint8Array): boolean {
  for (let i = 0; i < needs.length; i++) {
    const choices = needs[i];
    let at = 0;
    while (at < choices.length && present[choices[at]] === 0) at++;
    if (at === choices.length) return false;
  }
  return true;
}
