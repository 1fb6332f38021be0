import { describe, expect, it } from 'vitest';
import { tinyMatcher } from './tiny-pack.ts';

const common = (...forms: string[]) => ({ common: true as const, forms });
const matcher = tinyMatcher({
  concepts: {
    SHOP: ['wayfair'],
    SELL: ['sells', 'selling'],
    FALSE: common('false', 'hoax', 'no evidence'),
    COUNTER: common('they say', 'but we know'),
    NOT: common('not'),
    DENIED: common('is not'),
    SAY: common('believers say'),
    JOKE: common('lmao'),
    BUT: common('but'),
    IS: common('is', 'did'),
  },
  rules: [
    { id: 'sold', all: ['SHOP', 'SELL'] },
    { id: 'asked', claim: 'asked', all: ['SHOP', 'SELL'], ignore: ['question'] },
  ],
  stance: [
    { family: 'debunk', stance: 'debunks', links: ['snopes.com'], because: 'a link' },
    { family: 'debunk', stance: 'debunks', cue: 'FALSE', reach: 'adjacent', turned: 'NOT', unless: 'COUNTER', because: 'words' },
    { family: 'negation', stance: 'negates', cue: 'DENIED', reach: 'clause', because: 'denied' },
    { family: 'attribution', stance: 'attributes', cue: 'SAY', reach: 'sentence', side: 'before', because: 'said by others' },
    { family: 'mock', stance: 'mocks', cue: 'JOKE', reach: 'post', because: 'a joke' },
    { family: 'question', stance: 'asks', cue: 'IS', atStart: true, question: true, reach: 'sentence', because: 'asked' },
  ],
});
const stance = (text: string, links: string[] = []) => matcher().match(text, () => links).stance;

describe('stance', () => {
  it.each([
    ['Wayfair sells kids', 'asserts'],
    ['It is a hoax. Wayfair sells nothing but chairs', 'debunks'],
    ['A hoax. Nice day. Sun. Wayfair sells kids', 'asserts'],
    ['They say it is a hoax, but we know Wayfair sells kids', 'asserts'],
    ['Wayfair is not selling kids', 'negates'],
    ['Is not that sad, Wayfair sells kids', 'asserts'],
    ['Believers say Wayfair sells kids', 'attributes'],
    ['Wayfair sells kids, believers say', 'asserts'],
    ['lmao. Ok. Fine. Wayfair sells kids', 'mocks'],
    ['It is not a hoax. Wayfair sells kids', 'asserts'],
    ['#hoax Wayfair sells kids', 'asserts'],
  ])('%s → %s', (text, expected) => expect(stance(text)).toBe(expected));

  it('falls silent when the person who quotes a post doubts it anywhere', () => {
    const quoted = (by: string) => matcher().match('Wayfair sells kids', () => [], by).stance;
    expect(quoted('No evidence for this. Look at the sky. What a day')).toBe('debunks');
    expect(quoted('What a day')).toBe('asserts');
    expect(quoted('Not a hoax')).toBe('asserts');
  });

  it('hears a question only from rules that do not ignore it', () => {
    expect(
      matcher()
        .match('Is Wayfair selling kids?')
        .matches.map(({ claim }) => claim),
    ).toEqual(['asked']);
  });

  it('takes a link to a fact-check, subdomains included, and no look-alike domain', () => {
    expect(stance('Wayfair sells kids', ['https://www.snopes.com/x'])).toBe('debunks');
    expect(stance('Wayfair sells kids', ['https://m.snopes.com'])).toBe('debunks');
    expect(stance('Wayfair sells kids', ['https://notsnopes.com'])).toBe('asserts');
  });
});
