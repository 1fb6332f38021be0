import type { CardKind, ClaimId } from '../claims/types.ts';
import type { PackedLexicon } from './lexicon.ts';
import type { NeedSets } from './needs.ts';
import type { Stance } from './types.ts';

/**
 * The match pack: lexicon, rules and stance cues as `npm run claims -- build` compiles them from `claims-data/`.
 * Plain data without logic or regular expressions, so every rule has a bounded cost and can be read by a reviewer.
 */
export interface MatchPack {
  format: 1;
  /** Forms of the concepts. A trailing `*` matches any ending of the last word. */
  concepts: PackedLexicon;
  /** Names of the concepts, which only explanations need; a page has none. */
  names: readonly string[];
  /** Concept of the words that begin a clause. */
  clause: number;
  /** Class of each character, see `readFoldTable`. */
  fold: string;
  /** Ordinary words that help to split hashtags; they carry no concept. */
  words: string[];
  /** Number words and their values; 100, and 1,000 and above, multiply. */
  numbers: Record<string, number>;
  claims: { id: ClaimId; specific: number }[];
  rules: Rule[];
  stance: CueFamily[];
  topics: TopicPack;
  scales?: ScalesPack;
}

/** Weights of words side by side; see `pairs.ts`. */
export interface PairsPack {
  /** How many pairs begin with each stem; */
  counts: number[];
  /** of each pair the number of its second stem, from that of the pair before it with the same first stem on; */
  seconds: number[];
  /** and its weight, see `weightDigit`. */
  weights: string;
}

/** A linear model that tells which claim a post is about; see `topics.ts`. */
export interface TopicPack {
  /** First letters of words, one line, see `FormReader`. */
  stems: string;
  /** Columns of digits, see `digits.ts`: how many weights each concept and then each stem has; */
  counts: string;
  /** of each weight its class, as how many of `order` are left out after the one before it; */
  classes: string;
  /** and the weight itself, see `weightDigit`. */
  weights: string;
  /** Classes, those with most weights first. */
  order: number[];
  pairs: PairsPack;
  /** How much each concept speaks for a closer look, in steps of `SCALE`. */
  relevance: number[];
  /** Of the features that are always there, in log-odds; `plausible` in the steps of the weights of that class, which are its own. */
  bias: { relevant: number; asserts: number; none: number; claims: number[]; plausible: number };
  /**
   * What a post must reach for a card, see `Topic`. Of the log-odds that it asserts, signs included, `asserts` is the least where
   * only words tell the claim, `ofRules` where a rule holds, and `yielding` where a cue that yields speaks against it.
   */
  least: { confidence: number; relevance: number; asserts: number; ofRules: number; yielding: number };
  /** Concepts of what all claims are about. */
  subjects: number[];
  /** Concepts, those among them, without any of which words alone tell no claim: the gate asks for each of them. */
  rare: number[];
  /** Concepts that the gate asks for too, and that are enough whatever words are beside them. */
  sure: number[];
}

/** What the scales weigh; its concepts are its own, so that ordinary posts are never read for them. */
export interface ScalesPack {
  concepts: PackedLexicon;
  /** `weights` in the order of `ZONES` of scales.ts. */
  cues: { name: string; stance: Stance; cue: Node; opens?: boolean; weights: number[] }[];
  /** Weights of the shapes of shape.ts. */
  shapes: Record<string, number>;
}

/** How close the parts of a rule must stand: a number of words, or the same clause, sentence or post. */
export type Within = number | 'clause' | 'sentence' | 'post';

/** A condition on the concepts of a post. Concepts are indices into those of `MatchPack`. */
export type Node =
  | { concept: number }
  /** The concept, as a hashtag. */
  | { tag: number }
  | { any: Node[] }
  | { all: Node[]; within: Within }
  | { order: Node[]; gap: number }
  /** A number of something; `measure` (followers, dollars …) between the two means that something else is counted. */
  | { number: { min: number; max: number; of: Node; gap: number; measure?: number } };

export interface Rule {
  id: string;
  /** Index into `MatchPack.claims`. */
  claim: number;
  kind: CardKind;
  node: Node;
  /** Found within the same reach as the rule, they silence it. */
  none: Node[];
  within: Within;
  confidence: number;
  /** Stance families that do not silence this rule. */
  ignore: string[];
  /** Concepts of which at least one must be present; all of them rare. */
  anchors: number[];
  /** What must be present, wherever it stands: tells at once that the rule can't hold. */
  needs: NeedSets;
}

/** Where a stance cue must stand, seen from the words that matched. */
export type CueReach = 'clause' | 'sentence' | 'adjacent' | 'post';

export interface CueFamily {
  family: string;
  stance: Stance;
  /** The cue; absent when `question` or `links` decides. */
  cue?: Node;
  reach: CueReach;
  side?: 'before' | 'after';
  /** The cue begins its sentence. */
  atStart?: boolean;
  /** Something stands before the cue in its clause: "masks do not …", not "Do not …". */
  inside?: boolean;
  /** The cue is a clause by itself: "No, …". */
  alone?: boolean;
  /** Most words between the cue and one of the words that matched; with `side`, seen from those words. */
  gap?: number;
  /** Found in the same reach, these take the cue's force away. */
  unless?: Node;
  /** Right before a cue, these turn it into its opposite: "not a hoax". */
  turned?: Node;
  /** The sentence of the match ends in a question mark. */
  question?: boolean;
  /** All that matched stands in quotation marks, and the cue outside of them. */
  quoted?: boolean;
  /** A word or two that matched stand alone in quotation marks: "kids 'rescued'". */
  scare?: boolean;
  /** Link domains that decide, without `www.`. */
  links?: string[];
  /** Enough signs that the post asserts its claim outweigh it. */
  yields?: boolean;
  /** Plain words for "why", completing "silent because …". */
  because: string;
}
