import { digitAt, SCALE, weightReader } from './digits.ts';
import { FIRST_DIGIT as DIGIT_CLASS, foldText, formClass, IGNORED, LATIN, OTHER_LETTER, SURROGATE, wideClass } from './fold.ts';
import { FormReader } from './forms.ts';
import { FACTOR } from './hashes.ts';
import type { TopicPack } from './pack.ts';
import { Pairs } from './pairs.ts';
import { HIT_STEP, type Scan, widthAt } from './scanned.ts';

/** Letters of a word that count: endings tell more about grammar than about the subject. */
const STEM = 6;
/** Words shown to the reader, and weighed by the stance cues around them. */
const MOST_WORDS = 6;
/** Numbers a feature takes in the list of what a post has. */
const FEATURE_STEP = 3;
/** Classes of a weight that follow the claims: no known claim at all, the post asserts. */
export const NO_CLAIM = 0;
export const ASSERTS = 1;

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
 * The weights are unpacked when the first post is weighed: most pages have none.
 */
export class Topics {
  readonly #pack: TopicPack;
  readonly #fold: Uint8Array;
  readonly #relevance: Float32Array;
  #weights: Weights | undefined;
  #pairs: Pairs | undefined;
  readonly #scores: Float32Array;
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
    this.#scores = new Float32Array(pack.bias.claims.length);
  }

  /** Whether a closer look is worth it: from the concepts alone, so that it costs ordinary posts next to nothing. */
  isRelevant({ found, foundCount }: Scan): boolean {
    let sum = this.#pack.bias.relevant;
    for (let i = 0; i < foundCount; i++) sum += this.#relevance[found[i]];
    return sum > 0;
  }

  /** Which of the claims the post is most likely about. */
  weigh(scan: Scan): Topic {
    this.#read(scan);
    const { classes, weights, from } = this.#unpacked();
    const { bias } = this.#pack;
    const claims = bias.claims.length;
    const scores = this.#scores;
    scores.set(bias.claims);
    let none = bias.none;
    for (let at = 0; at < this.#count * FEATURE_STEP; at += FEATURE_STEP) {
      const feature = this.#features[at];
      for (let i = from[feature]; i < from[feature + 1]; i++) {
        if (classes[i] < claims) scores[classes[i]] += weights[i] / SCALE;
        else if (classes[i] === claims + NO_CLAIM) none += weights[i] / SCALE;
      }
    }
    let claim = 0;
    for (let own = 1; own < claims; own++) if (scores[own] > scores[claim]) claim = own;
    const top = Math.max(scores[claim], none);
    let all = Math.exp(none - top);
    for (let own = 0; own < claims; own++) all += Math.exp(scores[own] - top);
    return { claim, confidence: Math.exp(scores[claim] - top) / all, relevance: 1 - Math.exp(none - top) / all };
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

  /** Unpacks the weights, unless a post has asked for them before. */
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

/** The weights of all features: first the concepts, then the stems. */
class Weights {
  /** Those of a feature begin at `from[feature]`: index of a claim, or after the claims that of another class. */
  readonly from: Uint32Array;
  readonly classes: Uint8Array;
  /** In steps of `SCALE`. */
  readonly weights: Int16Array;
  /** The last post in which each feature was seen. */
  readonly seen: Uint32Array;
  /** Hash table of the stems by their keys, none of which is 0: their features, plus one. */
  readonly #keys: Int32Array;
  readonly #features: Uint16Array;

  constructor({ stems, counts, classes, weights, order }: TopicPack, concepts: number) {
    this.from = new Uint32Array(counts.length + 1);
    this.classes = new Uint8Array(classes.length);
    this.weights = new Int16Array(classes.length);
    this.seen = new Uint32Array(counts.length);
    const slots = 2 ** Math.ceil(Math.log2(2 * (counts.length - concepts) + 2));
    this.#keys = new Int32Array(slots);
    this.#features = new Uint16Array(slots);
    this.#addStems(stems, concepts);
    let at = 0;
    const nextWeight = weightReader(weights);
    for (let feature = 0; feature < counts.length; feature++) {
      this.from[feature] = at;
      for (let left = digitAt(counts, feature), own = -1; left > 0; left--, at++) {
        own += 1 + digitAt(classes, at);
        this.classes[at] = order[own];
        this.weights[at] = nextWeight();
      }
    }
    this.from[counts.length] = at;
  }

  #addStems(stems: string, first: number): void {
    const reader = new FormReader(stems);
    for (let feature = first; reader.next(); feature++) {
      let key = 0;
      for (let i = 0; i < reader.length; i++) key = longerKey(key, formClass(reader.codes[i]));
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#features[slot] = feature + 1;
    }
  }

  /** The feature of a stem, -1 for none. */
  featureOf(key: number): number {
    return this.#features[this.#slot(key)] - 1;
  }

  #slot(key: number): number {
    const keys = this.#keys;
    let slot = Math.imul(key, FACTOR) >>> Math.clz32(keys.length - 1);
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & (keys.length - 1);
    return slot;
  }

  /** What a feature weighs for a class. */
  of(feature: number, own: number): number {
    for (let i = this.from[feature]; i < this.from[feature + 1]; i++) if (this.classes[i] === own) return this.weights[i] / SCALE;
    return 0;
  }
}

/** What one of so many words counts for: of two posts that speak alike, the longer one is surer, but not by its length alone. */
export function shareOfWord(words: number): number {
  return 4 / Math.sqrt(Math.max(words, 4));
}

/** The first letters of a word, folded. */
export function stemOf({ text, wordStart, wordEnd }: Scan, word: number, fold: Uint8Array): string {
  return foldText(text.slice(wordStart[word], wordEnd[word]), fold).slice(0, STEM);
}

/** Six letters and digits, of which there are so many with the one for all others, are one whole number. */
const KEY_BASE = 38;
const FIRST_LETTER_KEY = 11;

function longerKey(key: number, symbol: number): number {
  const own = symbol > LATIN ? symbol - LATIN - 1 + FIRST_LETTER_KEY : symbol - DIGIT_CLASS + 1;
  return Math.imul(key, KEY_BASE) + (symbol === OTHER_LETTER ? KEY_BASE - 1 : own);
}

/** The number of a word's stem: the same as of `stemOf`, without making a string of it. */
function stemKey({ text, wordStart, wordEnd }: Scan, word: number, fold: Uint8Array): number {
  let key = 0;
  for (let i = wordStart[word], letters = 0; i < wordEnd[word] && letters < STEM; i++) {
    let symbol = fold[text.charCodeAt(i)];
    if (symbol === SURROGATE) {
      symbol = wideClass(text, i);
      i += widthAt(text, i) - 1;
    }
    if (symbol === IGNORED) continue;
    key = longerKey(key, symbol) | 0;
    letters++;
  }
  return key;
}
