import { describe, expect, it } from 'vitest';
import type { ScalesPack } from '../../../lib/matching/pack.ts';
import { findNode } from '../../../lib/matching/rules.ts';
import { Scales, type Weighed, weighedInWords } from '../../../lib/matching/scales.ts';
import { packLexicon } from '../../../scripts/claims/pack-lexicon.ts';
import { fold, readingOf } from './reading.ts';

const scalesPack = (): ScalesPack => ({
  concepts: packLexicon([['they say', 'sells'], ['no']]),
  cues: [
    { name: 'say', stance: 'attributes', cue: { concept: 0 }, weights: [-1, -2, -3, -4] },
    { name: 'no', stance: 'negates', cue: { concept: 1 }, opens: true, weights: [1, 2, 3, 4] },
  ],
  shapes: { exclaims: 0.5, 'cue-of-negation': -2.5 },
});

/** What is weighed where a text first tells that a shop sells. */
function weigh(text: string, byWords = 0, silencedBy?: string): Weighed {
  const reading = readingOf(text, [['shop'], ['sells']]);
  const [match] = findNode({ all: [{ concept: 0 }, { concept: 1 }], within: 'post' }, reading);
  const scales = new Scales(scalesPack(), fold());
  return scales.weigh(match, scales.read(reading), byWords, silencedBy);
}

const signs = (...weighed: Parameters<typeof weigh>) =>
  weigh(...weighed).signs.flatMap(({ name, weight }) => (weight === 0 ? [] : [`${name} ${weight}`]));

describe('signs', () => {
  it.each([
    ['They say the shop sells', ['say before -1']],
    ['The shop they say sells', ['say before -1']],
    ['The shop sells, they say', ['say after -2']],
    ['The shop sells. They say', ['say next -3']],
    ['The shop sells. Here. They say', ['say elsewhere -4']],
    ['They say. The shop sells', ['say elsewhere -4']],
    ['They say, they say the shop sells', ['say before -1']],
    ['They say the shop sells, they say', ['say after -2', 'say before -1']],
    ['#they say the shop sells', []],
    ['The shop sells', []],
    ['No, the shop sells', ['no before 1']],
    ['There is no shop that sells', []],
    ['The shop sells! No.', ['no next 3', 'exclaims 0.5']],
  ])('weigh by where they stand, the heaviest first: %s', (text, expected) => expect(signs(text)).toEqual(expected));

  it('weigh together with the words and the cue that silences', () => {
    expect(signs('They say the shop sells!', 1.25, 'negation')).toEqual([
      'cue-of-negation -2.5',
      'its words 1.25',
      'say before -1',
      'exclaims 0.5',
    ]);
    expect(weigh('They say the shop sells!', 1.25, 'negation').score).toBe(-1.75);
    expect(weigh('The shop sells', 1.25).score).toBe(1.25);
  });

  it('name the stance of the heaviest against it', () => {
    expect(weigh('They say the shop sells').stance).toBe('attributes');
    expect(weigh('No, the shop sells').stance).toBe('reports');
    expect(weigh('The shop sells', -3).stance).toBe('reports');
    expect(weigh('They say the shop sells', -3, 'negation').stance).toBe('attributes');
  });

  it('are told with their words, four at most', () => {
    expect(weighedInWords(weigh('They say the shop sells!', 1.25))).toBe(
      'signs that it is asserted +0.8: its words +1.3, “They say” −1.0, exclaims +0.5',
    );
    const many: Weighed = {
      score: -0.26,
      stance: 'reports',
      signs: [4, 3, 2, 1, 0].map((weight) => ({ name: `s${weight}`, words: '', weight, stance: 'none' })),
    };
    expect(weighedInWords(many)).toBe('signs that it is asserted −0.3: s4 +4.0, s3 +3.0, s2 +2.0, s1 +1.0');
  });
});
