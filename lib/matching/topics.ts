import { foldText } from './fold.ts';
import { unpackForms } from './forms.ts';
import type { TopicPack } from './pack.ts';
import { HIT_STEP, type Scan } from './scanned.ts';

/** Letters of a word that count: endings tell more about grammar than about the subject. */
const STEM = 6;
/** Words shown to the reader, and weighed by the stance cues around them. */
const MOST_WORDS = 6;
/** Classes of a weight that follow the claims: no known claim at all, the post asserts. */
export const NO_CLAIM = 0;
export const ASSERTS = 1;
/** Weights are whole numbers, so many to one step of log-odds. */
export const SCALE = 20;

/** Small numbers are shipped as characters that JSON writes as they are, from `#` on without the backslash: what stands in columns of these packs best. */
const FIRST_DIGIT = 35;
const BACKSLASH = 92;
export const DIGITS = Array.from({ length: 91 }, (_, digit) =>
  String.fromCharCode(FIRST_DIGIT + digit + (FIRST_DIGIT + digit >= BACKSLASH ? 1 : 0)),
);
/** The digit of no weight at all, in the middle; the first and the last are of weights so large that their rest follows. */
const NO_WEIGHT = 45;

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
 * The weights are unpacked when the first post is weighed: most pages have none.
 */
export class Topics {
  readonly #pack: TopicPack;
  readonly #fold: Uint8Array;
  readonly #relevance: Float32Array;
  #weights: Weights | undefined;

  constructor(pack: TopicPack, fold: Uint8Array) {
    this.#pack = pack;
    this.#fold = fold;
    this.#relevance = Float32Array.from(pack.relevance, (weight) => weight / SCALE);
  }

  /** Whether a closer look is worth it: from the concepts alone, so that it costs ordinary posts next to nothing. */
  isRelevant({ found, foundCount }: Scan): boolean {
    let sum = this.#pack.bias.relevant;
    for (let i = 0; i < foundCount; i++) sum += this.#relevance[found[i]];
    return sum > 0;
  }

  /** Which of the claims the post is most likely about, and whether it sounds like asserting it. */
  weigh(scan: Scan): Topic {
    this.#weights ??= new Weights(this.#pack, this.#relevance.length);
    const { classes, weights, from } = this.#weights;
    const { bias } = this.#pack;
    const claims = bias.claims.length;
    const scores = Float32Array.from(bias.claims);
    let none = bias.none;
    let asserts = bias.asserts;
    const features = [...this.#conceptsOf(scan), ...this.#stemsOf(scan, this.#weights)];
    for (const { number } of features) {
      for (let i = from[number]; i < from[number + 1]; i++) {
        if (classes[i] < claims) scores[classes[i]] += weights[i];
        else if (classes[i] === claims + NO_CLAIM) none += weights[i];
        else asserts += weights[i];
      }
    }
    const claim = scores.reduce((best, score, i) => (score > scores[best] ? i : best), 0);
    const top = Math.max(scores[claim], none);
    const all = scores.reduce((sum, score) => sum + Math.exp(score - top), Math.exp(none - top));
    const words = features
      .map(({ at, number }) => ({ at, weight: this.#weights?.of(number, claim) ?? 0 }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_WORDS)
      .map(({ at }) => at);
    const share = (score: number) => Math.exp(score - top) / all;
    return { claim, confidence: share(scores[claim]), relevance: 1 - share(none), asserts, words };
  }

  #conceptsOf(scan: Scan): Feature[] {
    const first = new Map<number, Feature>();
    for (const [concept, from, to] of hitsOf(scan))
      if (!first.has(concept)) first.set(concept, { at: { first: from, last: to }, number: concept });
    return [...first.values()];
  }

  #stemsOf(scan: Scan, { stems }: Weights): Feature[] {
    const seen = new Set<number>();
    const features: Feature[] = [];
    for (let word = 0; word < scan.words; word++) {
      const number = stems.get(stemOf(scan, word, this.#fold));
      if (number === undefined || seen.has(number)) continue;
      seen.add(number);
      features.push({ at: { first: word, last: word }, number });
    }
    return features;
  }
}

/** The weights of all features: first the concepts, then the stems. */
class Weights {
  readonly stems: ReadonlyMap<string, number>;
  /** Those of a feature begin at `from[feature]`: index of a claim, or after the claims that of another class. */
  readonly from: Uint32Array;
  readonly classes: Uint8Array;
  readonly weights: Float64Array;

  constructor({ stems, counts, classes, weights }: TopicPack, concepts: number) {
    this.stems = new Map(unpackForms(stems)[0].map((stem, index) => [stem, concepts + index]));
    this.from = new Uint32Array(counts.length + 1);
    this.classes = new Uint8Array(classes.length);
    this.weights = new Float64Array(classes.length);
    let at = 0;
    let digit = 0;
    const nextWeight = () => {
      const steps = digitAt(weights, digit++) - NO_WEIGHT;
      return Math.abs(steps) < NO_WEIGHT ? steps : steps + Math.sign(steps) * digitAt(weights, digit++);
    };
    for (let feature = 0; feature < counts.length; feature++) {
      this.from[feature] = at;
      for (let left = digitAt(counts, feature), own = -1; left > 0; left--, at++) {
        own += 1 + digitAt(classes, at);
        this.classes[at] = own;
        this.weights[at] = nextWeight() / SCALE;
      }
    }
    this.from[counts.length] = at;
  }

  /** What a feature weighs for a claim. */
  of(feature: number, claim: number): number {
    for (let i = this.from[feature]; i < this.from[feature + 1]; i++) if (this.classes[i] === claim) return this.weights[i];
    return 0;
  }
}

/** A number that is written as one character, see `DIGITS`. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code - FIRST_DIGIT - (code > BACKSLASH ? 1 : 0);
}

/** Writes a weight in steps of `SCALE`, from -135 to 135. */
export function weightDigits(weight: number): string {
  const size = Math.abs(weight);
  return DIGITS[NO_WEIGHT + Math.sign(weight) * Math.min(size, NO_WEIGHT)] + (size < NO_WEIGHT ? '' : DIGITS[size - NO_WEIGHT]);
}

interface Feature {
  at: { first: number; last: number };
  number: number;
}

function* hitsOf({ hits, hitCount }: Scan): Generator<[concept: number, first: number, last: number]> {
  for (let at = 0; at < hitCount * HIT_STEP; at += HIT_STEP) yield [hits[at], hits[at + 1], hits[at + 2]];
}

/** The first letters of a word, folded. */
export function stemOf({ text, wordStart, wordEnd }: Scan, word: number, fold: Uint8Array): string {
  return foldText(text.slice(wordStart[word], wordEnd[word]), fold).slice(0, STEM);
}
