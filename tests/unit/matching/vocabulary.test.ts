import { describe, expect, it } from 'vitest';
import { vocabularyOf } from './reading.ts';

const vocabulary = () =>
  vocabularyOf(
    [
      'pizza',
      'cheese pizza',
      'q anon',
      'traffick*',
      'kid*',
      'save the children',
      'pizza gate',
      'pizzagate',
      'big lies',
      'bigl*',
      'overt',
      'over',
      'there',
      'here',
    ],
    ['is', 'real'],
    ['sixty'],
  );

describe('a word', () => {
  it.each([
    ['pizza', 'itself'],
    ['the', 'itself'],
    ['sixty', 'itself'],
    ['pizzagate', 'itself'],
    ['cheesepizza', 'joined'],
    ['qanon', 'joined'],
    ['trafficking', 'begun'],
    ['traffick', 'begun'],
    ['is', 'unknown'],
    ['q', 'unknown'],
    ['pizzas', 'unknown'],
    ['kidnapper', 'unknown'],
    ['traffick1ng', 'unknown'],
    ['traffickkking', 'unknown'],
    ['traffic', 'unknown'],
    ['café', 'unknown'],
    ['', 'unknown'],
  ])('%j is known as %s', (word, as) => {
    const known = [vocabulary().has(word), vocabulary().hasWhole(word), vocabulary().knows(word)];
    expect(known).toEqual(
      { itself: [true, true, true], joined: [false, true, true], begun: [false, false, true], unknown: [false, false, false] }[as],
    );
  });

  it.each([
    ['cheesepizza', 'cheese pizza'],
    ['savethechildren', 'save the children'],
    ['qanon', 'q anon'],
    ['pizzagate', 'pizzagate'],
    ['biglies', 'biglies'],
    ['pizza', 'pizza'],
    ['xyz', 'xyz'],
  ])('%s is written %j', (word, written) => expect(vocabulary().spell(word)).toBe(written));
});

describe('a run of letters', () => {
  it.each([
    ['', 0, []],
    ['pizza', 1, ['pizza']],
    ['pizzachildren', 2, ['pizza', 'children']],
    ['pizzaisreal', 3, ['pizza', 'is', 'real']],
    ['cheesepizza', 2, ['cheese', 'pizza']],
    ['qanon', 2.5, ['qanon']],
    ['traffickers', 1.9, ['traffickers']],
    ['pizzatrafficking', 2.9, ['pizza', 'trafficking']],
    ['xyz', 9, ['xyz']],
    ['pizzaxyz', 10, ['pizza', 'xyz']],
    ['overthere', 2, ['over', 'there']],
    ['sixtypizza', 2, ['sixty', 'pizza']],
    ['kidsx', 11, ['kidsx']],
    ['pizzakids', 11, ['pizza', 'kids']],
    ['bigl', 1, ['bigl']],
  ])('%s is cut at a cost of %d', (run, cost, words) => {
    const split = vocabulary().split(run, 1);
    expect(split.words).toEqual(words);
    expect(split.cost).toBeCloseTo(cost, 10);
  });

  it('is cut more willingly at words that cost less', () => {
    expect(vocabulary().split('pizzaisreal', 0.25).cost).toBe(1.5);
    expect(vocabulary().split('isreal', 0.25)).toEqual({ cost: 0.5, words: ['is', 'real'] });
  });

  it('holds no word of more than 24 letters', () => {
    expect(
      vocabulary()
        .split(`traffick${'e'.repeat(30)}`, 1)
        .words.map(({ length }) => length),
    ).toEqual([24, 14]);
    expect(vocabulary().split(`xyz${'e'.repeat(17)}pizza`, 1).words).toEqual([`xyz${'e'.repeat(17)}`, 'pizza']);
  });
});
