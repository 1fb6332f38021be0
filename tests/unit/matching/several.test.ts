import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../lib/matching/index.ts';
import type { MatchPack, Node } from '../../../lib/matching/pack.ts';
import { packLexicon, packVocabulary } from '../../../scripts/claims/pack-lexicon.ts';
import { packWeights } from '../../../scripts/claims/topics.ts';
import { CONCEPTS, claims, is, KIDS_CLAIM, matcher, NAMES, number, rule, STEMS, smallPack } from './small-pack.ts';

describe('which of several rules speaks for its claim', () => {
  it('is the surest, in whatever order they are found', () => {
    for (const rules of [smallPack().rules, smallPack().rules.toReversed()])
      expect(createMatcher({ ...smallPack(), rules }).match('kids! In the shop it sells').matches).toMatchObject([{ confidence: 0.9 }]);
  });

  const weighing = (year: number, own: Partial<MatchPack> = {}) => {
    const scales = { concepts: packLexicon([]), cues: [], shapes: { year } };
    const rules = smallPack().rules.map((each) => (each.id === 'shop-kids' ? { ...each, ignore: ['maybe'] } : each));
    const { matches } = createMatcher({ ...smallPack(), rules, scales, ...own }).match('maybe the shop sells kids 2024');
    return matches.find(({ claim }) => (claim as string) === 'shop')?.why;
  };

  it('is one that no cue silences, if there is any, and the others stay silent', () => {
    expect(weighing(2)).toEqual(['shop-kids: “shop” … “kids”']);
  });

  it('lets the others speak, too, where it outweighs the cues that silence them', () => {
    expect(weighing(4)).toEqual(['shop-kids: “shop” … “kids”', 'shop-sells: “shop” … “sells”']);
  });

  it('is denied by a silenced one, unless it outweighs the denial', () => {
    const stance = smallPack().stance.map((own) => (own.family === 'maybe' ? { ...own, stance: 'negates' as const } : own));
    expect(weighing(2, { stance })).toBeUndefined();
    expect(weighing(4, { stance })).toHaveLength(2);
  });

  it('may ignore a family of cues', () => {
    expect(claims('the shop never had kids')).toEqual(['shop']);
    expect(matcher().match('the shop never sells').stance).toBe('negates');
  });

  it('marks each letter once where words of several rules overlap', () => {
    const pair = NAMES.length;
    const names = [...NAMES, 'PAIR'];
    const concepts = packVocabulary([...Object.values(CONCEPTS), ['shop sells']]);
    const both = rule({ id: 'pair', claim: 0, node: { concept: pair }, confidence: 0.8, anchors: [pair] });
    const topics = {
      ...smallPack().topics,
      ...packWeights([...names.map(() => []), ...STEMS.map(() => [])]),
      relevance: names.map(() => 0),
    };
    for (const rules of [
      [...smallPack().rules, both],
      [both, ...smallPack().rules],
    ]) {
      const [match] = createMatcher({ ...smallPack(), concepts, names, rules, topics }).match(
        'kids here. The shop sells. More kids',
      ).matches;
      expect(match).toMatchObject({ claim: 'shop', confidence: 0.9 });
      expect(match.spans).toEqual([
        [0, 4],
        [15, 25],
      ]);
    }
  });
});

describe('claims told by words as a whole, beside rules', () => {
  const everywhere = () => ({ ...smallPack().topics, relevance: NAMES.map(() => 40) });
  const found = (text: string, own: Partial<MatchPack>) =>
    createMatcher({ ...smallPack(), ...own })
      .match(text)
      .matches.map(({ claim }) => claim as string);

  it('need a word that all claims are about, or a rare one of their own rules', () => {
    const rare = { ...everywhere(), rare: [number('KIDS'), number('SHOP')] };
    const node: Node = { all: [is('SHOP'), is('GATE')], within: 'post' };
    const starts = (concept: 'SHOP' | 'GATE') => [
      ...smallPack().rules,
      rule({ id: 'kids-shop', claim: KIDS_CLAIM, node, confidence: 0.8, anchors: [number(concept)] }),
    ];
    expect(found('kids in the cellar', { topics: rare })).toEqual(['kids']);
    expect(found('a shop in the cellar', { topics: rare })).toEqual([]);
    expect(found('a shop in the cellar', { topics: rare, rules: starts('SHOP') })).toEqual(['kids']);
    expect(found('kids in the cellar', { topics: rare, rules: starts('SHOP') })).toEqual(['kids']);
    expect(found('a shop in the cellar', { topics: rare, rules: starts('GATE') })).toEqual([]);
    expect(found('shop, pizzagate in the cellar', { topics: { ...rare, subjects: [], rare: [number('SHOP')] } })).not.toContain('kids');
  });

  it('do not need rules to hold, but a rare word: a common one that a rule starts from is not enough', () => {
    const node: Node = { all: [is('SHOP'), is('HOAX')], within: 'post' };
    const rules = [...smallPack().rules, rule({ id: 'kids-shop', claim: KIDS_CLAIM, node, confidence: 0.8, anchors: [number('SHOP')] })];
    const rare = { ...everywhere(), rare: [number('SHOP')] };
    expect(found('pizzagate: a shop in the cellar', { topics: rare, rules })).toEqual(['kids', 'gate']);
    expect(found('pizzagate: a shop in the cellar', { topics: everywhere(), rules })).toEqual(['gate']);
  });

  it('stand before a claim that only some words tell', () => {
    const claimsOfPack = [
      { id: 'shop', specific: 9 },
      { id: 'kids', specific: 5 },
      { id: 'gate', specific: 8 },
    ];
    expect(found('the shop sells kids in the cellar', { claims: claimsOfPack })).toEqual(['kids', 'shop']);
    expect(found('the shop sells kids in the house', { claims: claimsOfPack })).toEqual(['shop', 'kids']);
  });

  it('are denied where any of these words is', () => {
    expect(claims('kids in the cellar, but also in the attic')).toEqual(['kids']);
    expect(claims('kids in the cellar, but never in the attic')).toEqual([]);
    expect(claims('kids never in the cellar, but in the attic')).toEqual([]);
  });

  it('may stand in hashtags, if more of the words do not', () => {
    expect(claims('kids in the cellar, the #attic')).toEqual([]);
    expect(claims('kids in the cellar')).toEqual(['kids']);
  });

  it('need more where signs speak against them than where a rule holds', () => {
    const { topics } = smallPack();
    const least = { ...topics.least, asserts: 0.5, ofRules: -1 };
    const own = { topics: { ...topics, least }, scales: { concepts: packLexicon([]), cues: [], shapes: { exclaims: -1, year: 1 } } };
    expect(found('kids in the cellar', own)).toEqual([]);
    expect(found('kids in the cellar 2024', own)).toEqual(['kids']);
    expect(found('the shop sells', own)).toEqual(['shop']);
    expect(found('the shop sells!', own)).toEqual(['shop']);
    expect(found('it sells kids in the cellar', own)).toEqual(['kids']);
  });
});
