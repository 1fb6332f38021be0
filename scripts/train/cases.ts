import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createMatcher, type Matcher, type MatchPack, type RuleTrace } from '../../lib/matching/index.ts';
import { ITS_WORDS } from '../../lib/matching/scales.ts';
import { isByWords, sureness } from '../../lib/matching/trace.ts';
import { tryCompile } from '../claims/compile.ts';
import { loadCollection } from '../claims/load.ts';
import { CONCEPT_MARK, isPair, LEAST } from '../claims/topics.ts';
import { CORPUS, challenged, claimOf, EXAMPLE_WEIGHT, examples, lines, type Post, written } from './posts.ts';

/** One claim that a post tells, asserted or not. */
export interface Told {
  claim: string;
  features: readonly string[];
  /** Least log-odds for a card; infinite where a cue of stance.yaml silences it for good. */
  least: number;
  /** A cue of stance.yaml speaks against it. */
  isTurned: boolean;
}

/** A post made ready to learn from. */
export interface Case {
  claim: string;
  asserts: boolean;
  weight: number;
  /** Words and pairs of them as in `topics.tsv`, signs with a colon before them; empty where nothing tells a claim. */
  features: readonly string[];
  told: readonly Told[];
  from: 'examples' | 'posts' | 'feeds';
}

/** A card under an ordinary post is worse than any other. */
const ORDINARY_WEIGHT = 3;

/** Reads all posts and weighs nothing: whatever tells a claim is a case, asserted or not. */
export async function readCases(): Promise<Case[]> {
  const { 'match-pack': pack } = tryCompile(loadCollection()).packs;
  const least = { ...pack.topics.least, asserts: -Infinity, ofRules: -Infinity, yielding: Infinity };
  const matcher = createMatcher({ ...pack, topics: { ...pack.topics, least } });
  const read = (posts: readonly Post[], weight: number, from: Case['from']) =>
    posts.flatMap((post) => toCase(post, matcher, pack, weight, from));
  const found = async (file: string) => (existsSync(join(CORPUS, file)) ? lines(join(CORPUS, file)) : []);
  const ordinary = (await found('background-dev.jsonl')).map((post) => ({ ...post, gold: 'no' }));
  return [
    ...read(examples(), EXAMPLE_WEIGHT, 'examples'),
    ...read(await challenged(), 1, 'examples'),
    ...read(await written(), 1, 'posts'),
    ...read(await found('dev.jsonl'), 1, 'feeds'),
    ...read(ordinary, ORDINARY_WEIGHT, 'feeds').filter(({ told }) => told.length > 0),
  ];
}

function toCase(post: Post, matcher: Matcher, pack: MatchPack, weight: number, from: Case['from']): Case[] {
  if (post.gold !== 'yes' && post.gold !== 'tags' && post.gold !== 'no') return [];
  const { concepts, stems, pairs } = matcher.features(post.text);
  const words = [...concepts.map((name) => CONCEPT_MARK + name), ...stems, ...pairs.filter(isPair)];
  const traces = matcher.explain(post.text).traces.filter(({ rule }) => rule.kind === 'claim');
  const groups = [...Map.groupBy(traces, ({ rule }) => pack.claims[rule.claim].id)];
  const told = groups.map(([claim, own]) => toTold(claim, own, words));
  const about = claimOf(
    post,
    pack.claims.map(({ id }) => id),
  );
  const labelled = told.find(({ claim }) => claim === about) ?? told.at(0);
  return [{ claim: about ?? labelled?.claim ?? '', asserts: post.gold !== 'no', weight, features: labelled?.features ?? [], told, from }];
}

/** As the matcher weighs it: where the claim is told most surely. */
function toTold(claim: string, traces: readonly RuleTrace[], words: readonly string[]): Told {
  const free = traces.filter(({ silencedBy }) => silencedBy === undefined);
  const yielding = traces.filter(({ yields }) => yields);
  const pool = [free, yielding, traces].find(({ length }) => length > 0) ?? traces;
  const surest = pool.reduce((a, b) => (sureness(b) > sureness(a) ? b : a));
  const signs = (surest.weighed?.signs ?? []).flatMap(({ name }) => (name === ITS_WORDS ? [] : `:${name}`));
  const ofFree = free.every(isByWords) ? LEAST.asserts : LEAST.ofRules;
  return {
    claim,
    features: [...words, ...signs],
    least: free.length > 0 ? ofFree : yielding.length > 0 ? LEAST.yielding : Infinity,
    isTurned: free.length === 0,
  };
}
