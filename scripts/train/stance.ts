import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { shareOfWord } from '../../lib/matching/topics.ts';
import { BIAS, CONCEPT_MARK, isPair } from '../claims/topics.ts';
import { ROOT } from '../tools/root.ts';
import { type Case, readCases } from './cases.ts';
import { featuresOf, inSteps } from './features.ts';
import { train } from './linear.ts';
import { readCells, writeCells } from './table.ts';

/**
 * Second half of `npm run train`: learns from the same posts what makes a post that tells a claim assert it. Writes the weights
 * of signs into `claims-data/matching/sign-weights.yaml` and those of words and pairs of them, as `~asserts`, into `topics.tsv`. With `--measure`
 * it writes nothing and prints how well that does on claims it has not seen.
 */

const SETTINGS = { l2: 1, rounds: 100 };
const SMALLEST = { word: 0.1, pair: 0.2, sign: 0.05 };
/** How much of a feature's ease depends on its standing on one side, and on its being rare; chosen on posts left out of training. */
const EASE = { ofSided: 0.6, ofRare: 0.1 };
const FOLDS = 8;
const CLASS = '~asserts';
const WEIGHTS_FILE = 'claims-data/matching/sign-weights.yaml';

const isSign = (feature: string) => feature.includes(':');
/** What a stage of the comparison may weigh. */
const STAGES: Record<string, (feature: string) => boolean> = {
  'and the words': (feature) => !isSign(feature) && !isPair(feature),
  'and pairs of them': (feature) => !isSign(feature),
  'and the signs': isSign,
  'and words, pairs and signs': () => true,
};

/** The table of topics without the weights that are written here. */
const TOPICAL = readCells(CLASS);

/** Log-odds by feature, `BIAS` among them. */
type Weights = ReadonlyMap<string, number>;

/** Learns twice: the second time without the features that told little, so that the others make up for them. */
function learn(all: readonly Case[], uses: (feature: string) => boolean): Weights {
  const cases = all.filter(({ features }) => features.length > 0);
  const names = featuresOf(cases.map(({ features }) => features.filter(uses)));
  const ease = easeOf(cases, names);
  const first = weighFeatures(cases, names, ease);
  return weighFeatures(
    cases,
    names.filter((name) => Math.abs(first.get(name) ?? 0) >= smallestOf(name)),
    ease,
  );
}

/**
 * How easily each feature comes to a weight, about 1: those that stand far more often on one side, and rare ones, more easily. A
 * word that is as common in posts that assert and in posts that do not shall not make up for the accidents of others.
 */
function easeOf(cases: readonly Case[], names: readonly string[]): ReadonlyMap<string, number> {
  const seen = new Map(names.map((name) => [name, { times: 1, asserts: 1, not: 1 }]));
  for (const { features, asserts, weight } of cases)
    for (const name of features) {
      const own = seen.get(name);
      if (!own) continue;
      own.times++;
      own[asserts ? 'asserts' : 'not'] += weight;
    }
  const all = [...seen.values()];
  const lean = Math.log(sumOf(all.map(({ asserts }) => asserts)) / sumOf(all.map(({ not }) => not)));
  const sided = new Map([...seen].map(([name, { asserts, not }]) => [name, Math.abs(Math.log(asserts / not) - lean)]));
  const rare = new Map([...seen].map(([name, { times }]) => [name, times ** -EASE.ofRare]));
  const words = names.filter((name) => !isSign(name) && !isPair(name));
  // Where a stage weighs no words, the mean is that of all.
  const meanOf = (values: ReadonlyMap<string, number>) => {
    const own = words.length > 0 ? words : names;
    return sumOf(own.map((name) => values.get(name) ?? 0)) / own.length;
  };
  const [meanSided, meanRare] = [meanOf(sided), meanOf(rare)];
  return new Map(
    names.map((name) => [
      name,
      (1 - EASE.ofSided + (EASE.ofSided * (sided.get(name) ?? 0)) / meanSided) * ((rare.get(name) ?? 0) / meanRare),
    ]),
  );
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function weighFeatures(cases: readonly Case[], names: readonly string[], ease: ReadonlyMap<string, number>): Weights {
  const index = new Map(names.map((name, i) => [name, i]));
  const easeAt = (name: string) => ease.get(name) ?? 1;
  const { weights } = train(
    cases.map(({ features, asserts, weight }) => {
      const share = shareOf(features, index);
      const known = features.filter((name) => index.has(name));
      return {
        features: known.flatMap((name) => index.get(name) ?? []),
        values: known.map((name) => (isSign(name) ? 1 : share) * easeAt(name)),
        label: asserts ? 1 : 0,
        weight,
      };
    }),
    { ...SETTINGS, classes: 2, features: names.length },
  );
  return new Map([...names, BIAS].map((name, i) => [name, (weights[2 * i + 1] - weights[2 * i]) * easeAt(name)]));
}

function smallestOf(feature: string): number {
  return isSign(feature) ? SMALLEST.sign : isPair(feature) ? SMALLEST.pair : SMALLEST.word;
}

function score(features: readonly string[], weights: Weights): number {
  const share = shareOf(features, weights);
  return features.reduce((sum, name) => sum + (weights.get(name) ?? 0) * (isSign(name) ? 1 : share), weights.get(BIAS) ?? 0);
}

/** What one word of a post counts for, as the matcher has it: all concepts count, and the stems that weigh anything. */
function shareOf(features: readonly string[], known: { has(name: string): boolean }): number {
  const isCounted = (name: string) => name.startsWith(CONCEPT_MARK) || TOPICAL.has(name) || known.has(name);
  return shareOfWord(features.filter((name) => !isSign(name) && !isPair(name) && isCounted(name)).length);
}

function write(weights: Weights): void {
  const cues: Record<string, Record<string, number>> = {};
  const shapes: Record<string, number> = {};
  for (const [feature, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isSign(feature)) continue;
    const [name, zone] = feature.slice(1).split(' ');
    const rounded = Math.round(weight * 100) / 100;
    if (zone) cues[name] = { ...cues[name], [zone]: rounded };
    else shapes[name] = rounded;
  }
  const flow = (map: object) => stringify(map, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  const rows = Object.entries(cues).map(([name, zones]) => `  ${name}: ${flow(zones)}`);
  const about = '# Written by `npm run train`; not by hand. What each sign of signs.yaml weighs, by where it stands, in log-odds.';
  writeFileSync(join(ROOT, WEIGHTS_FILE), `${about}\nshapes: ${flow(shapes)}\ncues:\n${rows.join('\n')}\n`);
  const ofWords = [...weights].filter(([feature]) => !isSign(feature));
  writeCells(TOPICAL, CLASS, new Map(ofWords.map(([feature, weight]) => [feature, inSteps(feature, weight)])));
}

/** Precision and recall on the written posts, or those from feeds, each judged by weights learned without its claim. */
function measure(cases: readonly Case[], from: Case['from']): void {
  const claims = [...new Set(cases.map(({ claim }) => claim))].sort();
  const foldOf = new Map(claims.map((claim, i) => [claim, i % FOLDS]));
  const judged = cases.filter((each) => each.from === from);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7);
  const print = (stage: string, isCarded: (each: Case) => boolean) => {
    const right = judged.filter((each) => each.asserts && isCarded(each)).length;
    const wrong = judged.filter((each) => !each.asserts && isCarded(each)).length;
    const all = judged.filter(({ asserts }) => asserts).length;
    console.log(`| ${stage.padEnd(22)} | ${percent(right / (right + wrong))} | ${percent(right / all)} |`);
  };
  console.log(`\n${judged.length} ${from}\n\n| stage | precision | recall |\n|---|---|---|`);
  print('rules and topics', ({ told }) => told.length > 0);
  print('and stance.yaml', ({ told }) => told.some(({ isTurned }) => !isTurned));
  for (const [stage, uses] of Object.entries(STAGES)) {
    const byFold = Array.from({ length: FOLDS }, (_, fold) =>
      learn(
        cases.filter(({ claim }) => foldOf.get(claim) !== fold),
        uses,
      ),
    );
    print(stage, ({ told, claim }) =>
      told.some(({ features, least }) => score(features.filter(uses), byFold[foldOf.get(claim) ?? 0]) >= least),
    );
  }
}

const { values } = parseArgs({ options: { measure: { type: 'boolean' } } });
const cases = await readCases();
if (values.measure) for (const from of ['posts', 'feeds'] as const) measure(cases, from);
else write(learn(cases, () => true));
