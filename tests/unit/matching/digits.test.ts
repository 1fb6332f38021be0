import { expect, it } from 'vitest';
import {
  CountReader,
  countDigits,
  DIGITS,
  digitAt,
  numberAt,
  numberDigits,
  weightDigits,
  weightReader,
} from '../../../lib/matching/digits.ts';

it('writes digits that JSON leaves as they are, each its own', () => {
  expect(new Set(DIGITS).size).toBe(91);
  expect(JSON.stringify(DIGITS.join(''))).toBe(`"${DIGITS.join('')}"`);
  expect([DIGITS[0], DIGITS[56], DIGITS[57], DIGITS[90]]).toEqual(['#', '[', ']', '~']);
  for (const [digit, written] of DIGITS.entries()) expect(digitAt(`#${written}`, 1)).toBe(digit);
});

it('reads every weight it wrote, one after another', () => {
  const weights = Array.from({ length: 271 }, (_, at) => at - 135);
  const next = weightReader(weights.map(weightDigits).join(''));
  expect(weights.map(next)).toEqual(weights);
});

it('writes small weights in one digit', () => {
  expect([0, 44, -44, 45, -45].map((weight) => weightDigits(weight).length)).toEqual([1, 1, 1, 2, 2]);
});

it.each([
  [0, 1, '#'],
  [90, 1, '~'],
  [91, 2, '$#'],
  [9999, 3, `$${DIGITS[18]}${DIGITS[80]}`],
])('writes %d in %d digits', (number, length, written) => {
  expect(numberDigits(number, length)).toBe(written);
  expect(numberAt(`~${written}~`, 1, length)).toBe(number);
});

it('writes numbers in two digits, and large ones in three', () => {
  const counts = [0, 1, 90, 91, 7279, 7280, 7281, 98_370];
  expect(counts.map((count) => countDigits(count).length)).toEqual([2, 2, 2, 2, 2, 3, 3, 3]);
  const reader = new CountReader(counts.map(countDigits).join(''));
  expect(counts.map(() => [reader.isAtEnd, reader.next()])).toEqual(counts.map((count) => [false, count]));
  expect(reader.isAtEnd).toBe(true);
});
