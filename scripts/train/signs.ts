import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { ZONES } from '../../lib/matching/gate.ts';
import { createMatcher, type MatchPack } from '../../lib/matching/index.ts';
import { tryCompile } from './compile.ts';
import { ROOT } from './data-file.ts';
import { casesOf, type LabelledPost, loosened } from './gate-cases.ts';
import { linksIn } from './links.ts';
import { loadCollection } from './load.ts';
import { type Case, type Model, train } from './logistic.ts';

const USAGE = `node scripts/claims/train-gate.ts [--write] [--lean N] [--real FILE] FILE…
  Learns the weights of the gate from labelled posts, the claims' examples and tests/unit/matching/fresh-posts.txt.
  Prints how well it does on claims it has not seen.
  --write      writes claims-data/matching/gate-weights.yaml; build afterwards
  --lean N     log-odds added for the writer: how sure the gate has to be before it silences
  --real FILE  labelled posts from feeds; they count half, and only where a rule holds`;
const L2 = 2;
/** Weights smaller than this are left out. */
const LEAST = 0.05;
const FOLDS = 10;
const REAL_WEIGHT = 0.5;

/** Signs an ablation may use. */
const STAGES: Record<string, (sign: string) => boolean> = {
  'shapes only': (sign) => !sign.includes(' '),
  'words only': (sign) => sign.includes(' '),
  'shapes and words': () => true,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, lean: { type: 'string', default: '0' }, real: { type: 'string' }, help: { type: 'boolean' } },
});

function readPosts(file: string): LabelledPost[] {
  const posts = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelledPost)
    .filter(({ gold }) => gold === 'yes' || gold === 'no' || gold === 'tags');
  // Even ids of the challenge are for measuring only.
  return basename(file) === 'challenge.jsonl' ? posts.filter(({ id }) => Number(/\d+$/.exec(id)?.[0]) % 2 === 1) : posts;
}

function readFresh(): LabelledPost[] {
  return readFileSync(join(ROOT, 'tests/unit/matching/fresh-posts.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('|') && !line.startsWith('#'))
    .map((line, i) => {
      const [claim, sign, ...text] = line.split('|');
      return { id: `fresh-${i}`, text: text.join('|'), gold: sign === '+' ? 'yes' : 'no', claims: [claim] };
    });
}

function withWeights(pack: MatchPack, { bias, weights }: Model): MatchPack {
  if (!pack.gate) return pack;
  const cues = pack.gate.cues.map((cue) => ({ ...cue, weights: ZONES.map((zone) => weights.get(`${cue.name} ${zone}`) ?? 0) }));
  return { ...pack, gate: { ...pack.gate, cues, shapes: Object.fromEntries(weights), bias: bias + Number(values.lean) } };
}

/** Precision and recall of a way to make the matcher for each post. */
function judge(name: string, posts: readonly LabelledPost[], packFor: (claim: string) => MatchPack): void {
  const matchers = new Map<MatchPack, ReturnType<typeof createMatcher>>();
  const counts = { right: 0, wrong: 0, yes: 0 };
  for (const { text, gold, claims } of posts) {
    const pack = packFor(claims?.[0] ?? '');
    const matcher = matchers.get(pack) ?? createMatcher(pack);
    matchers.set(pack, matcher);
    const isCarded = matcher.match(text, () => linksIn(text)).matches.length > 0;
    if (gold !== 'no') counts.yes++;
    if (isCarded) counts[gold === 'no' ? 'wrong' : 'right']++;
  }
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7);
  console.log(`| ${name.padEnd(34)} | ${percent(counts.right / (counts.right + counts.wrong))} | ${percent(counts.right / counts.yes)} |`);
}

function write({ bias, weights }: Model): void {
  const rounded = (weight: number) => Math.round(weight * 100) / 100;
  const cues: Record<string, Record<string, number>> = {};
  const shapes: Record<string, number> = {};
  for (const [sign, weight] of [...weights].sort(([a], [b]) => a.localeCompare(b))) {
    const [name, zone] = sign.split(' ');
    if (Math.abs(weight) < LEAST || name === 'veto') continue;
    if (zone) (cues[name] ??= {})[zone] = rounded(weight);
    else shapes[name] = rounded(weight);
  }
  const head = '# Written by scripts/claims/train-gate.ts; change gate-words.yaml and train again instead of changing a number here.\n';
  const flow = (map: object) => stringify(map, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  const lines = Object.entries(cues).map(([name, zones]) => `  ${name}: ${flow(zones)}`);
  const text = `${head}bias: ${rounded(bias + Number(values.lean))}\nshapes: ${flow(shapes)}\ncues:\n${lines.join('\n')}\n`;
  writeFileSync(join(ROOT, 'claims-data/matching/gate-weights.yaml'), text);
}

if (values.help || positionals.length === 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else run();

function run(): void {
  const collection = loadCollection();
  const pack = tryCompile(collection).packs['match-pack'];
  const blind = positionals.flatMap(readPosts);
  const examples = collection.claims.flatMap(({ value }) => [
    ...value.examples.match.map((text, i) => ({ id: `${value.id}-m${i}`, text, gold: 'yes', claims: [value.id] })),
    ...value.examples.no_match.map((text, i) => ({ id: `${value.id}-n${i}`, text, gold: 'no', claims: [value.id] })),
  ]);
  const loose = createMatcher(loosened(pack));
  const cases = [...blind, ...examples, ...readFresh()].flatMap((post) => casesOf(post, loose, pack));
  const real = values.real ? readPosts(values.real).flatMap((post) => casesOf(post, createMatcher(pack), pack, REAL_WEIGHT)) : [];
  const claims = [...new Set(cases.map(({ claim }) => claim))].sort();
  const foldOf = new Map(claims.map((claim, i) => [claim, i % FOLDS]));
  const without = (fold: number): (Case & { claim: string })[] => [...cases.filter(({ claim }) => foldOf.get(claim) !== fold), ...real];
  console.log(`${cases.length} cases of ${claims.length} claims; ${blind.length} posts judged by weights learned without their claim\n`);
  console.log(`| ${'stage'.padEnd(34)} | precision | recall |\n|---|---|---|`);
  const { gate: _, ...ungated } = pack;
  const bare = { ...ungated, stance: [] };
  judge('rules', blind, () => bare);
  judge('and the cues of stance.yaml', blind, () => ungated);
  for (const [stage, uses] of Object.entries(STAGES)) {
    const packs = Array.from({ length: FOLDS }, (__, fold) =>
      withWeights(
        pack,
        train(
          without(fold).map((each) => ({ ...each, signs: each.signs.filter(uses) })),
          L2,
        ),
      ),
    );
    judge(`and a gate of ${stage}`, blind, (claim) => packs[foldOf.get(claim) ?? 0]);
  }
  if (values.write) write(train([...cases, ...real], L2));
}
