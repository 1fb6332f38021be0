/** Text in, verdict out. No DOM, no browser API, no knowledge of any site. */
export { createMatcher, Matcher, matcherInSteps } from './matcher.ts';
export type { MatchPack } from './pack.ts';
export type { RuleTrace } from './trace.ts';
export { type Match, NOTHING } from './types.ts';
export { type PackedMatchPack, unpack } from './unpack.ts';
