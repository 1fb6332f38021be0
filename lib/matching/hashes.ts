/**
 * Words are known by hashes of the classes of their letters: each is added and all is multiplied. So the hash of two words written
 * as one is that of the first, times the factor for each letter of the second, plus that of the second.
 */
export const START = 0;
export const FACTOR = 0x9e3779b1 | 0;
export const SECOND_FACTOR = 0x85ebca6b | 0;

/** A factor to the power of every number below `most`. */
export function powersOf(factor: number, most: number): Int32Array {
  const powers = new Int32Array(most).fill(1);
  for (let power = 1; power < most; power++) powers[power] = Math.imul(powers[power - 1], factor);
  return powers;
}

/** Whole numbers from 0 on, in two bytes each where these are enough. */
export type Numbers = Uint16Array | Int32Array;

/** @param below all that will be written into it is. */
export function numbersBelow(below: number, length: number): Numbers {
  return below <= 1 << 16 ? new Uint16Array(length) : new Int32Array(length);
}
