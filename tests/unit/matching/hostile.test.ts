import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyMatcher } from './tiny-pack.ts';

const matcher = tinyMatcher({
  concepts: {
    SHOP: ['wayfair'],
    SELL: ['sell*', 'traffick*'],
    GATE: ['pizza gate', 'pizzagate'],
    KIDS: { common: true, forms: ['children', 'kids'] },
    RESCUE: ['rescued'],
  },
  rules: [
    { id: 'shop', claim: 'shop', all: ['SHOP', 'SELL'], within: 'sentence' },
    { id: 'tally', claim: 'tally', all: [{ number: { min: 60_000, max: 70_000, of: 'KIDS' } }, 'RESCUE'], within: 'sentence' },
    { id: 'gate-tag', claim: 'gate', tags: ['GATE'] },
    { id: 'near', claim: 'near', all: ['GATE', 'SELL'], within: 3 },
  ],
})();
const claims = (text: string) => matcher.match(text).matches.map(({ claim }) => claim);

describe('whatever the text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'wayfair',
          'sell',
          '62,000',
          'children',
          'rescued',
          '#',
          '@',
          '\ud835',
          '\u200b',
          '🍕',
          ' ',
          '.',
          '?',
          'p i z z a',
          '\n',
          'ﷺ',
        ),
        { maxLength: 200 },
      )
      .map((parts) => parts.join('')),
  );

  it('never throws, and spans stay inside the text, sorted and apart', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { spans } of matcher.match(text).matches) {
          let last = 0;
          for (const [from, to] of spans) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            last = to;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on runs of white space', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (n) => {
        expect(claims(`Wayfair${' '.repeat(n)}sells children`)).toEqual(['shop']);
      }),
    );
  });

  it('does not depend on what it read before', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const fresh = JSON.stringify(matcher.match('Wayfair sells children'));
        matcher.match(text);
        expect(JSON.stringify(matcher.match('Wayfair sells children'))).toBe(fresh);
      }),
    );
  });

  it('reads a megabyte, ten thousand hashtags and lone surrogates', () => {
    expect(claims('x'.repeat(1 << 20))).toEqual([]);
    expect(claims('#pizzagate '.repeat(10_000))).toEqual(['gate']);
    expect(claims(`\ud800 Wayfair \udfff sells children \ud83c`)).toEqual(['shop']);
    expect(claims(`${'a b c d '.repeat(50_000)} Wayfair sells kids`)).toEqual(['shop']);
  });
});
