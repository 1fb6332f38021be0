import { expect, it } from 'vitest';
import {
  bytesOf,
  columnDigits,
  columnOf,
  DIGIT_OF_BYTE,
  DIGITS,
  digitAt,
  numberAt,
  numberDigits,
  WEIGHT_OF_BYTE,
  weightAt,
  weightDigit,
} from '../../../lib/matching/digits.ts';

it('writes digits that JSON leaves as they are, each its own', () => {
  expect(new Set(DIGITS).size).toBe(91);
  expect(JSON.stringify(DIGITS.join(''))).toBe(`"${DIGITS.join('')}"`);
  expect([DIGITS[0], DIGITS[56], DIGITS[57], DIGITS[90]]).toEqual(['#', '[', ']', '~']);
  for (const [digit, written] of DIGITS.entries()) expect(digitAt(`#${written}`, 1)).toBe(digit);
});

it('reads every weight it wrote, from characters and from bytes', () => {
  const weights = Array.from({ length: 91 }, (_, at) => at - 45);
  const written = weights.map(weightDigit).join('');
  expect(weights.map((_, at) => weightAt(written, at))).toEqual(weights);
  expect(Array.from(bytesOf(written), (byte) => WEIGHT_OF_BYTE[byte])).toEqual(weights);
  expect(Array.from(bytesOf(DIGITS.join('')), (byte) => DIGIT_OF_BYTE[byte])).toEqual([...DIGITS.keys()]);
});

it.each([46, -46])('says that a weight of %d has no digit', (weight) => {
  expect(() => weightDigit(weight)).toThrow(RangeError);
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

it.each([
  ['small', [0, 90, 7], 1],
  ['larger', [91, 0, 8280], 2],
  ['still larger', [8281, 5, 91], 3],
  ['all nothing', [0, 0], 1],
])('writes %s numbers with as many digits as the largest takes', (_, numbers, digits) => {
  const written = columnDigits(numbers);
  expect(written).toHaveLength(numbers.length * digits);
  expect([...columnOf(written, numbers.length)]).toEqual(numbers);
});

it('reads no numbers from a column of none', () => {
  expect([...columnOf(columnDigits([]), 0)]).toEqual([]);
});
