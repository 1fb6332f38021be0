import { describe, expect, it } from 'vitest';
import { weightDigit } from '../../../lib/matching/digits.ts';
import { Plausibility } from '../../../lib/matching/plausibility.ts';
import { packLine } from '../../../scripts/claims/pack-file.ts';
import { fold } from './reading.ts';

function of(weights: Record<string, number>, bias: number): (text: string) => boolean {
  const stems = Object.keys(weights).sort();
  const own = { stems: packLine(stems), weights: stems.map((stem) => weightDigit(weights[stem])).join(''), bias };
  const plausibility = new Plausibility(own, fold());
  return (text) => plausibility.of(text);
}

describe('words are plausible', () => {
  const weights = { cellar: 30, lovely: -40, secret: 15 };

  it.each([
    ['cellar', true],
    ['Cellars, and more', true],
    ['secret', false],
    ['secretly a secret', true],
    ['a lovely cellar', false],
    ['cellar cellar lovely cellar', true],
    ['#cellar', true],
    ['#thecellar', false],
    ['c e l l a r', true],
    ['it is c-e-l-l-a-r-s', true],
    ['c ellar', false],
    ['c e l lovely c e l l a r', false],
    ['céll\u00adar', true],
    ['\u{1d41c}\u{1d41e}\u{1d425}\u{1d425}\u{1d41a}\u{1d42b}', true],
    ['nothing that is known', false],
    ['', false],
  ])('in %j: %s', (text, plausible) => expect(of(weights, -20)(text)).toBe(plausible));

  it('where their words weigh enough on the whole, each less in a long text', () => {
    const longer = 'cellar lovely '.repeat(32);
    expect(of({ cellar: 30, lovely: -31 }, 10)(longer)).toBe(false);
    expect(of({ cellar: 30, lovely: -31 }, 17)(longer)).toBe(true);
  });

  it('wherever nothing is known that speaks against it', () => {
    expect(of({ lovely: -40 }, 1)('neue Wörter')).toBe(true);
    expect(of({}, 0)('')).toBe(false);
  });
});
