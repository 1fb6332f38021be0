import { describe, expect, it } from 'vitest';
import type { CueFamily, Node } from '../../../lib/matching/pack.ts';
import { findNode } from '../../../lib/matching/rules.ts';
import { beginsClause, findDoubt, readStance } from '../../../lib/matching/stance.ts';
import { readingOf } from './reading.ts';

const CONCEPTS = [['shop'], ['sells', 'kids'], ['hoax', 'big hoax'], ['not', 'never'], ['they call']];
const [SHOP, SELLS, HOAX, NOT, CALL]: Node[] = CONCEPTS.map((_, concept) => ({ concept }));
/** The claim of the tests: a shop sells. */
const CLAIM: Node = { all: [SHOP, SELLS], within: 'post' };
const cue = (own: Partial<CueFamily>): CueFamily => ({
  family: 'cue',
  stance: 'debunks',
  cue: HOAX,
  reach: 'post',
  because: 'told',
  ...own,
});

/** Whether a family silences the first place where a text tells the claim. */
function silences(own: Partial<CueFamily>, text: string, links: string[] = []): boolean {
  const reading = readingOf(text, CONCEPTS);
  const [match] = findNode(CLAIM, reading);
  return readStance(match, [cue(own)], reading, () => links) !== undefined;
}

describe('a cue reaches', () => {
  it.each<[CueFamily['reach'], string, boolean]>([
    ['clause', 'shop sells hoax', true],
    ['clause', 'a hoax, shop sells', false],
    ['clause', 'shop sells, a hoax', false],
    ['clause', 'shop, a hoax, sells', false],
    ['clause', 'shop, sells hoax', true],
    ['sentence', 'a hoax, shop sells', true],
    ['sentence', 'shop sells, a hoax', true],
    ['sentence', 'A hoax. Shop sells', false],
    ['sentence', 'Shop sells. A hoax', false],
    ['sentence', 'Shop here. A hoax. It sells', false],
    ['adjacent', 'A hoax. Shop sells', true],
    ['adjacent', 'Shop sells. A hoax', true],
    ['adjacent', 'A hoax. One. Shop sells', false],
    ['adjacent', 'Shop sells. One. A hoax', false],
    ['post', 'A hoax. One. Two. Shop sells', true],
    ['post', 'Shop sells. One. Two. A hoax', true],
    ['post', 'Shop sells', false],
  ])('over the %s: %s → %s', (reach, text, silenced) => expect(silences({ reach }, text)).toBe(silenced));

  it.each<[Partial<CueFamily>, string, boolean]>([
    [{ side: 'before' }, 'hoax shop sells', true],
    [{ side: 'before' }, 'shop sells hoax', false],
    [{ side: 'after' }, 'shop sells hoax', true],
    [{ side: 'after' }, 'hoax shop sells', false],
    [{ gap: 1 }, 'hoax one shop sells', true],
    [{ gap: 1 }, 'hoax one two shop sells', false],
    [{ gap: 1 }, 'shop sells one hoax', true],
    [{ gap: 1 }, 'shop sells one two hoax', false],
    [{ gap: 0 }, 'shop one hoax two sells', false],
    [{ gap: 0 }, 'shop one hoax sells', true],
    [{ gap: 0, side: 'before' }, 'hoax shop sells', true],
    [{ gap: 0, side: 'before' }, 'shop sells hoax', false],
    [{ gap: 0, side: 'before' }, 'shop one hoax sells', true],
    [{ gap: 0, side: 'after' }, 'shop sells hoax', true],
    [{ gap: 0, side: 'after' }, 'hoax shop sells', false],
    [{ gap: 0, side: 'after' }, 'shop hoax one sells', true],
    [{ gap: 9, cue: SHOP }, 'shop sells', false],
    [{ gap: 9, cue: { all: [SHOP, HOAX], within: 'post' } }, 'hoax the shop sells', false],
    [{ gap: 9, cue: { all: [SHOP, HOAX], within: 'post' } }, 'shop hoax sells', false],
  ])('on its side, as far as its gap: %j in “%s” → %s', (own, text, silenced) => expect(silences(own, text)).toBe(silenced));

  it.each<[Partial<CueFamily>, string, boolean]>([
    [{ atStart: true }, 'hoax, shop sells', true],
    [{ atStart: true }, 'One. Hoax, shop sells', true],
    [{ atStart: true }, 'a hoax, shop sells', false],
    [{ inside: true }, 'one, a hoax, shop sells', true],
    [{ inside: true }, 'one, hoax, shop sells', false],
    [{ inside: true }, 'hoax, shop sells', false],
    [{ alone: true }, 'Hoax, shop sells', true],
    [{ alone: true }, 'shop sells. Hoax', true],
    [{ alone: true }, 'hoax here, shop sells', false],
    [{ alone: true }, 'a hoax, shop sells', false],
  ])('from its place in its clause: %j in “%s” → %s', (own, text, silenced) => expect(silences(own, text)).toBe(silenced));

  it('not from a hashtag', () => {
    expect(silences({}, '#hoax shop sells')).toBe(false);
    expect(silences({}, '#hoax shop sells, a hoax')).toBe(true);
  });
});

describe('a cue loses its force', () => {
  it.each([
    ['a hoax. Shop sells', true],
    ['not a hoax. Shop sells', false],
    ['One two three. Not a hoax. Shop sells', false],
    ['not one two hoax. Shop sells', false],
    ['not one two three hoax. Shop sells', true],
    ['not so, a hoax. Shop sells', true],
    ['a hoax, not so. Shop sells', true],
    ['not a hoax, but a hoax. Shop sells', true],
  ])('right after what turns it: %s', (text, silenced) => expect(silences({ turned: NOT }, text)).toBe(silenced));

  it('but not by what it holds itself', () => {
    expect(silences({ turned: HOAX }, 'big hoax. Shop sells')).toBe(true);
  });

  it.each([
    ['they call it a hoax. Shop sells', false],
    ['a hoax they call it. Shop sells', false],
    ['they call. A hoax. Shop sells', true],
    [`they call ${'it '.repeat(8)}hoax. Shop sells`, false],
    [`they call ${'it '.repeat(9)}hoax. Shop sells`, true],
    ['they call it a hoax. A hoax. Shop sells', true],
    ['they call it a hoax. They call. Shop sells', false],
    ['Shop sells', false],
    ['they call. Shop sells', false],
  ])('near what takes it away: %s', (text, silenced) => expect(silences({ unless: CALL }, text)).toBe(silenced));
});

describe('a question', () => {
  const question = { question: true, cue: undefined };

  it.each([
    ['Shop sells?', true],
    ['Shop sells.', false],
    ['Really? Shop sells.', false],
    ['Shop one. It sells?', true],
  ])('ends in a question mark: %s', (text, silenced) => expect(silences(question, text)).toBe(silenced));

  it('may need a cue too', () => {
    expect(silences({ question: true }, 'Hoax? Shop sells?')).toBe(true);
    expect(silences({ question: true }, 'Shop sells?')).toBe(false);
  });

  it('is what decides where no cue does', () => expect(silences({ cue: undefined }, 'Shop sells?')).toBe(false));
});

describe('quotation marks', () => {
  it.each([
    ['a hoax: "shop sells"', true],
    ['a hoax: shop sells', false],
    ['a hoax: "shop" sells', false],
    ['a hoax: shop "sells"', false],
    ['"a hoax: shop sells"', false],
    ['"shop" or "sells" a hoax', true],
  ])('stand around all that matched, the cue outside: %s', (text, silenced) => expect(silences({ quoted: true }, text)).toBe(silenced));

  const scare = { scare: true, cue: undefined };
  it.each([
    ['the shop "sells" a lot', true],
    ['the "shop" sells', true],
    ['the shop sells', false],
    ['"the shop sells"', false],
    ['"shop here" sells', false],
    ['the shop "only sells" things', false],
  ])('around one word doubt it: %s', (text, silenced) => expect(silences(scare, text)).toBe(silenced));

  it.each<[Partial<CueFamily>, string, string, boolean]>([
    [scare, 'one two', 'they "one two" here', true],
    [scare, 'one two', 'they "one" two here', false],
    [scare, 'one two', 'they one "two" here', false],
    [scare, 'one two three', 'they "one two three" here', false],
    [{ quoted: true }, 'one two three', 'a hoax: "one two three"', true],
    [{ quoted: true }, 'one two', 'a hoax: "so one" two', false],
    [{ quoted: true }, 'one two', 'a hoax: one "two"', false],
  ])('stand around all of one form, for scare around two words at most: %j %s in %s', (own, form, text, silenced) => {
    const reading = readingOf(text, [[form], [], ['hoax']]);
    const match = findNode({ concept: 0 }, reading)[0];
    expect(readStance(match, [cue(own)], reading, () => []) !== undefined).toBe(silenced);
  });
});

describe('links', () => {
  const links = { cue: undefined, links: ['snopes.com', 'politifact.com'] };
  const decides = (link: string) => silences(links, 'Shop sells', [link]);

  it.each([
    'https://www.snopes.com/x',
    'http://snopes.com',
    'HTTPS://WWW.Snopes.com/x',
    'snopes.com/x',
    'https://m.snopes.com?x',
    'https://politifact.com#x',
    'www.snopes.com trailing words',
  ])('to a site that decides: %s', (link) => expect(decides(link)).toBe(true));

  it.each([
    'https://notsnopes.com',
    'https://example.com/snopes.com',
    'https://snopes.com.example.com',
    '',
    '/snopes.com',
    'see https://snopes.com',
  ])('to another: %s', (link) => expect(decides(link)).toBe(false));

  it('are looked for in all links, and only where a family asks', () => {
    expect(silences(links, 'Shop sells', ['https://example.com', 'https://snopes.com'])).toBe(true);
    expect(silences(links, 'Shop sells')).toBe(false);
    const reading = readingOf('Shop sells', CONCEPTS);
    expect(readStance(findNode(CLAIM, reading)[0], [cue({})], reading, () => expect.unreachable())).toBeUndefined();
  });
});

describe('families', () => {
  it('are asked in their order', () => {
    const reading = readingOf('A hoax. Shop never sells', CONCEPTS);
    const [match] = findNode(CLAIM, reading);
    const families = [cue({ family: 'link', cue: undefined, links: ['a.example'] }), cue({ family: 'negation', cue: NOT }), cue({})];
    expect(readStance(match, families, reading, () => [])?.family).toBe('negation');
  });
});

describe('doubt of somebody who quotes', () => {
  const doubts = (own: Partial<CueFamily>, text: string) => findDoubt([cue(own)], readingOf(text, CONCEPTS)) !== undefined;

  it.each<[Partial<CueFamily>, string, boolean]>([
    [{}, 'What a hoax', true],
    [{}, 'What a day', false],
    [{}, '', false],
    [{ reach: 'clause', side: 'before', gap: 0 }, 'Look. Look. One, two, hoax', true],
    [{ side: 'after', gap: 0 }, 'Hoax. One. Two', true],
    [{ turned: NOT }, 'Not a hoax', false],
    [{ unless: CALL }, 'They call it a hoax', false],
    [{ question: true }, 'A hoax?', false],
    [{ quoted: true }, '"so" a hoax', false],
    [{ cue: undefined, links: ['snopes.com'] }, 'A hoax', false],
  ])('%j in “%s” → %s', (own, text, doubted) => expect(doubts(own, text)).toBe(doubted));
});

it('a clause begins with its first word', () => {
  const { structure, ...reading } = readingOf('one two, three');
  const begins = [0, 1, 2].map((first) => beginsClause({ first, last: first, pieces: [] }, { structure, ...reading }));
  expect(begins).toEqual([true, false, true]);
});
