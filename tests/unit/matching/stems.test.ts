import fc from 'fast-check';
import { expect, it } from 'vitest';
import { StemTable, shareOfStem, stemOf, stemsOf, weighStems } from '../../../lib/matching/stems.ts';
import { packLine } from '../../../scripts/claims/pack-file.ts';
import { runs } from '../fuzz/runs.ts';
import { fold, readingOf } from './reading.ts';

it('a word counts by its first six letters, folded', () => {
  const { scan } = readingOf('the Niños traffickers');
  expect([0, 1, 2].map((word) => stemOf(scan, word, fold()))).toEqual(['the', 'ninos', 'traffi']);
  expect(stemsOf('the Niños – #traffickers, 4 in л', fold())).toEqual(['the', 'ninos', 'traffi', '4', 'in', '?']);
});

it('stems are found by their numbers, and by none but their own', () => {
  const stems = ['0', '00', 'a', 'aaaaaa', 'traffi', 'traffj', 'z9', '?'].sort();
  const table = new StemTable(packLine(stems), stems.length);
  const places: number[] = [];
  weighStems('0 00 a aaaaaa aaaaaaa traffi traffj z9 zz ж', fold(), (key) => places.push(table.find(key)));
  const at = (stem: string) => stems.indexOf(stem);
  expect(places).toEqual([...['0', '00', 'a', 'aaaaaa', 'aaaaaa', 'traffi', 'traffj', 'z9'].map(at), -1, at('?')]);
  expect(table.size).toBe(stems.length);
});

it('every word is weighed once for each time it stands in a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const words = stemsOf(text, fold()).length;
      expect(weighStems(text, fold(), () => 1)).toBe(words * shareOfStem(words));
    }),
    runs(1 / 6),
  );
});

it.each([
  ['c e l l a r s, they say', ['cellar', 'they', 'say']],
  ['a b cd e', ['ab', 'cd', 'e']],
  ['ab c.d  \u{1d41e}\u00ad f', ['ab', 'cdef']],
])('single letters in a row are one word: %j', (text, stems) => {
  const table = new StemTable(packLine(stems.toSorted()), stems.length);
  const weighed: string[] = [];
  weighStems(text, fold(), (key) => weighed.push(stems.toSorted()[table.find(key)]));
  expect(weighed).toEqual(stems);
  expect(stemsOf(text, fold())).toEqual(stems);
});

it.each([
  [0, 1],
  [1, 1],
  [16, 1],
  [17, Math.sqrt(16 / 17)],
  [64, 0.5],
  [1600, 0.1],
])('of %i words each counts %d of its weight', (words, share) => {
  expect(shareOfStem(words)).toBeCloseTo(share, 12);
  expect(weighStems('word '.repeat(words), fold(), () => 3)).toBeCloseTo(3 * words * share, 9);
});
