import type { CardKind, ClaimId } from '../claims/types.ts';

/** Half-open range of UTF-16 code units in the original text. */
export type Span = [start: number, end: number];

/** How the post stands towards the claim it touches. Only `asserts` gets a card. */
export type Stance = 'asserts' | 'debunks' | 'negates' | 'attributes' | 'asks' | 'reports' | 'mocks' | 'supports' | 'none';

/** One claim found in a text. */
export interface Match {
  claim: ClaimId;
  kind: CardKind;
  /** 0 to 1. */
  confidence: number;
  /** The words that matched, in the original text. */
  spans: Span[];
  /** Plain sentences: the rule and the words, for the reader. */
  why: string[];
}

/** The decision for one text. `matches` is ordered, the card's claim first; empty for almost every post. */
export interface Verdict {
  matches: Match[];
  stance: Stance;
}

/** No claim in a text. One frozen object, so that ordinary posts cost no memory. */
export const NOTHING: Verdict = Object.freeze({ matches: Object.freeze([]) as unknown as Match[], stance: 'none' });
