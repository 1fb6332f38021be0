/** Small numbers are shipped as characters that JSON writes as they are, from `#` on without the backslash: what stands in columns of these packs best. */
const FIRST_DIGIT = 35;
const BACKSLASH = 92;
export const DIGITS = Array.from({ length: 91 }, (_, digit) =>
  String.fromCharCode(FIRST_DIGIT + digit + (FIRST_DIGIT + digit >= BACKSLASH ? 1 : 0)),
);
/** The digit of no weight at all, in the middle; the first and the last are of weights so large that their rest follows. */
const NO_WEIGHT = 45;
/** Weights are whole numbers, so many to one step of log-odds. */
export const SCALE = 20;

/** A number that is written as one character. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code - FIRST_DIGIT - (code > BACKSLASH ? 1 : 0);
}

/** Writes a weight in steps of `SCALE`, from -135 to 135. */
export function weightDigits(weight: number): string {
  const size = Math.abs(weight);
  return DIGITS[NO_WEIGHT + Math.sign(weight) * Math.min(size, NO_WEIGHT)] + (size < NO_WEIGHT ? '' : DIGITS[size - NO_WEIGHT]);
}

/** Reads what `weightDigits` wrote, one weight after another, in steps of `SCALE`. */
export function weightReader(text: string): () => number {
  let at = 0;
  return () => {
    const steps = digitAt(text, at++) - NO_WEIGHT;
    return Math.abs(steps) < NO_WEIGHT ? steps : steps + Math.sign(steps) * digitAt(text, at++);
  };
}

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

/** Numbers below this take two digits, all others three, the first of which is one of the last. */
const FIRST_OF_THREE = 80;
const SHORT_NUMBERS = FIRST_OF_THREE * DIGITS.length;

/** Writes a whole number, at most 98,370, as two digits or three. */
export function countDigits(count: number): string {
  if (count < SHORT_NUMBERS) return numberDigits(count, 2);
  return numberDigits(count - SHORT_NUMBERS + FIRST_OF_THREE * DIGITS.length ** 2, 3);
}

/** Reads what `countDigits` wrote, one number after another. */
export class CountReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  next(): number {
    const isShort = digitAt(this.#text, this.#at) < FIRST_OF_THREE;
    const length = isShort ? 2 : 3;
    const number = numberAt(this.#text, this.#at, length);
    this.#at += length;
    return isShort ? number : number - FIRST_OF_THREE * DIGITS.length ** 2 + SHORT_NUMBERS;
  }
}
