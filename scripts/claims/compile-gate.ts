import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GatePack } from '../../lib/matching/gate.ts';
import { pairIn, WITH_AFTER, WITH_BEFORE } from '../../lib/matching/gate-words.ts';
import type { Rule } from '../../lib/matching/pack.ts';
import type { PlausibilityPack } from '../../lib/matching/plausibility.ts';
import { ROOT } from '../tools/root.ts';
import { type Commonness, readCommonness } from './commonness.ts';
import type { Collection } from './load.ts';
import { needsOf } from './needs.ts';
import { packLine } from './pack-file.ts';
import type { Problem } from './problems.ts';

const POSTS = 'claims-data/posts/*.jsonl';
/** Concepts in more ordinary posts than this are enough only among plausible words. */
const SURE_UP_TO = 0.0001;
/** Those in at most so many are rare enough for words as a whole to tell a claim by them. */
const RARE_UP_TO = 0.0005;
/** Of ordinary posts that hold one of these, about so many have plausible words. */
const PLAUSIBLE_SHARE = 0.1;
/** One letter more in the gate's pack weighs as much as so large a share of ordinary posts let in; a form has so many beside its own. */
const COST_OF_LETTER = 1.2e-6;
const LETTERS_OF_FORM = 7;
/** After so many times all rules have made up their minds, or nearly. */
const ROUNDS = 4;
/** Of words that stand in as many of our texts the one with so many letters more is half as likely in others, or what looks like it. */
const LETTERS_TO_HALVE = 1;

type Concepts = readonly number[];
/** In how many of our texts each word stands. */
type Counts = ReadonlyMap<string, number>;

interface Concept {
  name: string;
  forms: readonly string[];
}

/** What the gate's pack is made of, as the match pack has it. */
interface Compiled {
  rules: readonly Rule[];
  concepts: readonly Concept[];
  /** Concepts without which words as a whole tell no claim. */
  subjects: Concepts;
  fold: string;
  plausibility: PlausibilityPack;
}

/**
 * The gate's pack: of the sets of concepts that each rule needs the one that lets in the fewest ordinary posts, and the concepts of
 * which one must be there where words as a whole tell a claim.
 * @param claims their examples say how common words are.
 * @returns with it the concepts by which words as a whole tell a claim, and those that are enough whatever words are beside them.
 */
export function compileGate(
  { rules, concepts, subjects, fold, plausibility }: Compiled,
  { claims }: Pick<Collection, 'claims'>,
  problems: Problem[],
): { gate: GatePack; rare: number[]; sure: number[] } {
  const commonness = readCommonness(concepts, problems);
  const asked = choose(rules, concepts, subjects, commonness);
  const isSubject = (concept: number) => subjects.includes(concept);
  const isSure = (concept: number) => isUpTo(SURE_UP_TO, commonness[concept]) && !isSubject(concept);
  const [sure, weak] = [asked.filter(isSure), asked.filter((concept) => !isSure(concept))];
  const rare = asked.filter((concept) => isSubject(concept) || isUpTo(RARE_UP_TO, commonness[concept]));
  const counts = countWords(claims);
  const enough = new Set(sure.flatMap((concept) => concepts[concept].forms));
  const formsOf = (of: Concepts) => [...new Set(of.flatMap((concept) => concepts[concept].forms))];
  const lines = [[...enough], formsOf(weak).filter((form) => !enough.has(form))];
  // What is enough by itself makes the words beside it superfluous.
  const frequency = (word: string) =>
    enough.has(word) ? 0 : ((counts.get(word.replace('*', '')) ?? 0) + 2) * 2 ** (-word.length / LETTERS_TO_HALVE);
  const forms = lines.map((line) => packLine(line.map((form) => markPair(form, frequency)).sort())).join('\n');
  return { gate: { fold, forms, plausibility }, rare, sure };
}

/** Concepts that were not counted yet are new: what needs them works until they are. */
function isUpTo(share: number, commonness: number | undefined): boolean {
  return commonness === undefined || commonness <= share;
}

/** Chooses for each rule again and again, as rules that ask for the same pay for it once. @returns all that is asked for. */
function choose(rules: readonly Rule[], concepts: readonly Concept[], subjects: Concepts, commonness: Commonness): number[] {
  const uses = new Int32Array(concepts.length);
  for (const subject of subjects) uses[subject]++;
  const prices = concepts.map(({ forms }, concept) => {
    const own = commonness[concept] ?? 0;
    const letters = forms.reduce((sum, form) => sum + LETTERS_OF_FORM + form.length, 0);
    return own * (isUpTo(SURE_UP_TO, own) ? 1 : PLAUSIBLE_SHARE) + letters * COST_OF_LETTER;
  });
  const price = (set: Concepts) => set.reduce((sum, concept) => sum + (uses[concept] > 0 ? 0 : prices[concept]), 0);
  const use = (set: Concepts, by: number) => {
    for (const concept of set) uses[concept] += by;
  };
  const needs = rules.map(({ node }) => needsOf(node));
  const chosen: Concepts[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    needs.forEach((sets, rule) => {
      use(chosen[rule] ?? [], -1);
      chosen[rule] = sets.reduce((best, next) => (price(next) < price(best) ? next : best));
      use(chosen[rule], 1);
    });
  }
  return concepts.flatMap((_, concept) => (uses[concept] > 0 ? [concept] : []));
}

/** In how many examples, and posts to learn from, each word stands. */
function countWords(claims: Collection['claims']): Counts {
  const examples = claims.flatMap(({ value }) => [...(value?.examples?.match ?? []), ...(value?.examples?.no_match ?? [])]);
  const counts = new Map<string, number>();
  for (const text of [...examples, ...readPosts()])
    for (const word of new Set(text.toLowerCase().match(/[a-z0-9]+/g))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function readPosts(): string[] {
  const lines = globSync(POSTS, { cwd: ROOT }).flatMap((file) => readFileSync(join(ROOT, file), 'utf8').trim().split('\n'));
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

/** Marks the two words of a form that are to be expected together in the fewest texts, unless they are chosen anyway. */
function markPair(form: string, frequency: (word: string) => number): string {
  const words = form.split(' ');
  if (words.length === 1) return form;
  const rates = words.map(frequency);
  let at = 0;
  for (let i = 1; i + 1 < words.length; i++) if (rates[i] * rates[i + 1] < rates[at] * rates[at + 1]) at = i;
  const [rarest, beside] = rates[at] < rates[at + 1] ? [at, at + 1] : [at + 1, at];
  const chosen = pairIn(form);
  if (rarest !== chosen.rarest || beside !== chosen.beside) words[rarest] = (beside < rarest ? WITH_BEFORE : WITH_AFTER) + words[rarest];
  return words.join(' ');
}
