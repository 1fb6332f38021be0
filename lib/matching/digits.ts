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

/** Of a number with three digits the first is one of the last few, from this one on. */
const FIRST_OF_THREE = 87;

/**
 * Writes a whole number as one digit, two or three, as columns of mostly small numbers are shipped.
 * @param short so many numbers, 0 to 87, take one digit: the fewer, the more take two.
 * @throws RangeError from 33,124 + 87 * 91 - 90 * `short` on.
 */
export function countDigits(count: number, short: number): string {
  const [long, longest] = firstLong(short);
  if (count < short) return numberDigits(count, 1);
  if (count < long) return numberDigits(count - short + short * DIGITS.length, 2);
  if (count >= longest)
    throw new RangeError(`${count} is too large for a column of the pack; give FIRST_OF_THREE in digits.ts a smaller value`);
  return numberDigits(count - long + FIRST_OF_THREE * DIGITS.length ** 2, 3);
}

/** The first number that takes three digits, and the first that takes more. */
function firstLong(short: number): [long: number, longest: number] {
  const long = short + (FIRST_OF_THREE - short) * DIGITS.length;
  return [long, long + (DIGITS.length - FIRST_OF_THREE) * DIGITS.length ** 2];
}

/** Reads what `countDigits` wrote with the same `short`, one number after another. */
export class CountReader {
  readonly #text: string;
  readonly #short: number;
  readonly #long: number;
  #at = 0;

  constructor(text: string, short: number) {
    this.#text = text;
    this.#short = short;
    [this.#long] = firstLong(short);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  next(): number {
    const first = digitAt(this.#text, this.#at);
    const length = first < this.#short ? 1 : first < FIRST_OF_THREE ? 2 : 3;
    const number = numberAt(this.#text, this.#at, length);
    this.#at += length;
    if (length === 1) return number;
    return length === 2 ? number - this.#short * DIGITS.length + this.#short : number - FIRST_OF_THREE * DIGITS.length ** 2 + this.#long;
  }
}
