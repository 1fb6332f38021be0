import fc from 'fast-check';
import { expect, it } from 'vitest';
import { StemTable, stemOf, stemsOf, weighStems } from '../../../lib/matching/stems.ts';
import { packLine } from '../../../scripts/claims/pack-file.ts';
import { runs } from '../fuzz/runs.ts';
import { fold, readingOf } from './reading.ts';

it('a word counts by its first six letters, folded', () => {
  const { scan } = readingOf('the Niños traffickers');
  expect([0, 1, 2].map((word) => stemOf(scan, word, fold()))).toEqual(['the', 'ninos', 'traffi']);
  expect(stemsOf('the Niños – #traffickers, 4 л', fold())).toEqual(['the', 'ninos', 'traffi', '4', '?']);
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
      expect(weighStems(text, fold(), () => 1)).toBe(stemsOf(text, fold()).length);
    }),
    runs(1 / 6),
  );
});
