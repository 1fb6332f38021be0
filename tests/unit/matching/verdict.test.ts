import { describe, expect, it } from 'vitest';
import { createMatcher, NOTHING } from '../../../lib/matching/index.ts';
import type { MatchPack } from '../../../lib/matching/pack.ts';
import { packLexicon } from '../../../scripts/claims/pack-lexicon.ts';
import { claims, matcher, number, smallPack } from './small-pack.ts';

describe('a match', () => {
  it('says where, how surely and why', () => {
    expect(matcher().match('the shop sells a lot')).toEqual({
      stance: 'asserts',
      matches: [
        {
          claim: 'shop',
          kind: 'claim',
          confidence: 0.9,
          spans: [
            [4, 8],
            [9, 14],
          ],
          why: ['shop-sells: “shop” … “sells”'],
        },
      ],
    });
  });

  it('joins what several rules of its claim found', () => {
    const [match] = matcher().match('kids! In the shop it sells').matches;
    expect(match).toMatchObject({ claim: 'shop', confidence: 0.9 });
    expect(match.spans).toEqual([
      [0, 4],
      [13, 17],
      [21, 26],
    ]);
    expect(match.why).toEqual(['shop-kids: “kids” … “shop”', 'shop-sells: “shop” … “sells”']);
  });

  it('of a claim is not surer for its hashtags', () => {
    expect(matcher().match('#maybe the shop sells').matches).toMatchObject([
      { kind: 'claim', confidence: 0.9, why: ['shop-sells: “shop” … “sells”'] },
    ]);
    expect(matcher().match('#maybe').matches).toMatchObject([{ kind: 'background', confidence: 0.99, why: ['maybe-tag: “maybe”'] }]);
  });

  it('says what was written, not what was read from it', () => {
    const text = 'the sh0p s3lls';
    const [match] = matcher().match(text).matches;
    expect(match.spans.map(([from, to]) => text.slice(from, to))).toEqual(['sh0p', 's3lls']);
    expect(match.why).toEqual(['shop-sells: “shop” … “sells”']);
  });

  it('is the same whatever was read before, and after', () => {
    const first = matcher().match('the shop sells');
    const copy = structuredClone(first);
    matcher().match('a shop of kids #pizzagate sells');
    expect(first).toEqual(copy);
    expect(matcher().match('the shop sells')).toEqual(copy);
  });
});

describe('the first of several claims', () => {
  it.each([
    ['the shop sells kids', ['kids', 'shop']],
    ['the shop sells #kids', ['shop', 'kids']],
    ['#pizzagate the shop sells', ['shop', 'gate']],
    ['#pizzagate', ['gate']],
    ['pizzagate, the shop sells', ['shop', 'gate']],
    ['pizzagate in the cellar', ['gate']],
    ['the sh☆op sells', ['shop']],
    ['the shop ☆ sells', ['shop']],
    ['#shop #sells #pizzagate', ['gate']],
    ['shop sells. kids in the cellar', ['kids', 'shop']],
  ])('is the specific one, in sentences before hashtags, background last: %s', (text, expected) => expect(claims(text)).toEqual(expected));

  it('is the surer one where both are as specific', () => {
    const alike = createMatcher({ ...smallPack(), claims: smallPack().claims.map(({ id }) => ({ id, specific: 5 })) });
    expect(alike.match('the shop sells. It sells kids').matches).toMatchObject([
      { claim: 'shop', confidence: 0.9 },
      { claim: 'kids', confidence: 0.8 },
    ]);
  });
});

describe('no match', () => {
  it('is one and the same', () => expect(NOTHING).toEqual({ matches: [], stance: 'none' }));

  it.each(['', 'good morning', 'the shop', 'sells. The shop', 'kids', 'a cellar'])('for want of a claim: %j', (text) =>
    expect(matcher().match(text)).toBe(NOTHING),
  );

  it.each([
    ['the shop never sells', 'negates'],
    ['the shop sells, a hoax', 'debunks'],
    ['maybe the shop sells', 'asks'],
    ['the shop never sells kids', 'negates'],
  ])('for what the post says of it: %s', (text, stance) => expect(matcher().match(text)).toEqual({ matches: [], stance }));

  it('where the same claim is denied, and one where it is told elsewhere', () => {
    expect(claims('the shop has kids, but it never sells')).toEqual([]);
    expect(claims('the shop has kids. Another shop never sells')).toEqual(['shop']);
    expect(claims('the shop sells. The kids, but not there')).toContain('shop');
  });

  it('for a link, asked for only once a rule holds', () => {
    expect(matcher().match('the shop sells', () => ['https://snopes.com/x']).stance).toBe('debunks');
    expect(matcher().match('the shop', () => expect.unreachable())).toBe(NOTHING);
  });

  it('for the doubt of somebody who quotes the post', () => {
    expect(matcher().match('the shop sells', () => [], 'What a hoax')).toEqual({ matches: [], stance: 'debunks' });
    expect(matcher().match('the shop sells', () => [], 'What a day').matches).toHaveLength(1);
    expect(matcher().match('the shop sells', () => [], 'h0ax').stance).toBe('debunks');
    expect(matcher().match('the shop', () => [], 'What a hoax')).toBe(NOTHING);
  });
});

describe('words that are not such as tell claims', () => {
  const implausible = (sure: number[]) => {
    const { topics } = smallPack();
    return createMatcher({ ...smallPack(), topics: { ...topics, bias: { ...topics.bias, plausible: -1 }, sure } });
  };

  it.each(['the shop sells', 'kids in the cellar'])('let no match count: %s', (text) => {
    expect(implausible([]).match(text)).toBe(NOTHING);
    expect(implausible([]).explain(text).isPlausible).toBe(false);
    expect(matcher().explain(text).isPlausible).toBe(true);
  });

  it('let it count beside a word that is enough', () => {
    const sure = implausible([number('GATE'), number('SHOP')]);
    expect(sure.match('the shop sells').matches).toHaveLength(1);
    expect(sure.explain('the shop sells').isPlausible).toBe(true);
    expect(sure.match('it sells kids')).toBe(NOTHING);
  });
});

describe('a text that might spell something apart', () => {
  it.each([
    ['the shop sells x y z w', ['shop']],
    ['kids in the cellar, x y z w', ['kids']],
    ['the shop, x y z w', []],
    ['x y z w', []],
  ])('and does not is read as it stands: %s', (text, expected) => expect(claims(text)).toEqual(expected));
});

describe('signs', () => {
  const weighing = () =>
    createMatcher({
      ...smallPack(),
      rules: smallPack().rules.map((own) => (own.id === 'kids-sold' ? { ...own, ignore: ['signs'] } : own)),
      scales: { concepts: packLexicon([]), cues: [], shapes: { exclaims: -2, year: 4, ellipsis: -0.5 } },
    });
  const verdict = (text: string) => {
    const { matches, stance } = weighing().match(text);
    return [stance, ...matches.map(({ claim }) => claim as string)];
  };

  it.each([
    ['the shop sells', ['asserts', 'shop']],
    ['the shop sells…', ['asserts', 'shop']],
    ['the shop sells!', ['reports']],
    ['the shop sells! 2024', ['asserts', 'shop']],
    ['it sells kids!', ['asserts', 'kids']],
    ['the shop sells kids!', ['asserts', 'kids']],
    ['kids in the cellar!', ['reports']],
    ['#pizzagate!', ['asserts', 'gate']],
  ])('silence a claim that they find too light, unless its rule ignores them: %s', (text, expected) =>
    expect(verdict(text)).toEqual(expected),
  );

  it.each([
    ['maybe the shop sells', ['asks']],
    ['maybe the shop sells 2024', ['asserts', 'shop']],
    ['maybe the shop sells! 2024', ['asks']],
    ['the shop never sells 2024', ['negates']],
    ['the shop never sells!', ['negates']],
  ])('outweigh a cue that yields: %s', (text, expected) => expect(verdict(text)).toEqual(expected));

  const asked = (own: Partial<MatchPack>) => (text: string) =>
    createMatcher({ ...smallPack(), scales: { concepts: packLexicon([]), cues: [], shapes: { question: -2, 'cue-of-maybe': -2 } }, ...own })
      .match(text)
      .matches.map(({ claim }) => claim as string);

  it.each([
    ['The shop sells. It sells kids?', ['shop']],
    ['The shop sells? It sells kids.', ['kids']],
  ])('are weighed for each claim by itself: %s', (text, expected) => expect(asked({})(text)).toEqual(expected));

  it('are weighed where the surest rule holds, in whatever order rules are found', () => {
    for (const rules of [smallPack().rules, smallPack().rules.toReversed()]) {
      expect(asked({ rules })('The shop sells. With kids?')).toEqual(['shop']);
      expect(asked({ rules })('The shop sells? With kids.')).toEqual([]);
    }
  });

  it('are weighed where no cue speaks against the claim, if there is such a place', () => {
    const rules = smallPack().rules.map((own) => (own.id === 'shop-kids' ? { ...own, ignore: ['maybe'] } : own));
    expect(asked({ rules })('maybe the shop sells kids')).toEqual(['shop']);
    expect(asked({})('maybe the shop sells kids')).toEqual([]);
  });

  it('are told to people who write rules', () => {
    const traces = (text: string) =>
      weighing()
        .explain(text)
        .traces.map(({ silencedBy, because, weighed }) => [silencedBy, because, weighed?.score]);
    expect(traces('the shop sells!')).toEqual([['signs', 'signs that it is asserted −2.0: exclaims −2.0, its words +0.0', -2]]);
    expect(traces('the shop never sells')).toEqual([['negation', 'negation', 0]]);
    expect(traces('maybe the shop sells 2024')).toEqual([[undefined, undefined, 4]]);
  });
});

describe('for people who write rules', () => {
  it('it tells what held, and the words of each concept', () => {
    const { traces, concepts } = matcher().explain('the shop sells, a hoax');
    expect(traces).toMatchObject([{ rule: { id: 'shop-sells' }, stance: 'debunks', silencedBy: 'debunk', because: 'debunk' }]);
    expect([...concepts]).toEqual([
      ['SHOP', ['shop']],
      ['SELL', ['sells']],
      ['HOAX', ['hoax']],
    ]);
    expect(matcher().explain('good morning').traces).toEqual([]);
  });

  it('it tells what a model may weigh', () => {
    expect(matcher().features('The shop, the shopping kids')).toEqual({
      concepts: ['SHOP', 'KIDS'],
      stems: ['the', 'shop', 'shoppi', 'kids'],
      pairs: ['the shop', 'shop the', 'the shoppi', 'shoppi kids'],
    });
  });
});
