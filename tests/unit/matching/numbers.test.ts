import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../../lib/matching/numbers.ts';
import { fold, NUMBER_WORDS, readingOf, scannerOf, wordsOf } from './reading.ts';

/** Each number of a text, with the words it covers. */
function numbersOf(text: string): [value: number, words: string][] {
  const reading = readingOf(text);
  const words = wordsOf(reading.scan);
  return reading
    .numbers()
    .map(({ value, first, last }) => [value, Array.from({ length: last - first + 1 }, (_, at) => words[first + at]).join(' ')]);
}

describe('numbers in figures', () => {
  it.each([
    ['7 kids', 7, '7'],
    ['62000 kids', 62_000, '62000'],
    ['62,000 kids', 62_000, '62 000'],
    ['62.000 niños', 62_000, '62 000'],
    ['62 000 kids', 62_000, '62 000'],
    ['62\u00a0000 kids', 62_000, '62 000'],
    ['62\u202f000 kids', 62_000, '62 000'],
    ['62\u2009000 kids', 62_000, '62 000'],
    ["62'000 kids", 62_000, "62'000"],
    ['62’000 kids', 62_000, '62’000'],
    ['1,234,567 kids', 1_234_567, '1 234 567'],
    ['800,000', 800_000, '800 000'],
    ['1.5 kids', 1.5, '1 5'],
    ['1,5 kids', 1.5, '1 5'],
    ['12.25 percent', 12.25, '12 25'],
    ['62,0000 kids', 62, '62 0000'],
    ['2020 kids', 2020, '2020'],
  ])('%s: %d', (text, value, words) => expect(numbersOf(text)).toEqual([[value, words]]));

  it.each([
    ['62k kids', 62_000, '62k'],
    ['62K kids', 62_000, '62K'],
    ['62 k kids', 62_000, '62 k'],
    ['1.5m kids', 1_500_000, '1 5m'],
    ['3mn kids', 3_000_000, '3mn'],
    ['$150bn a year', 150e9, '150bn'],
    ['150 b', 150e9, '150 b'],
    ['62,000k', 62_000_000, '62 000k'],
    ['62kids', 62, '62kids'],
    ['62 KIDS', 62, '62'],
    ['5  k', 5, '5'],
  ])('with a letter for thousands, millions or billions, %s: %d', (text, value, words) =>
    expect(numbersOf(text)).toEqual([[value, words]]),
  );

  it('are none in words that only hold digits', () => expect(numbersOf('covid19 b2b')).toEqual([]));

  it('end with their text, whatever was read before', () => {
    const scanner = scannerOf([]);
    const values = (text: string) => readNumbers(scanner.scan(text), NUMBER_WORDS, fold()).map(({ value }) => value);
    scanner.scan('a b     thousand');
    expect(values('        thousand 5')).toEqual([1000, 5]);
    scanner.scan('a b     sixty');
    expect(values('        sixty two')).toEqual([62]);
  });

  it('are found one after another', () => {
    expect(numbersOf('from 62,000 to 63 000 kids, 5 of them')).toEqual([
      [62_000, '62 000'],
      [63_000, '63 000'],
      [5, '5'],
    ]);
  });

  it('are multiplied by the words after them', () => {
    expect(numbersOf('62 thousand kids')).toEqual([[62_000, '62 thousand']]);
    expect(numbersOf('5 hundred thousand')).toEqual([[500_000, '5 hundred thousand']]);
    expect(numbersOf('2.5 million')).toEqual([[2_500_000, '2 5 million']]);
    expect(numbersOf('5 two')).toEqual([
      [5, '5'],
      [2, 'two'],
    ]);
  });
});

describe('numbers in words', () => {
  it.each([
    ['sixty kids', 60, 'sixty'],
    ['sixty-two kids', 62, 'sixty two'],
    ['Sixty-Two Thousand kids', 62_000, 'Sixty Two Thousand'],
    ['twenty one', 21, 'twenty one'],
    ['hundred kids', 100, 'hundred'],
    ['five hundred kids', 500, 'five hundred'],
    ['thousand kids', 1000, 'thousand'],
    ['mil ochocientos', 1800, 'mil ochocientos'],
    ['ochocientos mil niños', 800_000, 'ochocientos mil'],
    ['two hundred and fi\u0301ve thousand', 205_000, 'two hundred and fi\u0301ve thousand'],
    ['one million two hundred thousand', 1_200_000, 'one million two hundred thousand'],
    ['one million and five', 1_000_005, 'one million and five'],
    ['sixty y two', 62, 'sixty y two'],
    ['sixty e two', 62, 'sixty e two'],
    ['two and kids', 2, 'two'],
    ['and two', 2, 'two'],
    ['the five and', 5, 'five'],
  ])('%s: %d', (text, value, words) => expect(numbersOf(text)).toEqual([[value, words]]));

  it('go on over no other word', () => {
    expect(numbersOf('sixty or two kids')).toEqual([
      [60, 'sixty'],
      [2, 'two'],
    ]);
  });

  it('are none where there are none', () => expect(numbersOf('and they saw nobody')).toEqual([]));
});
