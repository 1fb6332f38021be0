import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../lib/matching/index.ts';
import { readMatchPack } from '../../../scripts/claims/pack-file.ts';
import { runs } from './runs.ts';

/** The shipped rules on texts nobody thought of. */

const matcher = createMatcher(readMatchPack());

/** Words that bring a text close to the rules. */
const WORDS =
  'wayfair cabinets children kids trafficking rescued pizzagate tunnels satanic elite adrenochrome white van zip ties hoax fake debunked not never "they say" #savethechildren #pizzagate 62,000 800.000 sixty-two thousand niños tráfico Kinder is are the of by a from in to and'.split(
    ' ',
  );

/** Halves of pairs, letters that count as none, marks that pile up, directions, the ends of the planes. */
const ODD = [
  '\uD83D',
  '\uDE00',
  '\u200B',
  '\u200D',
  '\uFE0F',
  '\u202E',
  '\u2066',
  '\u0301',
  '\u0489',
  '\0',
  '\uFFFF',
  '\uFEFF',
  '\u{E0041}',
  '\u{10FFFF}',
  '\u2028',
  'ﷺ',
  'İ',
  'ß',
  'ǆ',
  '𝔴𝔞𝔶',
  '🅦',
  '①',
  'w4yf41r',
  'w a y f a i r',
  'wayfair',
  '\r\n',
  '\t',
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.nat().map(String) },
  { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)) },
);
const joined = fc
  .tuple(fc.array(piece, { maxLength: 60 }), fc.constantFrom(' ', '', '\n', '. ', '-', '\u200B', '#'))
  .map(([parts, glue]) => parts.join(glue));
/** One letter or piece again and again: what slow algorithms choke on. */
const repeated = fc.tuple(piece, fc.integer({ min: 1, max: 4000 })).map(([one, times]) => one.repeat(times).slice(0, 20_000));
const text = fc.oneof({ weight: 9, arbitrary: joined }, { weight: 1, arbitrary: repeated });

describe('any text', () => {
  it('is decided on without an exception, and every match lies in it', () => {
    fc.assert(
      fc.property(text, fc.array(fc.webUrl(), { maxLength: 3 }), fc.option(text, { nil: undefined }), (words, links, quotedBy) => {
        const verdict = matcher.match(words, () => links, quotedBy);
        for (const { confidence, spans } of verdict.matches) {
          expect(confidence > 0 && confidence <= 1).toBe(true);
          for (const [start, end] of spans) expect(0 <= start && start < end && end <= words.length).toBe(true);
        }
      }),
      runs(0.75),
    );
  });

  it('is decided on the same way twice, whatever came between', () => {
    fc.assert(
      fc.property(text, text, (words, other) => {
        const first = JSON.stringify(matcher.match(words));
        matcher.match(other);
        expect(JSON.stringify(matcher.match(words))).toBe(first);
      }),
      runs(0.15),
    );
  });
});
