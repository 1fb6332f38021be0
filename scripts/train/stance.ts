import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { ROOT } from '../claims/data-file.ts';
import { BIAS, TOPICS_FILE } from '../claims/topics.ts';
import { type Case, readCases } from './cases.ts';
import { featuresOf, inSteps } from './features.ts';
import { train } from './linear.ts';

/**
 * Second half of `npm run train`: learns from the same posts what makes a post that tells a claim assert it. Writes the weights
 * of signs into `claims-data/matching/sign-weights.yaml` and those of words, as `~asserts`, into `topics.tsv`. With `--measure`
 * it writes nothing and prints how well that does on claims it has not seen.
 */

const SETTINGS = { l2: 5, rounds: 100 };
const SMALLEST = { word: 0.1, sign: 0.05 };
const FOLDS = 8;
const CLASS = '~asserts';
const WEIGHTS_FILE = 'claims-data/matching/sign-weights.yaml';

const isSign = (feature: string) => feature.includes(':');
/** What a stage of the comparison may weigh. */
const STAGES: Record<string, (feature: string) => boolean> = {
  'and the words': (feature) => !isSign(feature),
  'and the signs': isSign,
  'and words and signs': () => true,
};

/** Log-odds by feature, `BIAS` among them. */
type Weights = ReadonlyMap<string, number>;

function learn(all: readonly Case[], uses: (feature: string) => boolean): Weights {
  const cases = all.filter(({ features }) => features.length > 0);
  const names = featuresOf(cases.map(({ features }) => features.filter(uses)));
  const index = new Map(names.map((name, i) => [name, i]));
  const { weights } = train(
    cases.map(({ features, asserts, weight }) => ({
      features: features.flatMap((name) => index.get(name) ?? []),
      label: asserts ? 1 : 0,
      weight,
    })),
    { ...SETTINGS, classes: 2, features: names.length },
  );
  return new Map([...names, BIAS].map((name, i) => [name, weights[2 * i + 1] - weights[2 * i]]));
}

function score(features: readonly string[], weights: Weights): number {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), weights.get(BIAS) ?? 0);
}

function write(weights: Weights): void {
  const cues: Record<string, Record<string, number>> = {};
  const shapes: Record<string, number> = {};
  for (const [feature, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isSign(feature) || Math.abs(weight) < SMALLEST.sign) continue;
    const [name, zone] = feature.slice(1).split(' ');
    const rounded = Math.round(weight * 100) / 100;
    if (zone) cues[name] = { ...cues[name], [zone]: rounded };
    else shapes[name] = rounded;
  }
  const flow = (map: object) => stringify(map, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  const rows = Object.entries(cues).map(([name, zones]) => `  ${name}: ${flow(zones)}`);
  const about = '# Written by `npm run train`; not by hand. What each sign of signs.yaml weighs, by where it stands, in log-odds.';
  writeFileSync(join(ROOT, WEIGHTS_FILE), `${about}\nshapes: ${flow(shapes)}\ncues:\n${rows.join('\n')}\n`);
  writeWords(weights);
}

/** Puts the weights of words into the table of topics, in the place of those that stand there. */
function writeWords(weights: Weights): void {
  const path = join(ROOT, TOPICS_FILE);
  const [about, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const table = new Map(
    rows.map((row) => {
      const [feature, ...cells] = row.split('\t');
      return [feature, cells.filter((cell) => !cell.startsWith(`${CLASS}=`))] as const;
    }),
  );
  for (const [feature, weight] of weights) {
    if (isSign(feature) || (Math.abs(weight) < SMALLEST.word && feature !== BIAS)) continue;
    table.set(feature, [...(table.get(feature) ?? []), `${CLASS}=${inSteps(feature, weight)}`]);
  }
  const kept = [...table].filter(([, cells]) => cells.length > 0).map(([feature, cells]) => [feature, ...cells].join('\t'));
  writeFileSync(path, `${about}\n${kept.sort().join('\n')}\n`);
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
