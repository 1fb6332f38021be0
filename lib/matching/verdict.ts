import type { MatchPack } from './pack.ts';
import type { Repaired } from './repair.ts';
import type { Scan } from './scanned.ts';
import { quote, shareOfProse, toSpans } from './spans.ts';
import { isByWords, isDeniedBy, type RuleTrace } from './trace.ts';
import type { Match, Verdict } from './types.ts';

/** How far a claim told in sentences stands before one told in hashtags; more than any `specific`. */
const PROSE_WEIGHT = 20;
/** How far the claim that the words as a whole tell stands before others. */
const LIKELY_WEIGHT = 12;

type Claims = MatchPack['claims'];

/**
 * What is told of a text: each claim that it asserts once, the card's first; or, without any, how it stands to what it touches.
 * @param traces what each rule did.
 * @param repaired where the text was in disguise: spans point into it as it was written.
 */
export function verdictOf(traces: readonly RuleTrace[], claims: Claims, scan: Scan, repaired: Repaired | undefined): Verdict {
  const asserted = traces.filter((trace) => trace.stance === 'asserts' && !traces.some((other) => isDeniedBy(trace, other)));
  if (asserted.length === 0) return { matches: [], stance: traces.find(({ stance }) => stance !== 'asserts')?.stance ?? 'none' };
  const ranked = [...Map.groupBy(asserted, ({ rule }) => rule.claim)].map(([claim, own]) => {
    const match = toMatch(claims[claim], own, scan, repaired);
    return { match, rank: rankOf(match, claims[claim], own, scan) };
  });
  return { matches: ranked.sort((a, b) => b.rank - a.rank).map(({ match }) => match), stance: 'asserts' };
}

function toMatch({ id }: Claims[number], traces: readonly RuleTrace[], scan: Scan, repaired: Repaired | undefined): Match {
  const kind = traces.some(({ rule }) => rule.kind === 'claim') ? 'claim' : 'background';
  const own = traces.filter(({ rule }) => rule.kind === kind);
  const pieces = own.flatMap(({ interval }) => interval.pieces);
  return {
    claim: id,
    kind,
    confidence: Math.max(...own.map(({ rule }) => rule.confidence)),
    spans: toSpans(pieces, scan, repaired),
    why: [...new Set(own.map(({ rule, interval }) => `${rule.id}: ${quote(interval, scan)}`))],
  };
}

/** Claims before background, sentences before hashtags, specific before general, what all the words tell before what some do. */
function rankOf(match: Match, { specific }: Claims[number], traces: readonly RuleTrace[], scan: Scan): number {
  const prose = Math.max(...traces.map(({ interval }) => shareOfProse(interval, scan)));
  const likely = Math.max(0, ...traces.filter(isByWords).map(({ rule }) => rule.confidence));
  return (match.kind === 'claim' ? 100 : 0) + prose * PROSE_WEIGHT + specific + likely * LIKELY_WEIGHT + match.confidence;
}
