import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGate } from '../../../lib/matching/gate.ts';
import { createMatcher } from '../../../lib/matching/index.ts';
import { loadCollection } from '../../../scripts/claims/load.ts';
import { readGatePack, readMatchPack } from '../../../scripts/claims/pack-file.ts';
import { ROOT } from '../../../scripts/tools/root.ts';
import { runs } from '../fuzz/runs.ts';
import { DISGUISES, dice, disguise, HASHTAGS } from './disguises.ts';

const gate = readGate(readGatePack());
const matcher = createMatcher(readMatchPack());
const claims = loadCollection().claims.flatMap(({ value }) => (value?.status === 'active' && value.examples ? [value] : []));
const examples = claims.flatMap(({ examples: { match, no_match } }) => [...match, ...no_match]);
const matching = examples.filter(isFound);

function isFound(text: string): boolean {
  return matcher.match(text).matches.length > 0;
}

/** Texts in which a claim is found although the gate said that none would be. */
function lost(texts: readonly string[]): string[] {
  return texts.filter((text) => !gate(text) && isFound(text));
}

function readTexts(path: string): string[] {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

describe('the gate', () => {
  it('lets every example in that the matcher finds a claim in', () => {
    expect(matching.length).toBeGreaterThan(1000);
    expect(lost(matching)).toEqual([]);
  });

  it.each(Object.entries(DISGUISES))('sees through what the matcher sees through: %s', (_, how) => {
    expect(lost(examples.map((text, seed) => disguise(text, how, seed)))).toEqual([]);
  });

  it('reads a star as any vowel, and as nothing', () => {
    const starred = (stars: string) => matching.map((text, seed) => disguise(text, (word) => word.replace(/(?<=.)[aeiou]/gi, stars), seed));
    const once = matching.map((text, seed) => disguise(text, (word) => word.replace(/(?<=.)[aeiou](?=.)/i, '*'), seed));
    expect(once.filter(isFound).length).toBeGreaterThan(500);
    expect(lost([...once, ...starred('*'), ...starred('**')])).toEqual([]);
    expect(['a b*tter sh*p', 'the n*xt m*rning', 'w**p'].filter(gate)).toEqual([]);
  });

  it.each(Object.entries(HASHTAGS))('reads hashtags: %s', (_, how) => {
    expect(lost(matching.map((text) => text.replace(/#[A-Za-z]+/g, how)))).toEqual([]);
  });

  it('reads words written together as hashtags', () => {
    const tagged = matching.flatMap((text, seed) => {
      const words = text.split(' ');
      const at = dice(seed)(Math.max(1, words.length - 1));
      return [1, 2, 3].map((count) =>
        [
          ...words.slice(0, at),
          `#${words
            .slice(at, at + count)
            .join('')
            .replaceAll(/[^A-Za-z0-9]/g, '')}`,
          ...words.slice(at + count),
        ].join(' '),
      );
    });
    expect(lost(tagged)).toEqual([]);
  });

  it('lets in what is found in real posts, where they lie beside the project', () => {
    const posts = ['dev', 'background-dev'].flatMap((name) => readTexts(join(ROOT, `../shared/corpus/${name}.jsonl`)));
    expect(lost(posts.filter((text) => !gate(text)))).toEqual([]);
  });

  it('lets in whatever is found in words of examples, shuffled, broken and disguised', () => {
    const words = matching.flatMap((text) => text.split(' '));
    const some = fc
      .integer({ min: 0, max: words.length - 4 })
      .chain((from) => fc.integer({ min: 1, max: 4 }).map((n) => words.slice(from, from + n).join(' ')));
    const disguised = fc
      .tuple(some, fc.constantFrom(...Object.values(DISGUISES)), fc.nat())
      .map(([text, how, seed]) => disguise(text, how, seed));
    const tag = fc.tuple(some, fc.constantFrom('', '', '\u00ad', '\u200b', '\u0301'), fc.nat()).map(([text, unseen, seed]) => {
      const letters = text.replaceAll(/[^A-Za-z0-9]/g, '');
      const at = seed % (letters.length + 1);
      return `#${letters.slice(0, at)}${unseen}${letters.slice(at)}`;
    });
    const sign = fc.constantFrom(
      '@',
      '$',
      '!',
      '*',
      '|',
      '+',
      '.',
      ',',
      '-',
      '/',
      '_',
      '#',
      "'",
      '’',
      '🔥',
      '☆',
      '\u00a0',
      '\ufeff',
      '\u200b',
      '\u00ad',
      '\n',
      '…',
    );
    const piece = fc.oneof(
      { weight: 4, arbitrary: some },
      { weight: 3, arbitrary: disguised },
      { weight: 2, arbitrary: tag },
      { weight: 1, arbitrary: sign },
    );
    const text = fc
      .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '. ', '\n')), { maxLength: 12 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (post) => lost([post]).length === 0),
      runs(1 / 2),
    );
  });

  it('never throws, and says the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 40 }), (one, other) => {
        const said = gate(one);
        gate(other);
        return gate(one) === said;
      }),
      runs(1 / 6),
    );
  });

  it.each([
    'What a lovely day at the lake, we went sailing with the whole office and had coffee.',
    '@someone see https://example.org/a1b2c3?x=y&z=1 #MondayMotivation 🔥🔥',
    'Ganze 3,5 % mehr als im Vorjahr – das meldet die Stadt.',
    'My kids love this game so much, happy birthday to my lovely brother, thanks for watching, see you tonight!',
    '',
  ])('stays shut for %j', (text) => {
    expect(gate(text)).toBe(false);
  });
});
