import { describe, expect, it } from 'vitest';
import type { Node, Rule, Within } from '../../../lib/matching/pack.ts';
import { distance, findNode, findRule, type Interval, together } from '../../../lib/matching/rules.ts';
import { readingOf, wordsOf } from './reading.ts';

const CONCEPTS = [['shop'], ['sell', 'sells'], ['kids'], ['followers'], ['hoax']];
const [SHOP, SELL, KIDS, FOLLOWERS, HOAX]: Node[] = CONCEPTS.map((_, concept) => ({ concept }));

/** First to last word of each finding, and in brackets the words that matched. */
function found(node: Node, text: string): string[] {
  const reading = readingOf(text, CONCEPTS);
  return findNode(node, reading).map((interval) => written(interval, wordsOf(reading.scan)));
}

function written({ first, last, pieces }: Interval, words: string[]): string {
  return `${first}–${last} [${pieces.map((piece) => words.slice(piece.first, piece.last + 1).join(' ')).join('|')}]`;
}

describe('a node', () => {
  it('of one concept stands where its forms stand', () => {
    expect(found(SELL, 'they sell what it sells')).toEqual(['1–1 [sell]', '4–4 [sells]']);
    expect(found(SELL, 'they buy')).toEqual([]);
  });

  it('of a hashtag stands where the hashtag stands', () => {
    expect(found({ tag: 0 }, 'shop at #shop ＃shop')).toEqual(['2–2 [shop]', '3–3 [shop]']);
    expect(found({ tag: 0 }, 'kids')).toEqual([]);
    expect(found({ tag: 0 }, 'shop')).toEqual([]);
  });

  it('of alternatives stands where one of them does', () => {
    expect(found({ any: [SHOP, KIDS] }, 'kids shop here')).toEqual(['1–1 [shop]', '0–0 [kids]']);
  });

  it('finds each place once, and a bounded number of them', () => {
    expect(readingOf('shop shop', [['shop', 'sho*']]).byConcept.get(0)).toHaveLength(2);
    expect(readingOf('shop here', [['shop', 'shop here']]).byConcept.get(0)).toHaveLength(2);
    expect(readingOf('the shop', [['shop', 'the shop']]).byConcept.get(0)).toHaveLength(2);
    expect(found(SHOP, 'shop '.repeat(100))).toHaveLength(48);
    expect(found({ any: [SHOP, KIDS] }, 'shop kids '.repeat(40))).toHaveLength(48);
  });
});

describe('all of several', () => {
  const all = (within: Within, ...parts: Node[]): Node => ({ all: parts, within });

  it('needs each of them', () => {
    expect(found(all('post', SHOP, SELL, KIDS), 'the shop, they sell. Kids!')).toEqual(['1–4 [shop|sell|Kids]']);
    expect(found(all('post', SHOP, SELL, KIDS), 'the shop. Kids!')).toEqual([]);
    expect(found(all('post', SHOP, SELL), 'sell')).toEqual([]);
  });

  it.each<[Within, string, number]>([
    ['sentence', 'shop here, they sell', 1],
    ['sentence', 'shop. They sell', 0],
    ['sentence', 'they sell. A shop', 0],
    ['clause', 'the shop will sell', 1],
    ['clause', 'the shop, they sell', 0],
    ['clause', 'they sell, the shop', 0],
    ['post', 'they sell. A. B. C shop', 1],
    [2, 'shop one two sell', 1],
    [2, 'shop one two three sell', 0],
    [2, 'sell one two shop', 1],
    [2, 'sell one two three shop', 0],
    [0, 'shop sell', 1],
  ])('within %s: %s', (within, text, times) => expect(found(all(within, SHOP, SELL), text)).toHaveLength(times));

  it('starts from the rarest and takes what is nearest', () => {
    expect(found(all('post', SELL, SHOP), 'sell one sell shop two sell two two sell')).toEqual([
      '2–3 [shop|sells]'.replace('sells', 'sell'),
    ]);
    expect(found(all('post', SELL, SHOP), 'sell one shop sell')).toEqual(['2–3 [shop|sell]']);
    expect(found(all('post', SELL, SHOP), 'sell shop sell')).toEqual(['0–1 [shop|sell]']);
  });
});

describe('several in their order', () => {
  const order = (gap: number, ...parts: Node[]): Node => ({ order: parts, gap });

  it.each([
    ['shop sell kids', ['0–2 [shop|sell|kids]']],
    ['shop one sell one kids', ['0–4 [shop|sell|kids]']],
    ['shop one two sell kids', []],
    ['shop sell one two kids', []],
    ['sell shop kids', []],
    ['shop sell', []],
    ['sell kids', []],
    ['shop. Sell kids', []],
    ['shop sell. Kids', []],
    ['shop sell kids kids', ['0–2 [shop|sell|kids]']],
  ])('with a word between at most: %s', (text, places) => expect(found(order(1, SHOP, SELL, KIDS), text)).toEqual(places));
});

describe('a number of something', () => {
  const tally: Node = { number: { min: 10, max: 20, of: KIDS, gap: 2, measure: 3 } };

  it.each([
    ['10 kids', ['0–1 [10|kids]']],
    ['20 kids', ['0–1 [20|kids]']],
    ['9 kids', []],
    ['21 kids', []],
    ['15 of their kids', ['0–3 [15|kids]']],
    ['15 of all their kids', []],
    ['15. Kids', []],
    ['kids 15', []],
    ['15 followers saw kids', []],
    ['followers saw 15 kids', ['2–3 [15|kids]']],
    ['15 kids and followers', ['0–1 [15|kids]']],
    ['15', []],
    ['twenty kids', ['0–1 [twenty|kids]']],
  ])('%s', (text, places) => expect(found(tally, text)).toEqual(places));

  it('may be of anything when nothing else is counted', () => {
    expect(found({ number: { min: 10, max: 20, of: KIDS, gap: 2 } }, '15 followers saw kids')).toEqual(['0–3 [15|kids]']);
  });

  it('does not ask for numbers where nothing to count stands', () => {
    const reading = readingOf('15 shops', CONCEPTS);
    reading.numbers = () => expect.unreachable();
    expect(findNode(tally, reading)).toEqual([]);
  });
});

describe('a rule', () => {
  const rule = (own: Partial<Rule>) =>
    ({ kind: 'claim', node: { all: [SHOP, SELL], within: 'sentence' }, none: [], within: 'sentence', ...own }) as Rule;
  const places = (own: Partial<Rule>, text: string) => findRule(rule(own), readingOf(text, CONCEPTS)).length;

  it.each([
    ['the shop sells', 1],
    ['the #shop sells', 1],
    ['#shop #sells', 0],
    ['they buy', 0],
  ])('holds in sentences, not in hashtags alone: %s', (text, times) => expect(places({}, text)).toBe(times));

  it('of background may hold in hashtags alone', () => expect(places({ kind: 'background' }, '#shop #sells')).toBe(1));

  it.each([
    ['the shop sells a hoax', 0],
    ['the shop sells. A hoax', 1],
    ['the followers of the shop it sells', 0],
    ['a hoax. the shop sells', 1],
  ])('is silenced by what stands within its reach: %s', (text, times) => expect(places({ none: [HOAX, FOLLOWERS] }, text)).toBe(times));

  it('is silenced in one place and holds in another', () => {
    const text = 'the shop sells. The shop sells a hoax';
    const kept = findRule(rule({ node: SHOP, none: [HOAX] }), readingOf(text, CONCEPTS));
    expect(kept.map(({ first }) => first)).toEqual([1]);
  });
});

describe('intervals', () => {
  const from = (first: number, last: number): Interval => ({ first, last, pieces: [] });

  it.each([
    [from(0, 0), from(1, 1), 0],
    [from(0, 0), from(2, 3), 1],
    [from(2, 3), from(0, 0), 1],
    [from(0, 5), from(2, 3), 0],
    [from(0, 0), from(0, 0), 0],
  ])('are some words apart', (a, b, words) => expect(distance(a, b)).toBe(words));

  it('stand together in a sentence when any of their words do', () => {
    const { structure } = readingOf('a b. c d. e f');
    const are = (a: Interval, b: Interval) => [together(a, b, 'sentence', structure), together(b, a, 'sentence', structure)];
    expect(are(from(0, 2), from(3, 3))).toEqual([true, true]);
    expect(are(from(0, 1), from(2, 2))).toEqual([false, false]);
    expect(are(from(0, 5), from(2, 2))).toEqual([true, true]);
  });
});
