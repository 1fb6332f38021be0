import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Claim, Evidence } from '../../lib/claims/types.ts';
import { buildAutomaton } from '../../lib/matching/automaton.ts';
import { readFoldTable } from '../../lib/matching/fold.ts';
import { type Gate, readGate } from '../../lib/matching/gate.ts';
import { createMatcher, type MatchPack, type PackedMatchPack, unpack } from '../../lib/matching/index.ts';
import type { PackedLexicon } from '../../lib/matching/lexicon.ts';
import { Scanner } from '../../lib/matching/scan.ts';
import { readGatePack } from '../claims/pack-file.ts';
import { packForms } from '../claims/pack-lexicon.ts';
import { ROOT } from '../tools/root.ts';
import { engineSizes } from './engine-sizes.ts';
import { hostileTexts, phrases, readTexts } from './matcher-texts.ts';
import { folded, peersFor } from './peers.ts';

/** One measurement: nanoseconds a post, megabytes (UTF-16) a second, and how many times the floor. */
interface Row {
  name: string;
  ns: number;
  mbPerSecond: number;
  floors: number;
}

const MOST_ROUNDS = '7';
/** Times that all posts are read before the clock runs. */
const WARM_UP = 3;
const PATTERNS = [50, 500, 5_000, 100_000];
/** A peer that does the same job finds phrases in this share of the posts in which the scan does, at least: none of its words look alike. */
const LEAST_ALIKE = 0.98;
/** Slow ones read this many posts. */
const FEW = { regexp: 1_000, search: 200, fuse: 20 };
const BYTES_A_UNIT = 2;
const REFUSED = 100_000;
const MEGABYTE = 1 << 20;
/** Makes the matcher build what it builds for the first text in disguise. */
const DISGUISED = '#SaveTheChildren from tr4ff1cking and p i z z a g a t e';
/** Keeps results alive, so that no loop is optimised away. */
let sink = 0;

/** Processor time in nanoseconds, unlike the clock not lengthened by whatever else the machine does. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user * 1_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function readAll(texts: readonly string[]): void {
  for (const text of texts) for (let i = 0; i < text.length; i++) sink = (sink + text.charCodeAt(i)) | 0;
}

/** Each round times the floor and the work on the same texts; the ratio is the median of the rounds' ratios. */
function measure(name: string, all: readonly string[], work: (text: string) => unknown, most = all.length, repeat = 1): Row {
  const texts = all.slice(0, most);
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  // Untimed, so that no row pays for the compiling of its code, which takes long where others use the machine.
  for (let r = 0; r < WARM_UP; r++) for (const text of texts) if (work(text)) sink++;
  const timed = Array.from({ length: rounds }, () => {
    const floorRepeat = Math.ceil(2e7 / units);
    const floor = cost(() => {
      for (let r = 0; r < floorRepeat; r++) readAll(texts);
    });
    const own = cost(() => {
      for (let r = 0; r < repeat; r++) for (const text of texts) if (work(text)) sink++;
    });
    return { ns: own / repeat / texts.length, floors: own / repeat / (floor / floorRepeat) };
  });
  const ns = median(timed.map((round) => round.ns));
  const row = {
    name,
    ns,
    mbPerSecond: (units * BYTES_A_UNIT * 1e3) / texts.length / ns,
    floors: median(timed.map((round) => round.floors)),
  };
  if (!values.json) print(row);
  return row;
}

function print({ name, ns, mbPerSecond, floors }: Row): void {
  console.log(
    `${name.padEnd(46)} ${ns.toFixed(0).padStart(12)} ns/post ${mbPerSecond.toFixed(1).padStart(9)} MB/s ${floors.toFixed(2).padStart(11)} × floor`,
  );
}

function scanner(forms: PackedLexicon, pack: MatchPack): Scanner {
  return new Scanner(buildAutomaton(forms), readFoldTable(pack.fold), forms.size);
}

function scanRows(texts: readonly string[], pack: MatchPack): Row[] {
  return PATTERNS.flatMap((count) => {
    const forms = phrases(pack, count);
    const own = scanner(packForms(forms), pack);
    const rows = [measure(`phrase scan, ${count} patterns`, texts, (text) => own.scan(text).hitCount > 0)];
    if (count > 5_000) return rows;
    const peers = peersFor(forms.map(({ text }) => text));
    const foldedTexts = texts.slice(0, FEW.regexp).map(folded);
    const found = texts.slice(0, FEW.regexp).filter((text) => own.scan(text).hitCount > 0).length;
    for (const { name, isFolded, find } of peers) {
      const alike = foldedTexts.filter(find).length / found;
      if (isFolded && alike < LEAST_ALIKE) throw new Error(`${name} finds phrases in ${alike} of the posts in which the scan does`);
    }
    return [
      ...rows,
      ...peers.map(({ name, isFolded, find }) =>
        measure(`${name}, ${count}${isFolded ? ', folded before' : ''}`, isFolded ? foldedTexts : texts, find, FEW.regexp),
      ),
    ];
  });
}

function searchRows(texts: readonly string[], claims: readonly Claim[]): Row[] {
  const fuse = new Fuse(claims, { keys: ['fact'], ignoreLocation: true });
  const mini = new MiniSearch<Claim>({ fields: ['fact'] });
  mini.addAll(claims);
  return [
    measure(`Fuse.js over ${claims.length} claims`, texts, (text) => fuse.search(text).length > 0, FEW.fuse),
    measure(`MiniSearch over ${claims.length} claims`, texts, (text) => mini.search(text).length > 0, FEW.search),
  ];
}

/** Time of single decisions, by the clock. Percentiles in microseconds: the best of the rounds for each post, as others use the machine too. */
function percentiles(texts: readonly string[], decide: (text: string) => unknown): Record<string, number> {
  const best = new Float64Array(texts.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    texts.forEach((text, index) => {
      const before = process.hrtime.bigint();
      if (decide(text)) sink++;
      best[index] = Math.min(best[index], Number(process.hrtime.bigint() - before) / 1e3);
    });
  }
  best.sort();
  const at = (share: number) => best[Math.min(best.length - 1, Math.floor(best.length * share))];
  return { mean: best.reduce((sum, value) => sum + value, 0) / best.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** How much longer a text of twice the length takes, at worst, for each kind of hostile text. */
function linearity(decide: (text: string) => unknown): Record<string, number> {
  return Object.fromEntries(
    Object.entries(hostileTexts()).map(([name, unit]) => {
      const time = (length: number) => {
        const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
        return median([1, 2, 3].map(() => cost(() => decide(text))));
      };
      // Untimed, as buffers grow with the first text of a length.
      time(MEGABYTE);
      return [name, time(MEGABYTE) / time(MEGABYTE / 2)];
    }),
  );
}

/** Bytes by which the heap grows while so many posts are refused; small enough that nothing is collected meanwhile. */
function grownBy(decide: (text: string) => unknown, posts: readonly string[]): number {
  for (let r = 0; r < WARM_UP; r++) for (const post of posts) if (decide(post)) sink++;
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let left = REFUSED; left > 0; left -= posts.length) for (const post of posts) if (decide(post)) sink++;
  return process.memoryUsage().heapUsed - before;
}

/** Bytes a post that the gate itself allocates: what is left of the same loop around nothing. */
function allocated(gate: Gate, posts: readonly string[]): number {
  const grown = Array.from({ length: 5 }, () => grownBy(gate, posts) - grownBy(() => false, posts));
  return median(grown) / REFUSED;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

function heapOf(create: () => unknown): number {
  collectGarbage();
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = used();
  const kept = create();
  collectGarbage();
  const grown = used() - before;
  if (kept) sink++;
  return grown;
}

const PACK = join(ROOT, 'generated/match-pack.json');
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, posts: { type: 'string' }, rounds: { type: 'string', default: MOST_ROUNDS } },
});
const rounds = Number(values.rounds);
if (!existsSync(PACK)) throw new Error('No pack yet: npm run claims -- build');
const packed: PackedMatchPack = JSON.parse(readFileSync(PACK, 'utf8'));
const { claims }: Evidence = JSON.parse(readFileSync(join(ROOT, 'generated/evidence.json'), 'utf8')).en;

const readyFirst = cost(() => createMatcher(unpack(packed))) / 1e6;
const pack = unpack(packed);
const readyAgain = median(Array.from({ length: rounds }, () => cost(() => createMatcher(unpack(packed))) / 1e6));
const many = packForms(phrases(pack, 5_000));
const ready5000 = median(Array.from({ length: 3 }, () => cost(() => scanner(many, pack)) / 1e6));
const heap = heapOf(() => {
  const made = createMatcher(unpack(packed));
  made.match(DISGUISED);
  return made;
});
const gatePack = readGatePack();
const gateFirst = cost(() => readGate(gatePack)) / 1e6;
const gateAgain = median(Array.from({ length: rounds }, () => cost(() => readGate(gatePack)) / 1e6));
const gate = readGate(gatePack);
const matcher = createMatcher(pack);
/** As a page decides: the gate first, the matcher where it says yes. */
const decide = (text: string) => gate(text) && matcher.match(text).matches.length > 0;
const texts = readTexts().slice(0, values.posts ? Number(values.posts) : undefined);
const silent = texts.filter((text) => matcher.match(text).matches.length === 0);
const refused = texts.filter((text) => !gate(text));
const rows = [
  measure('charCodeAt loop (floor)', texts, (text) => {
    for (let i = 0; i < text.length; i++) sink = (sink + text.charCodeAt(i)) | 0;
    return false;
  }),
  measure('folding, for rows that are folded before', texts, (text) => folded(text).length > 2, FEW.regexp),
  ...scanRows(texts, pack),
  measure('gate', texts, gate),
  measure('whole decision, posts that match nothing', silent, decide),
  measure('whole decision, all posts', texts, decide),
  measure('matcher without the gate', silent, (text) => matcher.match(text).matches.length > 0),
  ...searchRows(texts, claims),
];
const result = {
  posts: texts.length,
  unitsPerPost: texts.reduce((sum, { length }) => sum + length, 0) / texts.length,
  rows,
  microseconds: {
    matchNothing: percentiles(silent, decide),
    all: percentiles(texts, decide),
  },
  gate: { shareLetIn: 1 - refused.length / texts.length, bytesAPost: allocated(gate, refused) },
  readyMilliseconds: { first: readyFirst, again: readyAgain, patterns5000: ready5000, gateFirst, gateAgain },
  heapBytes: heap,
  gzipBytes: await engineSizes(),
  doubleLength: { gate: linearity(gate), matcher: linearity((text) => matcher.match(text)) },
};
if (values.json) console.log(JSON.stringify(result, null, 2));
else {
  const { rows: _, ...rest } = result;
  console.log(JSON.stringify(rest, null, 2));
}
process.exitCode = Number.isNaN(sink) ? 1 : 0;
