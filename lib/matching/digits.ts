import { type Numbers, numbersBelow } from './hashes.ts';

/** Small numbers are shipped as characters that JSON writes as they are, from `#` on without the backslash: what stands in columns of these packs best. */
const FIRST_DIGIT = 35;
const BACKSLASH = 92;
export const DIGITS = Array.from({ length: 91 }, (_, digit) =>
  String.fromCharCode(FIRST_DIGIT + digit + (FIRST_DIGIT + digit >= BACKSLASH ? 1 : 0)),
);
/** The digit of no weight at all, in the middle. */
const NO_WEIGHT = 45;
/** Weights are whole numbers, so many to one step of log-odds: what finer ones add is lost in what they are learned from. */
export const SCALE = 6;

/** A number that is written as one character. */
export function digitAt(text: string, at: number): number {
  return digitOf(text.charCodeAt(at));
}

function digitOf(code: number): number {
  return code - FIRST_DIGIT - (code > BACKSLASH ? 1 : 0);
}

/** Writes a weight in steps of `SCALE`. @throws RangeError beyond 45 of them. */
export function weightDigit(weight: number): string {
  if (Math.abs(weight) > NO_WEIGHT) throw new RangeError(`a weight of ${weight} steps has no digit; give DIGITS in digits.ts more`);
  return DIGITS[NO_WEIGHT + weight];
}

/** Reads what `weightDigit` wrote, in steps of `SCALE`. */
export function weightAt(text: string, at: number): number {
  return digitAt(text, at) - NO_WEIGHT;
}

/** Digits as they are, one byte each: a page need not wait until they are read. */
export function bytesOf(digits: string): Uint8Array {
  return new TextEncoder().encode(digits);
}

/** The number and the weight that each byte of `bytesOf` stands for. */
export const DIGIT_OF_BYTE = Uint8Array.from({ length: 128 }, (_, byte) => Math.max(0, digitOf(byte)));
export const WEIGHT_OF_BYTE = Int8Array.from(DIGIT_OF_BYTE, (digit) => digit - NO_WEIGHT);

/** Writes a number as so many digits, the first ones of which tell most. */
export function numberDigits(number: number, length: number): string {
  return length === 0 ? '' : numberDigits(Math.floor(number / DIGITS.length), length - 1) + DIGITS[number % DIGITS.length];
}

/** Reads what `numberDigits` wrote. */
export function numberAt(text: string, at: number, length: number): number {
  let number = 0;
  for (let i = at; i < at + length; i++) number = number * DIGITS.length + digitAt(text, i);
  return number;
}

/** Writes numbers, all with as many digits as the largest of them takes. */
export function columnDigits(numbers: readonly number[]): string {
  const largest = numbers.reduce((most, number) => Math.max(most, number), 1);
  let length = 1;
  while (largest >= DIGITS.length ** length) length++;
  return numbers.map((number) => numberDigits(number, length)).join('');
}

/** Reads so many numbers that `columnDigits` wrote. */
export function columnOf(text: string, count: number): Numbers {
  const bytes = bytesOf(text);
  const length = count === 0 ? 0 : bytes.length / count;
  const numbers = numbersBelow(DIGITS.length ** length, count);
  for (let at = 0, end = 0; at < count; at++) {
    let number = 0;
    for (const to = end + length; end < to; end++) number = number * DIGITS.length + DIGIT_OF_BYTE[bytes[end]];
    numbers[at] = number;
  }
  return numbers;
}
