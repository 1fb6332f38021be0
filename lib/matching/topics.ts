import { foldText } from './fold.ts';
import type { TopicPack } from './pack.ts';
import { HIT_STEP, type Scan } from './scanned.ts';

/** Letters of a word that count: endings tell more about grammar than about the subject. */
const STEM = 6;
/** Words shown to the reader, and weighed by the stance cues around them. */
const MOST_WORDS = 6;
/** Classes of a weight beside the claims: no known claim at all, the post asserts, the post is on the subject. */
export const NO_CLAIM = 253;
export const ASSERTS = 254;
export const RELEVANT = 255;
/** Weights are whole numbers, so many to one step of log-odds. */
export const SCALE = 20;

/** What a post seems to be about. */
export interface Topic {
  /** Index into `MatchPack.claims`. */
  claim: number;
  /** How likely it is this claim, 0 to 1. */
  confidence: number;
  /** How likely it is one of the claims, 0 to 1. */
  relevance: number;
  /** Log-odds that it asserts something, from its words alone. */
  asserts: number;
  /** The words that spoke most for the claim, by their number in the text. */
  words: { first: number; last: number }[];
}

/**
 * Many weak signs together: a linear model over the concepts and the stems of a post's words. It finds claims told in words that
 * no rule foresaw. Which words weigh how much is data (`claims-data/matching/topics.tsv`), trained by `npm run train`.
 */
export class Topics {
  readonly #pack: TopicPack;
  readonly #claims: number;
  readonly #fold: Uint8Array;
  readonly #relevance: Float32Array;
  readonly #concepts: Uint8Array[];
  readonly #stems = new Map<string, Uint8Array>();

  constructor(pack: TopicPack, concepts: number, claims: number, fold: Uint8Array) {
    this.#pack = pack;
    this.#claims = claims;
    this.#fold = fold;
    const bytes = Uint8Array.from(atob(pack.weights), (character) => character.charCodeAt(0));
    let at = 0;
    const next = () => {
      const from = at + 1;
      at = from + 2 * bytes[at];
      return bytes.subarray(from, at);
    };
    this.#concepts = Array.from({ length: concepts }, next);
    for (const stem of pack.stems.split(' ')) this.#stems.set(stem, next());
    this.#relevance = Float32Array.from(this.#concepts, (weights) => weightOf(weights, RELEVANT));
  }

  /** Whether a closer look is worth it: from the concepts alone, so that it costs ordinary posts next to nothing. */
  isRelevant({ found, foundCount }: Scan): boolean {
    let sum = this.#pack.bias.relevant;
    for (let i = 0; i < foundCount; i++) sum += this.#relevance[found[i]];
    return sum > 0;
  }

  /** Which of the claims the post is most likely about, and whether it sounds like asserting it. */
  weigh(scan: Scan): Topic {
    const scores = Float32Array.from(this.#pack.bias.claims);
    let none = this.#pack.bias.none;
    let asserts = this.#pack.bias.asserts;
    const features = [...this.#conceptsOf(scan), ...this.#stemsOf(scan)];
    for (const { weights } of features) {
      for (let i = 0; i < weights.length; i += 2) {
        const weight = (weights[i + 1] - 128) / SCALE;
        if (weights[i] < this.#claims) scores[weights[i]] += weight;
        else if (weights[i] === NO_CLAIM) none += weight;
        else if (weights[i] === ASSERTS) asserts += weight;
      }
    }
    const claim = scores.reduce((best, score, i) => (score > scores[best] ? i : best), 0);
    const top = Math.max(scores[claim], none);
    const all = scores.reduce((sum, score) => sum + Math.exp(score - top), Math.exp(none - top));
    const words = features
      .map(({ at, weights }) => ({ at, weight: weightOf(weights, claim) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_WORDS)
      .map(({ at }) => at);
    const share = (score: number) => Math.exp(score - top) / all;
    return { claim, confidence: share(scores[claim]), relevance: 1 - share(none), asserts, words };
  }

  #conceptsOf(scan: Scan): Feature[] {
    const first = new Map<number, Feature>();
    for (const [concept, from, to] of hitsOf(scan)) {
      if (!first.has(concept)) first.set(concept, { at: { first: from, last: to }, weights: this.#concepts[concept] });
    }
    return [...first.values()];
  }

  #stemsOf(scan: Scan): Feature[] {
    const seen = new Set<string>();
    const features: Feature[] = [];
    for (let word = 0; word < scan.words; word++) {
      const stem = stemOf(scan, word, this.#fold);
      const weights = this.#stems.get(stem);
      if (!weights || seen.has(stem)) continue;
      seen.add(stem);
      features.push({ at: { first: word, last: word }, weights });
    }
    return features;
  }
}

interface Feature {
  at: { first: number; last: number };
  /** Pairs: a class, and its weight plus 128. */
  weights: Uint8Array;
}

function weightOf(weights: Uint8Array, wanted: number): number {
  for (let i = 0; i < weights.length; i += 2) if (weights[i] === wanted) return (weights[i + 1] - 128) / SCALE;
  return 0;
}

function* hitsOf({ hits, hitCount }: Scan): Generator<[concept: number, first: number, last: number]> {
  for (let at = 0; at < hitCount * HIT_STEP; at += HIT_STEP) yield [hits[at], hits[at + 1], hits[at + 2]];
}

/** The first letters of a word, folded. */
export function stemOf({ text, wordStart, wordEnd }: Scan, word: number, fold: Uint8Array): string {
  return foldText(text.slice(wordStart[word], wordEnd[word]), fold).slice(0, STEM);
}
