import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../lib/matching/index.ts';
import { loadCollection } from '../../../scripts/claims/load.ts';
import { readMatchPack } from '../../../scripts/claims/pack-file.ts';
import { DISGUISES, disguise, HASHTAGS } from './disguises.ts';

const matcher = createMatcher(readMatchPack());
const claims = loadCollection().claims.flatMap(({ value }) => (value?.status === 'active' && value.examples ? [value] : []));
const found = (text: string) => matcher.match(text).matches.map(({ claim }) => claim as string);
const matching = claims.flatMap(({ id, examples }) =>
  examples.match.filter((text) => found(text).includes(id)).map((text) => ({ id, text })),
);
const others = claims.flatMap(({ examples }) => examples.no_match.filter((text) => found(text).length === 0));

function losses(change: (text: string, seed: number) => string) {
  const variants = matching.flatMap(({ id, text }, seed) => {
    const variant = change(text, seed);
    return variant === text ? [] : [{ id, variant }];
  });
  return { variants: variants.length, lost: variants.filter(({ id, variant }) => !found(variant).includes(id)) };
}

describe('disguised posts', () => {
  const results = [
    ...Object.entries(DISGUISES).map(([name, how]) => ({ name, ...losses((text, seed) => disguise(text, how, seed)) })),
    ...Object.entries(HASHTAGS).map(([name, how]) => ({
      name: `hashtags ${name}`,
      ...losses((text) => text.replace(/#[A-Za-z]+/g, how)),
    })),
  ];

  it('come in at least 2,000 variants', () => {
    expect(results.reduce((sum, { variants }) => sum + variants, 0)).toBeGreaterThan(2000);
  });

  it.each(results)('lose at most one match in fifty: $name', ({ variants, lost }) => {
    expect(lost.length / variants, lost.map(({ id, variant }) => `${id}: ${variant}`).join('\n')).toBeLessThanOrEqual(0.02);
  });

  it.each(Object.entries(DISGUISES))('get no card they did not have: %s', (_, how) => {
    const gained = others.map((text, seed) => disguise(text, how, seed)).filter((text) => found(text).length > 0);
    expect(gained).toEqual([]);
  });
});
