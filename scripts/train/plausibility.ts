import { join } from 'node:path';
import { readFoldTable } from '../../lib/matching/fold.ts';
import { readGate } from '../../lib/matching/gate.ts';
import { createMatcher } from '../../lib/matching/index.ts';
import { shareOfStem, stemsOf } from '../../lib/matching/stems.ts';
import { readGatePack, readMatchPack } from '../claims/pack-file.ts';
import { BIAS, PLAUSIBLE_CLASS, PLAUSIBLE_STEP } from '../claims/topics.ts';
import { inSteps } from './features.ts';
import { type Example, train } from './linear.ts';
import { CORPUS, examples, lines, type Post, written } from './posts.ts';
import { readCells, writeCells } from './table.ts';

/**
 * Last part of `npm run train`: learns which words are such as tell claims, in contrast to those of ordinary posts, and writes
 * their weights into `topics.tsv`, as `~plausible`. Where to draw the line is found part by part, with weights learned from the other
 * parts of the posts: of cards that depend on it hardly any may be lost.
 */

/** The stems that weigh most are kept, in steps so coarse that they take little room. */
const MOST_STEMS = 1000;
/** A stem in fewer of our posts tells little. */
const FEWEST_POSTS = 3;
const SETTINGS = { classes: 2, l2: 1, rounds: 60 };
/** Of the cards that depend on it so many may be lost, in parts of the posts that were not learned from. */
const LOSS = 0.005;
const PARTS = 5;
/** The parts are made of runs, as posts of one source or claim stand together. */
const RUN = 25;
/** Posts that no card depends on count less. */
const LESS = 0.5;

/** A post made ready. */
interface Read {
  stems: readonly string[];
  isOrdinary: boolean;
  /** Whether it has a card only if its words are plausible; or, if it is an ordinary one, is let in only then. */
  depends: boolean;
  part: number;
}

type Weights = ReadonlyMap<string, number>;

const pack = readMatchPack();
const fold = readFoldTable(pack.fold);
/** Finds every word plausible. */
const matcher = createMatcher({ ...pack, topics: { ...pack.topics, bias: { ...pack.topics.bias, plausible: Number.POSITIVE_INFINITY } } });
const sure = new Set(pack.topics.sure.map((concept) => pack.names[concept]));
/** Gates that find every text plausible, or none. */
const [anyGate, sureGate] = [1, 0].map((bias) => readGate({ ...readGatePack(), plausibility: { stems: '', weights: '', bias } }));
const own = [...examples(), ...(await written())];
const labelled = await lines(join(CORPUS, 'dev.jsonl'));
const ordinary = await lines(join(CORPUS, 'background-dev.jsonl'));
const posts = [...[...own, ...labelled].flatMap(readTelling), ...ordinary.map(readOrdinary)];
/** Only stems that weigh something anyway, so that the pack has none more. */
const table = readCells(PLAUSIBLE_CLASS);
const stems = commonest(own).filter((stem) => table.has(stem));
const line = drawLine();
const steps = [...learn(posts)].map(([stem, weight]): [string, number] => [stem, stem === BIAS ? weight - line + 1 : weight]);
writeCells(table, PLAUSIBLE_CLASS, new Map(steps.filter(([, weight]) => weight !== 0)));

/** Posts that assert a claim, found or not. */
function readTelling(post: Post, index: number): Read[] {
  const isFound = matcher.match(post.text).matches.length > 0;
  if (!isFound && post.gold !== 'yes') return [];
  return [{ ...read(post, index), isOrdinary: false, depends: isFound && !holds(post, sure) }];
}

function readOrdinary(post: Post, index: number): Read {
  return { ...read(post, index), isOrdinary: true, depends: anyGate(post.text) && !sureGate(post.text) };
}

function read({ text }: Post, index: number): Pick<Read, 'stems' | 'part'> {
  return { stems: stemsOf(text, fold), part: Math.floor(index / RUN) % PARTS };
}

function holds({ text }: Post, names: ReadonlySet<string>): boolean {
  return matcher.features(text).concepts.some((name) => names.has(name));
}

function commonest(from: readonly Post[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of from) for (const stem of new Set(stemsOf(text, fold))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return [...counts].flatMap(([stem, count]) => (count >= FEWEST_POSTS ? [stem] : [])).sort();
}

/** Learns twice: the second time without the stems that told little, so that the others make up for them. */
function learn(from: readonly Read[]): Weights {
  const first = weigh(from, stems);
  const most = [...first].filter(([stem]) => stem !== BIAS).sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return weigh(
    from,
    most.slice(0, MOST_STEMS).map(([stem]) => stem),
  );
}

function weigh(from: readonly Read[], names: readonly string[]): Weights {
  const index = new Map(names.map((name, i) => [name, i]));
  const toExample = (post: Read): Example => {
    const share = shareOfStem(post.stems.length);
    const shares = new Map<number, number>();
    for (const stem of post.stems) {
      const at = index.get(stem);
      if (at !== undefined) shares.set(at, (shares.get(at) ?? 0) + share);
    }
    return { features: [...shares.keys()], values: [...shares.values()], label: post.isOrdinary ? 0 : 1, weight: post.depends ? 1 : LESS };
  };
  const { weights } = train(from.map(toExample), { ...SETTINGS, features: names.length });
  return new Map([...names, BIAS].map((name, i) => [name, coarse(name, weights[2 * i + 1] - weights[2 * i])]));
}

function coarse(feature: string, weight: number): number {
  return Math.round(inSteps(feature, weight) / PLAUSIBLE_STEP) * PLAUSIBLE_STEP;
}

function score({ stems: own }: Read, weights: Weights): number {
  return (weights.get(BIAS) ?? 0) + own.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0) * shareOfStem(own.length);
}

/** The score, in whole steps, that all posts but the allowed few reach, each judged by weights learned from the other parts. */
function drawLine(): number {
  const scored = Array.from({ length: PARTS }, (_, own) => own).flatMap((own) => {
    const weights = learn(posts.filter(({ part }) => part !== own));
    return posts.filter(({ part, depends }) => part === own && depends).map((post) => ({ post, score: score(post, weights) }));
  });
  const cards = scored.filter(({ post }) => !post.isOrdinary).map((each) => each.score);
  const least = Math.ceil(cards.sort((a, b) => a - b)[Math.floor(cards.length * LOSS)]);
  const passing = scored.filter((each) => each.post.isOrdinary && each.score >= least).length;
  console.log(`${cards.length} cards depend on plausible words; ${passing} of ${ordinary.length} ordinary posts are let in for them`);
  return least;
}
