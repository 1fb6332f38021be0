import { DIGITS, SCALE, weightDigit } from '../../lib/matching/digits.ts';
import type { PairsPack, TopicPack } from '../../lib/matching/pack.ts';
import type { PlausibilityPack } from '../../lib/matching/plausibility.ts';
import { ASSERTS, NO_CLAIM, PLAUSIBLE } from '../../lib/matching/topics.ts';
import { packLine } from './pack-file.ts';
import type { Problem } from './problems.ts';
import { readTrainedTable } from './trained-table.ts';

/** Trained by `npm run train`: one line a feature, with what it weighs for each claim. */
export const TOPICS_FILE = 'claims-data/matching/topics.tsv';
/** The class of what the gate weighs, too. */
export const PLAUSIBLE_CLASS = '~plausible';
/** The class of what makes a post assert something. */
const ASSERTS_CLASS = '~asserts';
/** Names of the classes that are no claim. */
const CLASSES: Record<string, number> = { '~none': NO_CLAIM, [ASSERTS_CLASS]: ASSERTS, [PLAUSIBLE_CLASS]: PLAUSIBLE };
/** What speaks for a closer look at a post. */
const RELEVANT = '~relevant';
/** The features that are always there. */
export const BIAS = '(always)';
/** A concept's name is written with this before it, to tell it from a stem. */
export const CONCEPT_MARK = '@';
/** Weights are trained in whole numbers, so many to one step of log-odds; they are shipped in steps of `SCALE`, see docs/decisions/0042. */
export const TABLE_SCALE = 20;
/** What the gate weighs, too, is trained in coarser steps, and shipped in these. */
export const PLAUSIBLE_STEP = 5;
/** Lighter weights of words for a claim are not shipped, and lighter pairs of words neither: see docs/decisions/0042. */
const SMALLEST = { claim: 0.4 * TABLE_SCALE, pair: 0.3 * TABLE_SCALE };
/** Claims about a hashtag are told by it: words alone never tell one. */
const TOLD_BY_TAGS = 'hashtags';
/** So unlikely before anything is read that no words make up for it. */
const NEVER = -50;
/** A class and a weight in steps of `SCALE`. */
export type Cell = [own: number, weight: number];

/** What a post must reach, chosen by hand: see docs/decisions/0017. */
export const LEAST = { confidence: 0.6, relevance: 0.95, asserts: 2.5, ofRules: 0.25, yielding: 2 };

/** Concepts of what the claims are about: without any of these in a post, single words tell nothing. */
const SUBJECTS = ['CHILD', 'TRAFFICKING', 'TRAFFICKER', 'CHILD_TRAFFICKING', 'KIDNAP', 'PEDO', 'PEDO_RING', 'SAVE_TAG', 'MISSING', 'ABUSE'];

const STEM = /^[a-z0-9?]+$/;
const PAIR = /^[a-z0-9?]+ [a-z0-9?]+$/;

interface Line {
  feature: string;
  /** Pairs of a class and a weight, in steps of `TABLE_SCALE`. */
  weights: [name: string, weight: number][];
}

/**
 * Reads the trained weights and packs them. Weights of claims and concepts that are not there any more are left out: they cost
 * nothing until the next training.
 * @param claims in the order of the pack.
 * @param concepts names in the order of the pack.
 */
export function compileTopics(
  claims: readonly { id: string; family: string }[],
  concepts: readonly string[],
  problems: Problem[],
): Omit<TopicPack, 'rare' | 'sure'> & { plausibility: PlausibilityPack } {
  const lines = readLines(problems);
  const classes = new Map([
    ...claims.map(({ id }, index) => [id, index] as const),
    ...Object.entries(CLASSES).map(([name, at]) => [name, claims.length + at] as const),
  ]);
  if (classes.size > DIGITS.length)
    problems.push({
      file: TOPICS_FILE,
      message: `weights can be packed for ${DIGITS.length - Object.keys(CLASSES).length} claims at most; give DIGITS in lib/matching/digits.ts more`,
    });
  const byFeature = new Map(lines.map(({ feature, weights }) => [feature, weights]));
  const known = (feature: string): Cell[] =>
    (byFeature.get(feature) ?? []).flatMap(([name, weight]) => {
      const own = classes.get(name);
      const steps = name === PLAUSIBLE_CLASS ? weight / PLAUSIBLE_STEP : toSteps(weight);
      const isLight = name !== PLAUSIBLE_CLASS && name !== ASSERTS_CLASS && Math.abs(weight) < SMALLEST.claim;
      return own === undefined || steps === 0 || isLight ? [] : [[own, steps]];
    });
  const pairs = lines.filter(({ feature, weights: [[, weight]] }) => isPair(feature) && Math.abs(weight) >= SMALLEST.pair);
  const own = lines.flatMap(({ feature }) => (STEM.test(feature) && known(feature).length > 0 ? [feature] : []));
  const stems = [...new Set([...own, ...pairs.flatMap(({ feature }) => feature.split(' '))])].sort();
  const rows = [...concepts.map((name) => CONCEPT_MARK + name), ...stems].map(known);
  const relevance = (name: string) => toSteps(byFeature.get(CONCEPT_MARK + name)?.find(([own]) => own === RELEVANT)?.[1] ?? 0);
  const bias = Object.fromEntries(byFeature.get(BIAS) ?? []);
  const log = (name: string) => (bias[name] ?? 0) / TABLE_SCALE;
  const plausible = (bias[PLAUSIBLE_CLASS] ?? 0) / PLAUSIBLE_STEP;
  return {
    stems: packLine(stems),
    ...packWeights(rows),
    pairs: packPairs(stems, new Map(pairs.map(({ feature, weights }) => [feature, toSteps(weights[0][1])]))),
    relevance: concepts.map(relevance),
    bias: {
      relevant: log(RELEVANT),
      asserts: log(ASSERTS_CLASS),
      none: log('~none'),
      claims: claims.map(({ id, family }) => (family === TOLD_BY_TAGS ? NEVER : log(id))),
      plausible,
    },
    least: LEAST,
    subjects: concepts.flatMap((name, index) => (SUBJECTS.includes(name) ? [index] : [])),
    plausibility: packPlausibility(lines, plausible),
  };
}

/** A trained weight in steps of `SCALE`; halves go away from nothing, whatever the sign. */
export function toSteps(weight: number): number {
  return Math.sign(weight) * Math.round((Math.abs(weight) * SCALE) / TABLE_SCALE);
}

/** The weights that the gate has, too, apart from all others. */
function packPlausibility(lines: readonly Line[], bias: number): PlausibilityPack {
  const own = lines.flatMap(({ feature, weights }): [string, number][] => {
    const weight = weights.find(([name]) => name === PLAUSIBLE_CLASS)?.[1];
    return weight === undefined || feature === BIAS ? [] : [[feature, weight / PLAUSIBLE_STEP]];
  });
  own.sort(([a], [b]) => (a < b ? -1 : 1));
  return { stems: packLine(own.map(([stem]) => stem)), weights: own.map(([, weight]) => weightDigit(weight)).join(''), bias };
}

/** Two words side by side, as their stems with a space between them. */
export function isPair(feature: string): boolean {
  return PAIR.test(feature);
}

/** Columns of the weights of all features; see `TopicPack`. */
export function packWeights(rows: readonly (readonly Cell[])[]): Pick<TopicPack, 'counts' | 'classes' | 'weights' | 'order'> {
  const most = [...Map.groupBy(rows.flat(), ([own]) => own)].sort(([a, x], [b, y]) => y.length - x.length || a - b);
  const order = most.map(([own]) => own);
  const places = new Map(order.map((own, place) => [own, place]));
  const placed = rows.map((row) => row.map(([own, weight]): Cell => [places.get(own) ?? 0, weight]).sort(([a], [b]) => a - b));
  return {
    counts: rows.map(({ length }) => DIGITS[length]).join(''),
    classes: placed.flatMap((row) => row.map(([place], at) => DIGITS[place - (row[at - 1]?.[0] ?? -1) - 1])).join(''),
    weights: placed.flatMap((row) => row.map(([, weight]) => weightDigit(weight))).join(''),
    order,
  };
}

/** @param pairs of stems with a space between them, and what they weigh in steps of `SCALE`. */
export function packPairs(stems: readonly string[], pairs: ReadonlyMap<string, number>): PairsPack {
  const numbers = new Map(stems.map((stem, number) => [stem, number]));
  const rows: [second: number, weight: number][][] = stems.map(() => []);
  for (const [pair, weight] of pairs) {
    const [first, second] = pair.split(' ').map((stem) => numbers.get(stem) ?? 0);
    rows[first].push([second, weight]);
  }
  const sorted = rows.map((row) => row.sort(([a], [b]) => a - b));
  return {
    counts: sorted.map(({ length }) => length),
    seconds: sorted.flatMap((row) => row.map(([second], at) => second - (row[at - 1]?.[0] ?? 0))),
    weights: sorted.flatMap((row) => row.map(([, weight]) => weightDigit(weight))).join(''),
  };
}

function readLines(problems: Problem[]): Line[] {
  return readTrainedTable(TOPICS_FILE).flatMap(({ line, cells: [feature, ...cells] }): Line[] => {
    const weights = cells.map((cell): [string, number] => [
      cell.slice(0, cell.lastIndexOf('=')),
      Number(cell.slice(cell.lastIndexOf('=') + 1)),
    ]);
    if (weights.every(([name, weight]) => name !== '' && Number.isInteger(weight) && (feature === BIAS || Math.abs(weight) < 128)))
      return [{ feature, weights }];
    problems.push({
      file: TOPICS_FILE,
      line,
      message: 'must be a feature and cells like claim-id=12, -127 to 127, with tabs between; run npm run train',
    });
    return [];
  });
}
