import { describe, expect, it } from 'vitest';
import { createMatcher, NOTHING } from '../../../lib/matching/index.ts';
import type { TopicPack } from '../../../lib/matching/pack.ts';
import { Topics } from '../../../lib/matching/topics.ts';
import { packLine } from '../../../scripts/claims/pack-file.ts';
import { type Cell, packWeights } from '../../../scripts/claims/topics.ts';
import { fold, readingOf } from './reading.ts';
import { CONCEPTS, claims, KIDS_CLAIM, matcher, NAMES, number, smallPack } from './small-pack.ts';

/** A matcher whose words weigh otherwise, or have to weigh more. */
const withTopics = (own: Partial<TopicPack>) => createMatcher({ ...smallPack(), topics: { ...smallPack().topics, ...own } });

describe('a claim told by words as a whole', () => {
  it('is found without a rule, with the words that told it', () => {
    expect(matcher().match('kids in the cellar')).toEqual({
      stance: 'asserts',
      matches: [{ claim: 'kids', kind: 'claim', confidence: 0.94, spans: [[12, 18]], why: ['words: “cellar”'] }],
    });
  });

  it('is found where no rule starts from any of its words', () => {
    const pack = smallPack();
    const others = createMatcher({ ...pack, rules: pack.rules.filter(({ id }) => id === 'gate-tag') });
    expect(others.match('kids in the cellar').matches).toMatchObject([{ claim: 'kids' }]);
  });

  it.each([
    ['without a word of the subject', 'a cellar'],
    ['when too little tells it', 'kids in the attic'],
    ['when most of it stands in hashtags', 'kids #cellar'],
    ['when it stands in an address', 'kids https://news.example/cellar'],
    ['when it stands in an address without its beginning', 'kids news.example/in-the-cellar'],
    ['in disguise', 'k1ds in the cellar'],
    ['when it is denied', 'kids, not in the cellar'],
  ])('is not found %s', (_, text) => expect(claims(text)).toEqual([]));

  it.each(['kids in the attic/cellar', 'kids, e.g./cellar', 'kids see https://news.example/story in the cellar'])(
    'is found beside what only looks like an address: %s',
    (text) => expect(claims(text)).toEqual(['kids']),
  );

  it('is not found where it is not sure enough', () => {
    const { least } = smallPack().topics;
    for (const own of [{ relevance: 0.99 }, { confidence: 0.99 }])
      expect(withTopics({ least: { ...least, ...own } }).match('kids in the cellar').matches).toEqual([]);
  });

  it('is found where it is just sure enough', () => {
    const { topics } = smallPack();
    const scan = readingOf('kids in the cellar', Object.values(CONCEPTS)).scan;
    const sure = new Topics(topics, fold()).weigh(scan);
    expect(
      withTopics({ least: { ...topics.least, confidence: sure?.confidence ?? 1, relevance: sure?.relevance ?? 1 } }).match(
        'kids in the cellar',
      ).matches,
    ).toHaveLength(1);
  });

  it('is not found without a rare word, whatever else tells it', () => {
    const elsewhere = withTopics({ rare: [number('GATE')] });
    expect(elsewhere.match('kids in the cellar')).toBe(NOTHING);
    expect(elsewhere.match('kids in the cellar, x y z w')).toBe(NOTHING);
  });

  it.each(['kids in the cellar', 'it sells. The kids are in the cellar'])(
    'is not found where the concepts are worth no closer look: %s',
    (text) => {
      expect(claims(text)).toEqual(['kids']);
      expect(withTopics({ relevance: NAMES.map(() => 0) }).match(text)).toBe(NOTHING);
    },
  );

  it('is not found where no word tells it, however likely it is by itself', () => {
    const { bias } = smallPack().topics;
    const likely = withTopics({ bias: { ...bias, claims: [0, 5, 0] } });
    expect(likely.match('kids in the house')).toBe(NOTHING);
    expect(likely.match('kids in the cellar').matches).toHaveLength(1);
  });

  it('is found where three of five words stand outside of hashtags', () => {
    const stems = ['attic', 'cellar', 'dungeo', 'tunnel', 'vault'];
    const cells = [...NAMES.map(() => []), ...stems.map((): Cell[] => [[KIDS_CLAIM, 18]])];
    const five = withTopics({ stems: packLine(stems), ...packWeights(cells) });
    expect(five.match('kids: attic, cellar, dungeon #tunnel #vault').matches).toMatchObject([{ claim: 'kids' }]);
    expect(five.match('kids: attic, cellar #dungeon #tunnel #vault').matches).toEqual([]);
  });

  it('adds nothing to what a rule found in disguise', () => {
    const why = (text: string) => matcher().match(text).matches[0].why;
    expect(why('it sells kids in the cellar')).toEqual(['kids-sold: “sells” … “kids”', 'words: “cellar”']);
    expect(why('it s3lls kids in the cellar')).toEqual(['kids-sold: “sells” … “kids”']);
  });

  it('is explained by these words, from the first to the last of them', () => {
    const [cellar, attic] = [3, 6].map((word) => ({ first: word, last: word }));
    for (const text of ['kids in the cellar and the attic', 'kids in the attic and the cellar'])
      expect(matcher().explain(text).traces).toMatchObject([{ rule: { id: 'words' }, stance: 'asserts', interval: { first: 3, last: 6 } }]);
    expect(matcher().explain('kids in the cellar and the attic').traces[0].interval.pieces).toEqual([cellar, attic]);
  });
});
