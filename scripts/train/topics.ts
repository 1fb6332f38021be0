import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMatcher } from '../../lib/matching/index.ts';
import { readMatchPack } from '../claims/pack-file.ts';
import { BIAS, CONCEPT_MARK, TOPICS_FILE } from '../claims/topics.ts';
import { ROOT } from '../tools/root.ts';
import { featuresOf, inSteps } from './features.ts';
import { type Example, type Model, train } from './linear.ts';
import { CORPUS, claimOf, EXAMPLE_WEIGHT, examples, lines, type Post, written } from './posts.ts';

/**
 * `npm run train`: learns from posts written for it what the words of a post say about its claim, and writes
 * `claims-data/matching/topics.tsv`. Learns from the examples of the claims and `claims-data/posts`; ordinary posts for
 * comparison come from the labelled collection beside the project, of which nothing but counts of our own words is kept.
 */

/** A post made ready: its features and the claim it is about. */
interface Read {
  features: readonly string[];
  claim: string | undefined;
  weight: number;
}

/** Ordinary posts are many and alike: each counts less. */
const BACKGROUND_WEIGHT = 0.8;
/** Labelled stances of posts that are about no claim at all. */
const ABOUT_NOTHING = ['unrelated', 'charity-awareness', 'reports-news'];
const ABOUT = { l2: 0.2, rounds: 100 };
/** Smaller weights are many, and together they tell little. */
const SMALLEST = 0.225;
const RELEVANCE = { l2: 0.5, rounds: 100 };
/** A post is rather looked at once too often: the relevance only decides who gets a closer look. */
const RELEVANCE_LEAN = 2;

const pack = readMatchPack();
const matcher = createMatcher(pack);
const ids = pack.claims.map(({ id }) => id);
if (!existsSync(CORPUS)) throw new Error(`${CORPUS} is not there; training needs real posts to compare with.`);
const own = [...examples().map((post) => ({ ...read(post), weight: EXAMPLE_WEIGHT })), ...(await written()).map(read)];
const labelled = await lines(join(CORPUS, 'dev.jsonl'));
const real = labelled.filter(({ gold }) => gold === 'yes' || gold === 'tags' || gold === 'no').map(read);
const posts = [...own, ...real];
const ordinary = [
  ...(await lines(join(CORPUS, 'background-dev.jsonl'))),
  ...labelled.filter(({ gold, stance = '' }) => gold === 'no' && ABOUT_NOTHING.includes(stance)),
].map((post) => ({ ...read(post), claim: undefined }));
write(learn());

function read(post: Post): Read {
  const { concepts, stems } = matcher.features(post.text);
  return { features: [...concepts.map((name) => CONCEPT_MARK + name), ...stems], claim: claimOf(post, ids), weight: 1 };
}

function learn(): Map<string, Map<string, number>> {
  const names = featuresOf(own.map(({ features }) => features));
  const index = new Map(names.map((name, i) => [name, i]));
  const concepts = new Map(names.filter((name) => name.startsWith(CONCEPT_MARK)).map((name, i) => [name, i]));
  const example =
    (known: ReadonlyMap<string, number>) =>
    ({ features }: Read, label: number, weight: number): Example => ({
      features: features.flatMap((feature) => known.get(feature) ?? []),
      label,
      weight,
    });
  const [all, only] = [example(index), example(concepts)];
  const topical = posts.filter(({ claim }) => claim !== undefined && ids.includes(claim));
  const weights = new Map<string, Map<string, number>>();
  const keep = (model: Model, known: ReadonlyMap<string, number>, classNames: readonly string[], smallest: number, lean = 0) => {
    const put = (feature: string, name: string, weight: number) => {
      if (Math.abs(weight) < smallest) return;
      const steps = inSteps(feature, weight);
      if (steps !== 0) weights.set(feature, (weights.get(feature) ?? new Map()).set(name, steps));
    };
    classNames.forEach((name, c) => {
      put(BIAS, name, model.weights[known.size * model.classes + c] + lean);
      for (const [feature, i] of known) put(feature, name, model.weights[i * model.classes + c]);
    });
  };
  const about = train(
    [
      ...topical.map((post) => all(post, ids.indexOf(post.claim ?? ''), post.weight)),
      ...ordinary.map((post) => all(post, ids.length, BACKGROUND_WEIGHT)),
    ],
    { ...ABOUT, classes: ids.length + 1, features: names.length },
  );
  keep(about, index, [...ids, '~none'], SMALLEST);
  const relevance = train([...topical.map((post) => only(post, 1, 1)), ...ordinary.map((post) => only(post, 0, BACKGROUND_WEIGHT))], {
    ...RELEVANCE,
    classes: 2,
    features: concepts.size,
  });
  keep(oneSided(relevance), concepts, ['~relevant'], 0, RELEVANCE_LEAN);
  return weights;
}

/** Of two classes only the difference counts. */
function oneSided({ weights }: Model): Model {
  return { weights: Float64Array.from({ length: weights.length / 2 }, (_, i) => weights[2 * i + 1] - weights[2 * i]), classes: 1 };
}

function write(weights: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  const rows = [...weights]
    .map(([feature, cells]) => [feature, ...[...cells].map(([name, weight]) => `${name}=${weight}`)].join('\t'))
    .sort();
  const about =
    '# Written by `npm run train`; not by hand. A word (its first six letters) or a @CONCEPT, and what it weighs for each claim.';
  writeFileSync(join(ROOT, TOPICS_FILE), `${about}\n${rows.join('\n')}\n`);
  const cells = [...weights.values()].reduce((sum, { size }) => sum + size, 0);
  console.log(`${posts.length} posts, ${ordinary.length} ordinary ones: ${rows.length} features, ${cells} weights`);
}
