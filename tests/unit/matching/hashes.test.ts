import { expect, it } from 'vitest';
import { numbersBelow, powersOf } from '../../../lib/matching/hashes.ts';

it('powers begin with that of nothing, and are whole numbers of 32 bits', () => {
  expect([...powersOf(3, 4)]).toEqual([1, 3, 9, 27]);
  expect([...powersOf(1 << 31, 3)]).toEqual([1, -2147483648, 0]);
});

it('numbers take two bytes as long as all of them fit', () => {
  expect(numbersBelow(65_536, 3)).toEqual(new Uint16Array(3));
  expect(numbersBelow(65_537, 3)).toEqual(new Int32Array(3));
});
