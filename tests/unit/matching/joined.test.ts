import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../../../lib/matching/automaton.ts';
import { Scanner } from '../../../lib/matching/scan.ts';
import { type Form, packJoinedForms } from '../../../scripts/claims/pack-lexicon.ts';
import { fold, vocabularyOf } from './reading.ts';

/** Concepts found in a text as it stands, forms written as one among them. */
function foundIn(forms: readonly Form[], text: string): number[] {
  const { found, foundCount } = new Scanner(buildAutomaton(packJoinedForms(forms), { fillers: ['the'], numbers: [] }), fold(), 8).scan(
    text,
  );
  return [...found.slice(0, foundCount)].sort();
}

const form = (text: string, concept = 0): Form => ({ text, concept });

describe('a form of several words', () => {
  it.each<[string, string, boolean]>([
    ['bad kids', '#badkids', true],
    ['bad kids', 'badkids', true],
    ['bad kids', 'bad kids', true],
    ['bad kid', 'badkid', false],
    ['save the kids', '#SaveTheKids', true],
    ['save the kid*', 'savethekidz', true],
    ['bad kid*', 'badkids', true],
    ['bad kid*', 'badkid', true],
    ['bad ki*', 'badkin', false],
    ['big lies', 'big', false],
    ['pizza', 'pizzas', false],
  ])('is found as one word if it has seven letters: %s in %s, %s', (text, post, isFound) =>
    expect(foundIn([form(text)], post)).toEqual(isFound ? [0] : []),
  );

  it('is found as one word for every concept that has it', () => {
    const forms = [form('bad kids', 1), form('bad kids', 3), form('bad kid*', 2)];
    expect(foundIn(forms, '#badkids')).toEqual([1, 2, 3]);
    expect(foundIn(forms, 'bad kids')).toEqual([1, 2, 3]);
  });

  it.each<[string, string, boolean]>([
    ['q an*', 'qanything', false],
    ['q anon', 'qanon', true],
    ['q anon', 'qanonx', false],
  ])('is a known word when written as one: %s, as %s: %s', (text, word, isKnown) =>
    expect(vocabularyOf([text], [], []).knows(word)).toBe(isKnown),
  );
});
