import { describe, expect, it } from 'vitest';
import { emptyScan } from '../../../lib/matching/scanned.ts';
import { ODD, SPACED, Spelling, SUSPECT, TAG } from '../../../lib/matching/spelling.ts';
import { fold, scannerOf } from './reading.ts';

function spellingOf(text: string): Spelling {
  const scanner = scannerOf([]);
  scanner.read(text);
  return scanner.spelling();
}

/** What a text may hide, by letters: suspicious, with Single letters or styled ones, with Odd symbols. */
function flagsOf(text: string): string {
  const { suspicious, hasSingles, hasSymbols } = spellingOf(text);
  return `${suspicious ? '!' : ''}${hasSingles ? 's' : ''}${hasSymbols ? 'o' : ''}`;
}

describe('the spelling', () => {
  it.each([
    '',
    'All is well, 62 of us.',
    "it's 10 o'clock",
    'a',
    'a word',
    'word a',
    'a word b word',
    'well (done), then; "go": why?',
    'aa bb cc dd',
    'good food',
    'word\u{E0041} word',
    'one \u{E0041} two',
    '日本 東京',
    '10 20 30',
  ])('hides nothing in %j', (text) => expect(flagsOf(text)).toBe(''));

  it.each([
    ['tr4ffic', '!'],
    ['4a', '!'],
    ['aж', '!'],
    ['kiiids', '!'],
    ['xxx', '!'],
    ['one #tag', '!'],
    ['#', '!'],
    ['a word @', '!'],
    ['$word', '!'],
    ['wo*rd', '!'],
    ['a🍕b', '!s'],
    ['one 🍕', '!'],
    ['word 🍕 word', '!'],
    ['a b', 's'],
    ['word a b', 's'],
    ['a b word', 's'],
    ['a b c', 's'],
    ['a b c.', '!s'],
    ['a b c word', '!s'],
    ['a b c d', '!s'],
    ['a, b; c d', '!s'],
    ['p i z z a', '!s'],
    ['𝐩izza', '!s'],
    ['one 𝐩', '!s'],
    ['two = two', 'o'],
    ['☆', 'o'],
    ['a ☆ b', 'so'],
    ['#a=b', '!so'],
  ])('may hide something in %j: %s', (text, flags) => expect(flagsOf(text)).toBe(flags));
});

describe('signs', () => {
  it.each<[string, number[]]>([
    ['one two', [SPACED, SPACED]],
    ['one/two', [SPACED, 0]],
    ['one #two', [SPACED, SPACED | TAG]],
    ['@one', [SPACED | SUSPECT]],
    ['one tw0 aaa', [SPACED, SPACED | ODD, SPACED | ODD]],
    ["o'one aa'a", [SPACED, SPACED | ODD]],
  ])('stand before words and in them: %j', (text, expected) => {
    const { signs } = spellingOf(text);
    const asked = SPACED | SUSPECT | TAG | ODD;
    expect(expected.map((_, word) => signs[word] & asked)).toEqual(expected);
  });

  it('are those of the text that was read last', () => {
    const scanner = scannerOf([['covid19', 'pizza']]);
    const isSuspicious = (text: string) => {
      scanner.read(text);
      return scanner.spelling().suspicious;
    };
    expect(['pizza', '𝐩izza', 'pizza', 'covid19', 'covid19', 'pizza #', 'pizza'].map(isSuspicious)).toEqual([
      false,
      true,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('are read of as many words as there are', () => {
    const { signs } = spellingOf(`${'word '.repeat(2000)}#tag`);
    expect(signs[1999] & (SPACED | TAG)).toBe(SPACED);
    expect(signs[2000] & (SPACED | TAG)).toBe(SPACED | TAG);
  });

  it('of no text are none', () => {
    const spelling = new Spelling(fold(), 1);
    spelling.read(emptyScan(0));
    expect([spelling.suspicious, spelling.hasSingles, spelling.hasSymbols]).toEqual([false, false, false]);
  });
});
