import type { Lexicon } from './lexicon.ts';
import type { Node, Rule } from './pack.ts';
import type { Scan } from './scanned.ts';

/** Sets of concepts, of each of which one must be present. */
export type NeedSets = readonly (readonly number[])[];

/** Tells at once, for almost every text, that no rule can hold: from the concepts alone, wherever they stand. */
export class Needs {
  /** 1 for each concept that some rule needs. */
  readonly wanted: Uint8Array;
  /** 1 for each concept of the rarest set that a rule needs, and what words as a whole need: without any of these nothing is found. */
  readonly key: Uint8Array;
  /** What rules need, by each of their keys. */
  readonly #needs: NeedSets[][];
  readonly #ofRules = new Map<Rule, NeedSets>();

  /** @param subjects concepts of which one must be there where words as a whole tell a claim. */
  constructor(rules: readonly Rule[], lexicon: Lexicon, subjects: readonly number[]) {
    const concepts = lexicon.size;
    const common = commonness(lexicon);
    this.wanted = new Uint8Array(concepts);
    this.key = new Uint8Array(concepts);
    this.#needs = Array.from({ length: concepts }, () => []);
    for (const subject of subjects) this.key[subject] = 1;
    for (const rule of rules) {
      const needs = needsOf(rule.node);
      this.#ofRules.set(rule, needs);
      for (const concept of needs.flat()) this.wanted[concept] = 1;
      for (const concept of rarest(needs, common)) {
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

  /** Whether a rule has all the concepts it needs, wherever they stand. */
  areMet(rule: Rule, { present }: Scan): boolean {
    return isMet(this.#ofRules.get(rule) ?? [], present);
  }
}

/** The needs of a node, wherever its parts stand. Of alternatives only the smallest need of each counts. */
export function needsOf(node: Node): NeedSets {
  if ('concept' in node) return [[node.concept]];
  if ('tag' in node) return [[node.tag]];
  if ('number' in node) return needsOf(node.number.of);
  if ('any' in node) return [node.any.flatMap((part) => needsOf(part).toSorted((a, b) => a.length - b.length)[0])];
  return ('all' in node ? node.all : node.order).flatMap(needsOf);
}

function isMet(needs: NeedSets, present: Uint8Array): boolean {
  for (let i = 0; i < needs.length; i++) {
    const choices = needs[i];
    let at = 0;
    while (at < choices.length && present[choices[at]] === 0) at++;
    if (at === choices.length) return false;
  }
  return true;
}

/** How often the forms of each concept are to be expected in texts: a form half as often for each letter more. */
function commonness({ ends, steps, from, concepts, size }: Lexicon): Float64Array {
  const common = new Float64Array(size);
  for (let form = 0; form < concepts.length; form++) {
    let letters = 0;
    for (let at = from[form]; at < from[form + 1]; at++) letters += ends[steps[at]] - ends[steps[at] - 1];
    common[concepts[form]] += 2 ** -letters;
  }
  return common;
}

function rarest(needs: NeedSets, common: Float64Array): readonly number[] {
  const sum = (choices: readonly number[]) => choices.reduce((total, concept) => total + common[concept], 0);
  return needs.reduce((best, choices) => (sum(choices) < sum(best) ? choices : best));
}
