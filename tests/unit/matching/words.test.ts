import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../../../lib/matching/automaton.ts';
import { foldText, halfClass, IGNORED, latinClass, SEPARATOR } from '../../../lib/matching/fold.ts';
import { emptyScan, type Scan } from '../../../lib/matching/scanned.ts';
import { WordReader } from '../../../lib/matching/words.ts';
import { packForms } from '../../../scripts/claims/pack-lexicon.ts';
import { fold, wordsOf } from './reading.ts';

/** Characters that are read together; words may stand across their borders. */
const BLOCK = 1024;

function read(text: string, forms: readonly string[] = []): Scan {
  const automaton = buildAutomaton(packForms(forms.map((form) => ({ text: form, concept: 0 }))));
  const scan = emptyScan(1);
  new WordReader(automaton, fold()).read(text, scan);
  return scan;
}

/** The words of a text as they stand in it, by a regular expression: letters and digits with what is read over between and after them. */
function naiveWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}']|\u0301|\u{E0041})*/gu) ?? [];
}

describe('words', () => {
  it.each<[string, string[]]>([
    ['', []],
    [' ', []],
    ['a', ['a']],
    ["don't 'quote' dogs' 62,000", ["don't", "quote'", "dogs'", '62', '000']],
    ['🍕one🍕two', ['one', 'two']],
    ['𝐛𝐨𝐥𝐝 𝐛', ['𝐛𝐨𝐥𝐝', '𝐛']],
    ['one\u{E0041}two\u{E0041} x', ['one\u{E0041}two\u{E0041}', 'x']],
    ['one\ud83dtwo\ude00three', ['one', 'two', 'three']],
    ['\ude00one\ud83d', ['one']],
  ])('stand in %j', (text, words) => expect(wordsOf(read(text))).toEqual(words));

  it('are found wherever blocks end', () => {
    for (const word of ['word', "don't", '𝐛𝐨𝐥𝐝', 'w\u{E0041}d']) {
      for (let before = BLOCK - 12; before <= BLOCK + 2; before++) {
        const text = `${'.'.repeat(before)}${word} and pizza`;
        const scan = read(text, ['word', 'dont', 'bold', 'wd', 'pizza']);
        expect(wordsOf(scan), `${word} at ${before}`).toEqual([word, 'and', 'pizza']);
        expect([scan.known[0] > 0, scan.known[1], scan.known[2] > 0]).toEqual([true, 0, true]);
      }
    }
  });

  it('may be longer than blocks, and more than there was room for', () => {
    const long = 'x'.repeat(3 * BLOCK);
    expect(wordsOf(read(`${long} ${'a b '.repeat(BLOCK)}${long}`))).toEqual([long, ...'a b '.repeat(BLOCK).trim().split(' '), long]);
    expect(new Set(wordsOf(read(' a'.repeat(BLOCK))))).toEqual(new Set('a'));
    expect(wordsOf(read('a'.repeat(BLOCK)))).toEqual(['a'.repeat(BLOCK)]);
    expect(wordsOf(read(`${'a'.repeat(BLOCK)} `))).toEqual(['a'.repeat(BLOCK)]);
  });

  it('are those that a regular expression finds, and known by their letters', () => {
    const unit = fc.constantFrom('a', 'B', '7', "'", '\u0301', '\u{E0041}', ' ', '.', '𝐚', '🍕', 'é');
    const forms = ['a', 'ab', 'ba', 'aa', 'b7', 'e', '7 a', 'ae*'];
    const known = new Set(['a', 'ab', 'ba', 'aa', 'b7', 'e', '7']);
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.nat(BLOCK + 20), (text, before) => {
        const scan = read(' '.repeat(before) + text, forms);
        const words = wordsOf(scan);
        expect(words).toEqual(naiveWords(text));
        expect(words.map((_, word) => scan.known[word] > 0)).toEqual(words.map((word) => known.has(foldText(word, fold()))));
      }),
    );
  });

  it('tell whether any character is wide, of the last text', () => {
    const scan = emptyScan(1);
    const reader = new WordReader(buildAutomaton(packForms([])), fold());
    const isWide = (text: string) => {
      reader.read(text, scan);
      return scan.hasWide;
    };
    expect(['a', '🍕', 'a', 'a𝐚', '\ud83d', 'é'].map(isWide)).toEqual([false, true, false, true, true, false]);
  });
});

it('the first half of a character stands for the whole, and a half by itself separates words', () => {
  const classes = (text: string) => Array.from({ length: text.length }, (_, i) => halfClass(text, i));
  const b = latinClass('b'.charCodeAt(0));
  expect(classes('𝐛')).toEqual([b, IGNORED]);
  expect(classes('🍕𝐛')).toEqual([SEPARATOR, IGNORED, b, IGNORED]);
  expect(classes('\u{E0041}')).toEqual([IGNORED, IGNORED]);
  expect(classes('\ud83d\ud83d\ude00\ude00')).toEqual([SEPARATOR, SEPARATOR, IGNORED, SEPARATOR]);
  expect(classes('\ude00')).toEqual([SEPARATOR]);
});
