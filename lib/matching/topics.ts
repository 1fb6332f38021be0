import { bytesOf, DIGIT_OF_BYTE, SCALE, WEIGHT_OF_BYTE } from './digits.ts';
import type { TopicPack } from './pack.ts';
import { Pairs } from './pairs.ts';
import { HIT_STEP, type Scan } from './scanned.ts';
import { StemTable, stemKey, weighStems } from './stems.ts';

/** Words shown to the reader, and weighed by the stance cues around them. */
const MOST_WORDS = 6;
/** What sums of rounded numbers may be off by. */
const ROUNDED = 1e-9;
/** Numbers a feature takes in the list of what a post has. */
const FEATURE_STEP = 3;
/** Classes of a weight that follow the claims: no known claim at all, the post asserts, its words are such as tell claims. */
export const NO_CLAIM = 0;
export const ASSERTS = 1;
export const PLAUSIBLE = 2;

/** What a post seems to be about. */
export interface Topic {
  /** Index into `MatchPack.claims`. */
  claim: number;
  /** How likely it is this claim, 0 to 1. */
  confidence: number;
  /** How likely it is one of the claims, 0 to 1. */
  relevance: number;
}

/**
 * Many weak signs together: a linear model over the concepts and the stems of a post's words. It finds claims told in words that
 * no rule foresaw. Which words weigh how much is data (`claims-data/matching/topics.tsv`), trained by `npm run train`.
 * The weights are read where they stand in the pack, and found when the first post is weighed: most pages have none.
 */
export class Topics {
  readonly #pack: TopicPack;
  readonly #fold: Uint8Array;
  readonly #relevance: Float32Array;
  #weights: Weights | undefined;
  #pairs: Pairs | undefined;
  /** What a post without any known word has for each class, in steps of `SCALE`; and what the post that is weighed has. */
  readonly #bias: Float64Array;
  readonly #scores: Float64Array;
  /** By less more likely than none, its likeliest claim makes no post relevant enough, even were all others as likely. */
  readonly #leastLead: number;
  /** What a post has: threes of a feature and its first and last word. */
  readonly #features: number[] = [];
  #count = 0;
  /** The stem of each of its words, as its number; below 0 where it is not known. */
  readonly #stems: number[] = [];
  #words = 0;
  /** Posts read so far. */
  #posts = 0;

  constructor(pack: TopicPack, fold: Uint8Array) {
    this.#pack = pack;
    this.#fold = fold;
    this.#relevance = Float32Array.from(pack.relevance, (weight) => weight / SCALE);
    const { claims, none } = pack.bias;
    const { relevance } = pack.least;
    this.#bias = Float64Array.from([...claims, none, 0, 0], (bias) => bias * SCALE);
    this.#scores = new Float64Array(this.#bias.length);
    this.#leastLead = Math.log(relevance / (1 - relevance) / claims.length) - ROUNDED;
  }

  /** Whether a closer look is worth it: from the concepts alone, so that it costs ordinary posts next to nothing. */
  isRelevant({ found, foundCount }: Scan): boolean {
    let sum = this.#pack.bias.relevant;
    for (let i = 0; i < foundCount; i++) sum += this.#relevance[found[i]];
    return sum > 0;
  }

  /** Whether the words of a text are such as tell claims; says the same as `Plausibility`, whose weights are among those here. */
  isPlausible(text: string): boolean {
    const weights = this.#unpacked();
    const { bias } = this.#pack;
    const own = bias.claims.length + PLAUSIBLE;
    const weightOf = (key: number) => {
      const feature = weights.featureOf(key);
      return feature < 0 ? 0 : weights.stepsOf(feature, own);
    };
    return bias.plausible + weighStems(text, this.#fold, weightOf) > 0;
  }

  /** Which of the claims the post is most likely about, undefined where that is not sure enough. */
  weigh(scan: Scan): Topic | undefined {
    this.#read(scan);
    const { classes, weights, from, order } = this.#unpacked();
    const { bias, least } = this.#pack;
    const claims = bias.claims.length;
    const scores = this.#scores;
    scores.set(this.#bias);
    for (let at = 0; at < this.#count * FEATURE_STEP; at += FEATURE_STEP) {
      const feature = this.#features[at];
      for (let i = from[feature], own = -1; i < from[feature + 1]; i++) {
        own += 1 + DIGIT_OF_BYTE[classes[i]];
        scores[order[own]] += WEIGHT_OF_BYTE[weights[i]];
      }
    }
    let claim = 0;
    for (let own = 1; own < claims; own++) if (scores[own] > scores[claim]) claim = own;
    const none = scores[claims + NO_CLAIM];
    const lead = (scores[claim] - none) / SCALE;
    if (lead < this.#leastLead) return undefined;
    // Seen from the likeliest claim, so that nothing grows too large.
    let known = 0;
    for (let own = 0; own < claims; own++) known += Math.exp((scores[own] - scores[claim]) / SCALE);
    const all = known + Math.exp(-lead);
    const topic = { claim, confidence: 1 / all, relevance: known / all };
    return topic.confidence >= least.confidence && topic.relevance >= least.relevance ? topic : undefined;
  }

  /** Log-odds that the post weighed last asserts something, from its words and from what stands side by side. */
  asserts(): number {
    this.#pairs ??= new Pairs(this.#pack.pairs);
    const weights = this.#unpacked();
    const { bias } = this.#pack;
    let sum = this.#pairs.weigh(this.#stems, this.#words);
    for (let at = 0; at < this.#count * FEATURE_STEP; at += FEATURE_STEP)
      sum += weights.of(this.#features[at], bias.claims.length + ASSERTS);
    return bias.asserts + sum * shareOfWord(this.#count);
  }

  /** The words of the post weighed last that speak most for a claim, by their number in the text. */
  tellingWords(claim: number): { first: number; last: number }[] {
    const weights = this.#unpacked();
    return Array.from({ length: this.#count }, (_, index) => this.#features.slice(index * FEATURE_STEP, (index + 1) * FEATURE_STEP))
      .map(([feature, first, last]) => ({ at: { first, last }, weight: weights.of(feature, claim) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_WORDS)
      .map(({ at }) => at);
  }

  /** Finds the weights, unless a post has asked for them before. */
  getReady(): void {
    this.#unpacked();
  }

  #unpacked(): Weights {
    this.#weights ??= new Weights(this.#pack, this.#relevance.length);
    return this.#weights;
  }

  /** Lists the concepts and the stems of a post, each once, where it first stands. */
  #read(scan: Scan): void {
    const weights = this.#unpacked();
    const { hits, hitCount } = scan;
    this.#count = 0;
    this.#posts++;
    this.#words = scan.words;
    for (let at = 0; at < hitCount * HIT_STEP; at += HIT_STEP) this.#add(weights, hits[at], hits[at + 1], hits[at + 2]);
    for (let word = 0; word < scan.words; word++) {
      const feature = weights.featureOf(stemKey(scan, word, this.#fold));
      this.#stems[word] = feature - this.#relevance.length;
      if (feature >= 0) this.#add(weights, feature, word, word);
    }
  }

  #add({ seen }: Weights, feature: number, first: number, last: number): void {
    if (seen[feature] === this.#posts) return;
    seen[feature] = this.#posts;
    const at = this.#count++ * FEATURE_STEP;
    this.#features[at] = feature;
    this.#features[at + 1] = first;
    this.#features[at + 2] = last;
  }
}

/** The weights of all features, first the concepts, then the stems, as they are packed: see `TopicPack`. */
class Weights {
  /** Those of a feature begin at `from[feature]`. */
  readonly from: Uint32Array;
  /** Digits, one byte each. */
  readonly classes: Uint8Array;
  readonly weights: Uint8Array;
  /** Index of a claim, or after the claims that of another class. */
  readonly order: readonly number[];
  /** The last post in which each feature was seen. */
  readonly seen: Uint32Array;
  readonly #stems: StemTable;
  readonly #concepts: number;

  constructor({ stems, counts, classes, weights, order }: TopicPack, concepts: number) {
    this.from = new Uint32Array(counts.length + 1);
    this.classes = bytesOf(classes);
    this.weights = bytesOf(weights);
    this.order = order;
    this.seen = new Uint32Array(counts.length);
    this.#stems = new StemTable(stems, counts.length - concepts);
    this.#concepts = concepts;
    const own = bytesOf(counts);
    for (let feature = 0, end = 0; feature < own.length; feature++) {
      end += DIGIT_OF_BYTE[own[feature]];
      this.from[feature + 1] = end;
    }
  }

  /** The feature of a stem, -1 for none. */
  featureOf(key: number): number {
    const stem = this.#stems.find(key);
    return stem < 0 ? -1 : this.#concepts + stem;
  }

  /** What a feature weighs for a class. */
  of(feature: number, own: number): number {
    return this.stepsOf(feature, own) / SCALE;
  }

  /** The same in steps of `SCALE`. */
  stepsOf(feature: number, own: number): number {
    for (let i = this.from[feature], place = -1; i < this.from[feature + 1]; i++) {
      place += 1 + DIGIT_OF_BYTE[this.classes[i]];
      if (this.order[place] === own) return WEIGHT_OF_BYTE[this.weights[i]];
    }
    return 0;
  }
}

/** What one of so many words counts for: of two posts that speak alike, the longer one is surer, but not by its length alone. */
export function shareOfWord(words: number): number {
  return 4 / Math.sqrt(Math.max(words, 4));
}
