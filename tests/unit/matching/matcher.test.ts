import { describe, expect, it } from 'vitest';
import { NOTHING } from '../../../lib/matching/index.ts';
import { tinyMatcher } from './tiny-pack.ts';

const CHILD = { common: true as const, forms: ['child', 'children', 'kids', 'niños'] };
const matcher = tinyMatcher({
  concepts: {
    CHILD,
    SHOP: ['wayfair'],
    SELL: ['sell*', 'traffick*'],
    MEASURE: { common: true, forms: ['followers'] },
    RESCUE: ['rescued', 'freed'],
    GATE: ['pizza gate', 'pizzagate'],
  },
  rules: [
    { id: 'shop', claim: 'shop', all: ['SHOP', 'SELL'], within: 'sentence' },
    { id: 'tally', claim: 'tally', all: [{ number: { min: 60_000, max: 70_000, of: 'CHILD' } }, 'RESCUE'], within: 'sentence' },
    { id: 'gate-tag', claim: 'gate', tags: ['GATE'] },
    { id: 'near', claim: 'near', all: ['GATE', 'SELL'], within: 3 },
  ],
  fillers: ['is', 'real', 'the'],
  numbers: { sixty: 60, two: 2, thousand: 1000, mil: 1000 },
});
const claims = (text: string) =>
  matcher()
    .match(text)
    .matches.map(({ claim }) => claim);

describe('matching', () => {
  it('finds concepts together in a sentence and not across sentences', () => {
    expect(claims('Wayfair sells children')).toEqual(['shop']);
    expect(claims('I like Wayfair. They are selling a house')).toEqual([]);
  });

  it('returns the same frozen verdict for every text without an anchor', () => {
    expect(matcher().match('good morning')).toBe(NOTHING);
    expect(Object.isFrozen(NOTHING)).toBe(true);
  });

  it('points into the original text', () => {
    const text = 'So 🙄 W\u200bayfair is S𝐞𝐥𝐥ing kids';
    const [match] = matcher().match(text).matches;
    expect(match.spans.map(([a, b]) => text.slice(a, b))).toEqual(['W\u200bayfair', 'S𝐞𝐥𝐥ing']);
    expect(match.why).toEqual(['shop: “W\u200bayfair” … “S𝐞𝐥𝐥ing”']);
  });

  it.each([
    'They rescued 62,000 children',
    'rescued 62k children',
    'rescued 62 000 kids',
    'rescued 62.000 niños',
    'rescued 62 thousand children',
    'sixty-two thousand children rescued',
    'rescued 62\u202f000 children',
    '62 mil niños freed',
  ])('reads one number however it is written: %s', (text) => expect(claims(text)).toEqual(['tally']));

  it.each([
    'They rescued 62 children',
    'rescued: 62,000 followers saw the children',
    'rescued 620,000 children',
    'rescued in 62000. children smile',
  ])('does not take another number for it: %s', (text) => expect(claims(text)).toEqual([]));

  it('gives a tag-only rule to hashtags alone, of kind background', () => {
    expect(matcher().match('good morning #PizzaGate').matches[0]).toMatchObject({ claim: 'gate', kind: 'background' });
    expect(claims('pizzagate is a word')).toEqual([]);
  });

  it('counts the words between', () => {
    expect(claims('pizzagate they are selling')).toEqual(['near']);
    expect(claims('pizzagate one two three four selling')).toEqual([]);
  });

  it('does not take a pile of hashtags for an assertion', () => expect(claims('#wayfair #selling')).toEqual([]));
});

describe('evasive spellings', () => {
  it.each([
    'W4yfair is selling kids',
    'w a y f a i r is selling kids',
    'W.a.y.f.a.i.r is selling kids',
    'Waaayfair is selling kids',
    'way🔥fair is selling kids',
    'Wаyfаir is selling kids',
    'Wâyfàir is selling kids',
    'ⓌⒶⓎⒻⒶⒾⓇ is selling kids',
    '#WayfairIsReal they are selling kids',
    'wayfair is s3lling kids',
    'wayfair is s*lling kids',
  ])('reads %s', (text) => expect(claims(text)).toContain('shop'));
});
