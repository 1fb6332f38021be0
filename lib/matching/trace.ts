import type { Rule } from './pack.ts';
import type { Interval } from './rules.ts';
import type { Weighed } from './scales.ts';
import type { Stance } from './types.ts';

/** What a post says when it calls a claim untrue. */
const DENYING: ReadonlySet<Stance> = new Set<Stance>(['debunks', 'negates']);
/** What a claim found by its words has in common with one found by a rule. */
export const BY_WORDS: Rule = {
  id: 'words',
  claim: 0,
  kind: 'claim',
  node: { any: [] },
  none: [],
  within: 'post',
  confidence: 0,
  ignore: [],
  anchors: [],
  needs: [],
};
/** Name under which the scales silence; a rule may ignore it like a stance family. */
export const SIGNS = 'signs';

/** What happened to one rule on one text: for the explanation, the tests and the quality report. */
export interface RuleTrace {
  rule: Rule;
  interval: Interval;
  /** The stance family that silenced the rule. */
  silencedBy?: string;
  /** What silenced it may be outweighed. */
  yields?: boolean;
  stance: Stance;
  because?: string;
  /** What the scales weighed, if they were asked. */
  weighed?: Weighed;
}

/** Whether single words, and no rule, tell the claim. */
export function isByWords({ rule }: Pick<RuleTrace, 'rule'>): boolean {
  return rule.id === BY_WORDS.id;
}

/** The surest rule, then the one with the most words, speaks for its claim; single words only where no rule does. */
export function sureness(trace: RuleTrace): number {
  return (isByWords(trace) ? 0 : trace.rule.confidence) + trace.interval.pieces.length / 100;
}

/** A denied sentence denies all that the same claim's rules find in the same words; words as a whole stand all over the post. */
export function isDeniedBy(trace: RuleTrace, other: RuleTrace): boolean {
  if (other.rule.claim !== trace.rule.claim || isByWords(other) || other.silencedBy === SIGNS) return false;
  if (!DENYING.has(other.stance)) return false;
  return trace.interval.first <= other.interval.last && other.interval.first <= trace.interval.last;
}
