import { createMatcher, type Matcher } from '../../../lib/matching/index.ts';
import type { CueFamily, MatchPack, Node, Rule } from '../../../lib/matching/pack.ts';
import { packFoldTable } from '../../../scripts/claims/fold-table.ts';
import { expectedCommonness, needsOf, rarestFirst } from '../../../scripts/claims/needs.ts';
import { packLine } from '../../../scripts/claims/pack-file.ts';
import { packVocabulary } from '../../../scripts/claims/pack-lexicon.ts';
import { type Cell, packPairs, packWeights } from '../../../scripts/claims/topics.ts';
import { fold } from './reading.ts';

export const CONCEPTS = {
  SHOP: ['shop', 'shops'],
  SELL: ['sells', 'sell'],
  KIDS: ['kids'],
  GATE: ['pizzagate'],
  BUT: ['but'],
  NOT: ['not', 'never'],
  HOAX: ['hoax'],
  MAYBE: ['maybe'],
};
export const NAMES = Object.keys(CONCEPTS);
export const number = (name: keyof typeof CONCEPTS) => NAMES.indexOf(name);
export const is = (name: keyof typeof CONCEPTS): Node => ({ concept: number(name) });
const COMMONNESS = expectedCommonness(Object.values(CONCEPTS));
export const rule = (own: Pick<Rule, 'id' | 'claim' | 'node' | 'confidence' | 'anchors'> & Partial<Rule>): Rule => ({
  kind: 'claim',
  none: [],
  within: 'sentence',
  ignore: [],
  needs: rarestFirst(needsOf(own.node), COMMONNESS),
  ...own,
});
const family = (own: Pick<CueFamily, 'family' | 'stance' | 'cue' | 'reach'> & Partial<CueFamily>): CueFamily => ({
  because: own.family,
  ...own,
});

/** Stems and what each weighs for "kids", in sixths. */
export const STEMS: [string, number][] = [
  ['attic', 6],
  ['cellar', 30],
];
export const KIDS_CLAIM = 1;
/** A pack of eight concepts and five rules, and words that tell a claim by themselves. */
export const smallPack = (): MatchPack => ({
  format: 1,
  concepts: packVocabulary(Object.values(CONCEPTS)),
  names: NAMES,
  clause: number('BUT'),
  fold: packFoldTable(fold()),
  words: [],
  numbers: {},
  claims: [
    { id: 'shop', specific: 5 },
    { id: 'kids', specific: 9 },
    { id: 'gate', specific: 8 },
  ],
  rules: [
    rule({
      id: 'shop-kids',
      claim: 0,
      node: { all: [is('SHOP'), is('KIDS')], within: 'post' },
      confidence: 0.7,
      anchors: [number('SHOP')],
      ignore: ['negation'],
    }),
    rule({
      id: 'shop-sells',
      claim: 0,
      node: { all: [is('SHOP'), is('SELL')], within: 'sentence' },
      confidence: 0.9,
      anchors: [number('SHOP')],
    }),
    rule({
      id: 'kids-sold',
      claim: 1,
      node: { all: [is('SELL'), is('KIDS')], within: 'sentence' },
      confidence: 0.8,
      anchors: [number('SELL')],
    }),
    rule({ id: 'gate-tag', claim: 2, kind: 'background', node: is('GATE'), confidence: 0.6, anchors: [number('GATE')] }),
    rule({ id: 'maybe-tag', claim: 0, kind: 'background', node: { tag: number('MAYBE') }, confidence: 0.99, anchors: [number('MAYBE')] }),
  ],
  stance: [
    family({ family: 'negation', stance: 'negates', cue: is('NOT'), reach: 'clause' }),
    family({ family: 'debunk', stance: 'debunks', cue: is('HOAX'), reach: 'post' }),
    family({ family: 'link', stance: 'debunks', cue: undefined, links: ['snopes.com'], reach: 'post' }),
    family({ family: 'maybe', stance: 'asks', cue: is('MAYBE'), reach: 'post', yields: true }),
  ],
  topics: {
    stems: packLine(STEMS.map(([stem]) => stem)),
    ...packWeights([...NAMES.map(() => []), ...STEMS.map(([, weight]): Cell[] => [[KIDS_CLAIM, weight]])]),
    pairs: packPairs([], new Map()),
    relevance: NAMES.map((name) => (name === 'KIDS' ? 12 : 0)),
    bias: { relevant: -1, asserts: 0, none: 2, claims: [0, 0, 0], plausible: 1 },
    least: { confidence: 0.5, relevance: 0.5, asserts: -1, ofRules: -1, yielding: 3 },
    subjects: [number('KIDS')],
    rare: [number('KIDS')],
    sure: [],
  },
});

export const matcher = (): Matcher => createMatcher(smallPack());
/** The claims that `matcher` finds in a text. */
export const claims = (text: string): string[] =>
  matcher()
    .match(text)
    .matches.map(({ claim }) => claim as string);
