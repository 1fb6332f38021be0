import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../lib/matching/pack.ts';
import { BY_WORDS, isByWords, isDeniedBy, type RuleTrace, SIGNS, sureness } from '../../../lib/matching/trace.ts';

const rule = (own: Partial<Rule> = {}): Rule => ({ ...BY_WORDS, id: 'shop', confidence: 0.9, ...own });
const trace = (first: number, last: number, own: Partial<RuleTrace> = {}): RuleTrace => ({
  rule: rule(),
  interval: { first, last, pieces: [{ first, last }] },
  stance: 'asserts',
  ...own,
});

describe('what a denied sentence denies', () => {
  const negated = (own: Partial<RuleTrace> = {}) => trace(2, 5, { stance: 'negates', silencedBy: 'negation', ...own });

  it.each([
    ['the same words', trace(2, 5), negated(), true],
    ['words that begin where it ends', trace(5, 8), negated(), true],
    ['words that end where it begins', trace(0, 2), negated(), true],
    ['words after it', trace(6, 8), negated(), false],
    ['words before it', trace(0, 1), negated(), false],
    ['words that are debunked', trace(2, 5), negated({ stance: 'debunks' }), true],
    ['words that are only reported', trace(2, 5), negated({ stance: 'reports' }), false],
    ['another claim', trace(2, 5, { rule: rule({ claim: 1 }) }), negated(), false],
    ['what single words tell', trace(2, 5, { rule: BY_WORDS }), negated(), true],
  ])('%s: %4$s', (_, own, other, denied) => expect(isDeniedBy(own, other)).toBe(denied));

  it('is not what single words or weighed signs deny', () => {
    expect(isDeniedBy(trace(2, 5), negated({ rule: BY_WORDS }))).toBe(false);
    expect(isDeniedBy(trace(2, 5), negated({ silencedBy: SIGNS }))).toBe(false);
  });
});

it('the surest rule speaks for its claim, then the one with most words, single words last', () => {
  const pieces = (count: number) => ({ first: 0, last: 9, pieces: Array.from({ length: count }, (_, at) => ({ first: at, last: at })) });
  const traces = [
    trace(0, 0, { rule: rule({ ...BY_WORDS, confidence: 0.99 }), interval: pieces(6) }),
    trace(0, 0, { rule: rule({ confidence: 0.8 }), interval: pieces(3) }),
    trace(0, 0, { interval: pieces(1) }),
    trace(0, 0, { interval: pieces(2) }),
  ];
  expect(traces.toSorted((a, b) => sureness(b) - sureness(a))).toEqual(traces.toReversed());
  expect(traces.map(isByWords)).toEqual([true, false, false, false]);
});
