import { expect, it } from 'vitest';
import {
  bytesOf,
  CountReader,
  countDigits,
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

it.each([0, 20, 87])('writes numbers below %d in one digit, others in two, and large ones in three', (short) => {
  const long = short + (87 - short) * 91;
  const ends = [0, short - 1, short, short + 1, long - 1, long, long + 33_123].filter((count) => count >= 0);
  expect(ends.map((count) => countDigits(count, short).length)).toEqual(ends.map((count) => (count < short ? 1 : count < long ? 2 : 3)));
  const counts = [...ends, ...Array.from({ length: 400 }, (_, at) => at * 97)].filter((count) => count < long + 33_124);
  const reader = new CountReader(counts.map((count) => countDigits(count, short)).join(''), short);
  expect(counts.map(() => [reader.isAtEnd, reader.next()])).toEqual(counts.map((count) => [false, count]));
  expect(reader.isAtEnd).toBe(true);
});

it('says when a number is too large for a column', () => {
  expect(() => countDigits(33_124 + 87 * 91, 0)).toThrow(/41041 is too large/);
});
