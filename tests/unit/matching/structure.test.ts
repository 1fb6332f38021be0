import { describe, expect, it } from 'vitest';
import { readingOf, wordsOf } from './reading.ts';

/** The words of a text in groups by a number each has. */
function groups(text: string, by: 'clause' | 'sentence', clauseWords: string[] = []): string[] {
  const { scan, structure } = readingOf(text, [], clauseWords);
  const grouped = Map.groupBy(wordsOf(scan).entries(), ([word]) => structure[by][word]);
  return [...grouped.values()].map((own) => own.map(([, word]) => word).join(' '));
}

const quotedWords = (text: string) => {
  const { scan, structure } = readingOf(text);
  return wordsOf(scan).filter((_, word) => structure.quoted[word] === 1);
};

describe('sentences', () => {
  it.each([
    ['They lie. We know', ['They lie', 'We know']],
    ['They lie! We know', ['They lie', 'We know']],
    ['They lie? We know', ['They lie', 'We know']],
    ['They lie… We know', ['They lie', 'We know']],
    ['They lie.\nWe know', ['They lie', 'We know']],
    ['They lie\nWe know', ['They lie', 'We know']],
    ['They lie\n\nWe know', ['They lie', 'We know']],
    ['“They lie.” We know', ['They lie', 'We know']],
    ["'They lie.' We know", ['They lie', 'We know']],
    ['(They lie.) We know', ['They lie', 'We know']],
    ['[They "lie."] We know', ['They lie', 'We know']],
    ['They lie?!We know', ['They lie', 'We know']],
    ['They lie."We know', ['They lie', 'We know']],
    ['They lie .We know', ['They lie', 'We know']],
    ['They lie .#We know', ['They lie', 'We know']],
    ['They lie。#We know', ['They lie', 'We know']],
    ['They lie | We know', ['They lie', 'We know']],
    ['They lie • We know', ['They lie', 'We know']],
    ['They lie · We know', ['They lie', 'We know']],
    ['One. Two. Three', ['One', 'Two', 'Three']],
  ])('%j ends one', (text, sentences) => expect(groups(text, 'sentence')).toEqual(sentences));

  it.each(['Read example.com and U.S.A news', 'They lie, we know', 'They lie (all) - we know', 'a|b c'])('%j is one', (text) =>
    expect(groups(text, 'sentence')).toHaveLength(1),
  );

  it('are counted however many there are', () => {
    const { structure } = readingOf('a. '.repeat(70_000));
    expect(structure.sentence[65_000]).toBe(65_000);
    expect(structure.sentence[69_999]).toBe(0xffff);
    expect(structure.clause[69_999]).toBe(0xffff);
  });

  it('of which some are questions', () => {
    const questions = (text: string) => [...readingOf(text).structure.question].flatMap((is, sentence) => (is === 1 ? [sentence] : []));
    expect(questions('They lie. Do they? They do. Really?')).toEqual([1, 3]);
    expect(questions('Is it?! No.')).toEqual([0]);
    expect(questions('They lie?')).toEqual([0]);
    expect(questions('They lie.')).toEqual([]);
    expect(questions('They lie https://x.example/watch?v=1')).toEqual([]);
    expect(questions(`They lie ${'-'.repeat(60)}?`)).toEqual([]);
    expect(questions('?')).toEqual([]);
  });
});

describe('clauses', () => {
  it.each([
    'They lie, we know',
    'They lie,we know',
    'They lie; we know',
    'They lie: we know',
    'They lie (we know',
    'They lie — we know',
    'They lie - we know',
    'They lie “we know',
    'They lie. We know',
    'They lie\nWe know',
  ])('%j has two', (text) => expect(groups(text, 'clause')).toHaveLength(2));

  it.each(['They lie we know', 'They well-lie we know', 'They lie -we know', 'They lie- we know', 'They lie & we know'])(
    '%j is one',
    (text) => expect(groups(text, 'clause')).toHaveLength(1),
  );

  it('begin with some words', () => {
    expect(groups('They lie but we know', 'clause', ['but'])).toEqual(['They lie', 'but we know']);
    expect(groups('They lie, but we know', 'clause', ['but'])).toEqual(['They lie', 'but we know']);
    expect(groups('they lie but we know but who knows', 'clause', ['but'])).toHaveLength(3);
    expect(groups('They lie but we know', 'sentence', ['but'])).toHaveLength(1);
  });

  it('end with their sentence', () => {
    const { clause, sentence } = readingOf('They lie. We, the people, know. You too').structure;
    expect([...sentence]).toEqual([0, 0, 1, 1, 1, 1, 2, 2]);
    expect([...clause]).toEqual([0, 0, 1, 2, 2, 3, 4, 4]);
  });
});

describe('quotations', () => {
  it.each([
    ['They "freed kids" today', ['freed', 'kids']],
    ['They “freed kids” today', ['freed', 'kids']],
    ['They «freed kids» today', ['freed', 'kids']],
    ['They „freed kids“ today', ['freed', 'kids']],
    ["They 'freed kids' today", ['freed', "kids'"]],
    ['They ‘freed kids’ today', ['freed', 'kids’']],
    ["('freed kids') today", ['freed', "kids'"]],
    ['"freed kids" today', ['freed', 'kids']],
    ["'freed' kids", ["freed'"]],
    ['they said "freed kids"', ['freed', 'kids']],
    ["they said 'freed kids'", ['freed', "kids'"]],
    ["they said 'freed kids'.", ['freed', "kids'"]],
    ['"freed" or "saved" kids', ['freed', 'saved']],
    ['"no closing mark', []],
    ['no opening mark"', []],
    ["it's the kids' home", []],
    ["they don't know 'em", []],
    ['nothing at all', []],
    ['', []],
  ])('%j', (text, words) => expect(quotedWords(text)).toEqual(words));

  it('of more than sixty words lack a closing mark', () => {
    expect(quotedWords(`"${'a '.repeat(59)}a" b`)).toHaveLength(60);
    expect(quotedWords(`"${'a '.repeat(60)}a" b`)).toEqual([]);
    expect(quotedWords(`"${'a '.repeat(60)}a" b "c" d`)).toEqual(['c']);
  });
});
