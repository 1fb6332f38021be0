import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GatePack } from '../../lib/matching/gate.ts';
import { pairIn, WITH_AFTER, WITH_BEFORE } from '../../lib/matching/gate-words.ts';
import { needsOf } from '../../lib/matching/needs.ts';
import type { Rule } from '../../lib/matching/pack.ts';
import { ROOT } from '../tools/root.ts';
import type { Collection } from './load.ts';
import { packLine } from './pack-file.ts';

/** Sets of concepts that are to be expected in more texts than this are asked for together with another one. */
const RARE_ENOUGH = 0.1;
/** One bit stands for what is enough by itself. */
const MOST_PAIRS = 31;
/** How much one more form in the pack weighs, beside a yes too many. */
const COST_OF_FORM = 0.0003;
const ALONE = 1;
const POSTS = 'claims-data/posts/*.jsonl';
/** A word that stands in none of our texts is half as frequent with so many letters more. */
const LETTERS_TO_HALVE = 4;

/** Words in more of our texts than this are common ones, which tell as little as so many letters. */
const COMMON = 60;
const COMMON_LETTERS = 3;

type Concepts = readonly number[];
/** In how many of our texts each word stands. */
type Counts = ReadonlyMap<string, number>;

interface Concept {
  name: string;
  forms: readonly string[];
}

/** What a gate asks for: any of some concepts, or one of each of two sets. */
interface Asked {
  alone: ReadonlySet<number>;
  pairs: readonly [Concepts, Concepts][];
}

/** What the gate's pack is made of, as the match pack has it. */
interface Compiled {
  rules: readonly Rule[];
  concepts: readonly Concept[];
  /** Concepts without which words as a whole tell no claim. */
  subjects: Concepts;
  fold: string;
}

/**
 * The gate's pack: of the concepts that each rule needs the rarest, or two sets of them where none is rare enough; and the
 * concepts of which one must be there where words as a whole tell a claim.
 * @param collection says which concepts are common, and its examples how common words are.
 * @returns with it the concepts any of which makes the gate say yes, the subjects among them.
 */
export function compileGate(
  { rules, concepts, subjects, fold }: Compiled,
  { lexicons, claims }: Pick<Collection, 'lexicons' | 'claims'>,
): { gate: GatePack; rare: number[] } {
  const counts = countWords(claims);
  const asked = choose(rules, concepts, subjects, lexicons, counts);
  return { gate: { fold, ...groupForms(concepts, asked, counts) }, rare: [...asked.alone] };
}

function choose(
  rules: readonly Rule[],
  concepts: readonly Concept[],
  subjects: Concepts,
  lexicons: Collection['lexicons'],
  counts: Counts,
): Asked {
  const isCommon = (name: string) => lexicons.some(({ value }) => hasFlag(value?.[name]));
  const enough = new Set(subjects.flatMap((subject) => concepts[subject].forms));
  const frequency = concepts.map(({ name, forms }) => (isCommon(name) ? 1 : expected(forms, enough, counts)));
  const alone = new Set(subjects);
  const cost = (set: Concepts) => set.reduce((sum, concept) => sum + (alone.has(concept) ? 0 : frequency[concept]), 0);
  const cheapest = (needs: readonly Concepts[]) => needs.reduce((best, next) => (cost(next) < cost(best) ? next : best));
  const all = rules.map(({ node }) => needsOf(node).map((set) => [...new Set(set)].sort((a, b) => a - b)));
  all.sort((a, b) => cost(cheapest(b)) - cost(cheapest(a)));
  const isAlone = (needs: readonly Concepts[]) => needs.length === 1 || cost(cheapest(needs)) <= RARE_ENOUGH;
  for (const needs of all.filter(isAlone)) for (const concept of cheapest(needs)) alone.add(concept);
  const used = new Set(alone);
  const pairs = new Map<string, [Concepts, Concepts]>();
  for (const needs of all.filter((each) => cost(cheapest(each)) > 0)) {
    const pair = cheapestPair(needs, (a, b) => cost(a) * cost(b) + COST_OF_FORM * newForms([...a, ...b], used, concepts));
    pairs.set(pair.join(' & '), pair);
    for (const concept of pair.flat()) used.add(concept);
  }
  return { alone, pairs: [...pairs.values()] };
}

function hasFlag(entry: Collection['lexicons'][number]['value'][string] | undefined): boolean {
  return entry !== undefined && !Array.isArray(entry) && entry.common === true;
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

/**
 * How often the forms are to be expected in texts: a form half as often for each letter more. A common word counts as a short
 * one; beside what is enough by itself a form costs nothing.
 */
function expected(forms: readonly string[], enough: ReadonlySet<string>, counts: Counts): number {
  return forms.reduce((sum, form) => {
    const words = form.replace('*', '').split(' ');
    if (words.some((word) => enough.has(word))) return sum;
    const letters = words.map((word) => (words.length > 1 && (counts.get(word) ?? 0) > COMMON ? COMMON_LETTERS : word.length));
    return sum + 2 ** -letters.reduce((all, own) => all + own, 0);
  }, 0);
}

function newForms(set: Concepts, used: ReadonlySet<number>, concepts: readonly Concept[]): number {
  return set.reduce((sum, concept) => sum + (used.has(concept) ? 0 : concepts[concept].forms.length), 0);
}

function cheapestPair(needs: readonly Concepts[], cost: (a: Concepts, b: Concepts) => number): [Concepts, Concepts] {
  const pairs = needs.flatMap((a, i) => needs.slice(i + 1).map((b): [Concepts, Concepts] => [a, b]));
  return pairs.reduce((best, next) => (cost(next[0], next[1]) < cost(best[0], best[1]) ? next : best));
}

/** Forms by what they are part of. Pairs that share a bit, as there are only so many, make the gate looser. */
function groupForms(concepts: readonly Concept[], { alone, pairs }: Asked, counts: Counts): Omit<GatePack, 'fold'> {
  const masks = new Map<string, [first: number, second: number]>();
  const mark = (of: Iterable<number>, first: number, second: number) => {
    for (const form of [...of].flatMap((concept) => concepts[concept].forms)) {
      const [f, s] = masks.get(form) ?? [0, 0];
      masks.set(form, [f | first, s | second]);
    }
  };
  mark(alone, ALONE, ALONE);
  pairs.forEach(([a, b], index) => {
    const bit = 2 << (index % (MOST_PAIRS - 1));
    mark(a, bit, 0);
    mark(b, 0, bit);
  });
  const isAlone = ([first, second]: readonly [number, number]) => (first & second) !== 0;
  // What is enough by itself makes the words beside it superfluous.
  const frequency = (word: string) =>
    isAlone(masks.get(word) ?? [0, 0]) ? 0 : ((counts.get(word.replace('*', '')) ?? 0) + 2) * 2 ** (-word.length / LETTERS_TO_HALVE);
  const lines = Map.groupBy(masks, ([, own]) => (isAlone(own) ? `${ALONE} ${ALONE}` : own.join(' ')));
  const parts = [...lines.keys()].map((key) => key.split(' ').map(Number));
  return {
    forms: [...lines.values()].map((line) => packLine(line.map(([form]) => markPair(form, frequency)).sort())).join('\n'),
    first: parts.map(([first]) => first),
    second: parts.map(([, second]) => second),
  };
}
