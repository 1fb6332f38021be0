import { describe, expect, it } from 'vitest';
import { SCALE } from '../../../lib/matching/digits.ts';
import { ASSERTS, NO_CLAIM, Topics } from '../../../lib/matching/topics.ts';
import { packLine } from '../../../scripts/claims/pack-file.ts';
import { packPairs, packWeights } from '../../../scripts/claims/topics.ts';
import { fold, readingOf } from './reading.ts';

/** Weights of a feature by class: 0 and 1 are claims. */
type Weights = [of: number, weight: number][];

const STEMS: Record<string, Weights> = {
  cabine: [
    [0, 2],
    [2 + ASSERTS, 1],
  ],
  tunnel: [[1, 3]],
  cake: [
    [2 + NO_CLAIM, 4],
    [0, -1],
    [2 + ASSERTS, -0.5],
  ],
};
const PAIRS = { 'cabine cake': 2, 'cake cabine': -5 };
const CONCEPTS: Weights[] = [[[0, 1]], [[1, 1]]];

function packed(stems: Record<string, Weights>, concepts: readonly Weights[] = [], pairs: Record<string, number> = {}) {
  const names = Object.keys(stems).sort();
  const rows = [...concepts, ...names.map((name) => stems[name])];
  return {
    stems: packLine(names),
    ...packWeights(rows.map((row) => row.map(([of, weight]) => [of, weight * SCALE]))),
    pairs: packPairs(names, new Map(Object.entries(pairs).map(([pair, weight]) => [pair, weight * SCALE]))),
  };
}

const topicPack = () => ({
  ...packed(STEMS, CONCEPTS, PAIRS),
  relevance: [1.5 * SCALE, -2 * SCALE],
  bias: { relevant: -1, asserts: 0.25, none: 0.5, claims: [0, -0.5], plausible: 0 },
  least: { confidence: 0, relevance: 0, asserts: 0, ofRules: 0, yielding: 0 },
  subjects: [],
  rare: [],
  sure: [],
});
const topics = () => new Topics(topicPack(), fold());
const scanOf = (text: string) => readingOf(text, [['shop'], ['park']]).scan;
const weigh = (text: string) => topics().weigh(scanOf(text));
/** What is said of a post is said of the one weighed last. */
const weighed = (own: Topics, scan: ReturnType<typeof scanOf>) => {
  own.weigh(scan);
  return own;
};
const asserts = (text: string) => weighed(topics(), scanOf(text)).asserts();
/** What each of two claims and none come to, as shares. */
const shares = (a: number, b: number, none: number) =>
  [a, b, none].map((score) => Math.exp(score) / (Math.exp(a) + Math.exp(b) + Math.exp(none)));

describe('the claim that words tell', () => {
  it.each([
    ['nothing known', 0, shares(0, -0.5, 0.5)],
    ['cabinets', 0, shares(2, -0.5, 0.5)],
    ['CABINETRY', 0, shares(2, -0.5, 0.5)],
    ['cabinets, cabinet', 0, shares(2, -0.5, 0.5)],
    ['a tunnel', 1, shares(0, 2.5, 0.5)],
    ['a shop', 0, shares(1, -0.5, 0.5)],
    ['a shop, a shop', 0, shares(1, -0.5, 0.5)],
    ['a shop, cabinets, a park', 0, shares(3, 0.5, 0.5)],
    ['a cake', 1, shares(-1, -0.5, 4.5)],
    ['', 0, shares(0, -0.5, 0.5)],
  ])('%j', (text, likely, [first, second, none]) => {
    const topic = weigh(text);
    expect(topic?.claim).toBe(likely);
    expect(topic?.confidence).toBeCloseTo(Math.max(first, second), 12);
    expect(topic?.relevance).toBeCloseTo(1 - none, 12);
  });

  it.each([
    ['confidence', 'cabinets', shares(2, -0.5, 0.5)[0]],
    ['relevance', 'cabinets', 1 - shares(2, -0.5, 0.5)[2]],
    ['relevance', 'a shop', 1 - shares(1, -0.5, 0.5)[2]],
    ['relevance', 'a cake', 1 - shares(-1, -0.5, 4.5)[2]],
  ])('is not told with less %s than is asked for: %j', (name, text, own) => {
    const asking = (least: number) =>
      new Topics({ ...topicPack(), least: { ...topicPack().least, [name]: least } }, fold()).weigh(scanOf(text));
    expect(asking(own - 1e-6)).toEqual(weigh(text));
    expect(asking(own + 1e-6)).toBeUndefined();
  });

  it('is told by all claims together, however alike they are', () => {
    const alike = { ...topicPack(), bias: { ...topicPack().bias, none: 0, claims: Array.from({ length: 9 }, () => -1 / SCALE) } };
    const relevance = 1 - 1 / (1 + 9 * Math.exp(-1 / SCALE));
    const asking = (least: number) => new Topics({ ...alike, least: { ...alike.least, relevance: least } }, fold()).weigh(scanOf(''));
    expect(asking(relevance - 1e-6)?.relevance).toBeCloseTo(relevance, 12);
    expect(asking(relevance)).toBeDefined();
    expect(asking(relevance + 1e-6)).toBeUndefined();
  });

  it('is weighed with whether they assert it', () => {
    expect(asserts('nothing known')).toBe(0.25);
    expect(asserts('cabinets')).toBe(2.25);
    expect(asserts('cabinets and cake')).toBe(1.25);
  });

  it.each(['\u{1d41c}\u{1d41a}\u{1d41b}\u{1d422}\u{1d427}\u{1d41e}\u{1d42d}', 'ca\u00adbin\u200bet', 'Cábïnet'])(
    'is weighed in %j as it is in plain letters',
    (word) => expect(asserts(word)).toBe(2.25),
  );

  it('tells letters and digits of stems apart', () => {
    const signs = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
    const stems = [...signs, ...signs.map((sign) => `${sign}a`), ...signs.map((sign) => `0${sign}`), 'zzzzzz', '999999', 'z9z9z9'];
    const own = new Map([...new Set(stems)].map((stem, at) => [stem, [(at % 40) + 1, Math.floor(at / 40) + 1]]));
    for (const column of [0, 1]) {
      const table = Object.fromEntries([...own].map(([stem, steps]): [string, Weights] => [stem, [[2 + ASSERTS, steps[column] / SCALE]]]));
      const all = new Topics({ ...topicPack(), ...packed(table, CONCEPTS) }, fold());
      for (const [stem, steps] of own)
        expect(weighed(all, scanOf(stem)).asserts(), stem).toBeCloseTo(0.25 + (2 * steps[column]) / SCALE, 9);
    }
  });

  it('is weighed by words side by side, each pair once', () => {
    expect(asserts('a cabinet cake')).toBe(5.25);
    expect(asserts('Cake. Cabinets!')).toBe(-8.75);
    expect(asserts('cake cabinet cake cabinet')).toBe(-4.75);
  });

  it('grows with the root of how many words say the same', () => {
    const known = ['cabine', 'tunnel', ...'abcdefghijklmn'];
    const even = new Topics(
      { ...topicPack(), ...packed(Object.fromEntries(known.map((stem): [string, Weights] => [stem, [[2 + ASSERTS, 1]]])), CONCEPTS) },
      fold(),
    );
    const of = (words: number) => weighed(even, readingOf(known.slice(0, words).join(' ')).scan).asserts() - topicPack().bias.asserts;
    expect([of(4), of(16)]).toEqual([8, 16]);
  });

  it('is shown by the words that spoke most for it', () => {
    expect(weighed(topics(), scanOf('a shop for cabinets and cake')).tellingWords(0)).toEqual([
      { first: 3, last: 3 },
      { first: 1, last: 1 },
    ]);
    expect(weighed(topics(), scanOf('cake')).tellingWords(1)).toEqual([]);
  });

  it('is shown by six words at most', () => {
    const stems = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const many = new Topics(
      {
        ...packed(Object.fromEntries(stems.map((stem, at): [string, Weights] => [stem, [[0, at / 2 + 0.5]]]))),
        relevance: [],
        bias: { relevant: 0, asserts: 0, none: 0, claims: [0], plausible: 0 },
        least: { confidence: 0, relevance: 0, asserts: 0, ofRules: 0, yielding: 0 },
        subjects: [],
        rare: [],
        sure: [],
      },
      fold(),
    );
    expect(
      weighed(many, readingOf(stems.join(' ')).scan)
        .tellingWords(0)
        .map(({ first }) => first),
    ).toEqual([7, 6, 5, 4, 3, 2]);
  });
});

describe('a closer look', () => {
  it.each([
    ['a shop', true],
    ['a shop in a park', false],
    ['a park', false],
    ['cabinets', false],
    ['', false],
  ])('is worth it for %j: %s', (text, relevant) => expect(topics().isRelevant(scanOf(text))).toBe(relevant));
});
