import { describe, expect, it } from 'vitest';
import { checkCardText } from '../../../scripts/claims/card-text.ts';
import { checkLanguage } from '../../../scripts/claims/check-language.ts';
import type { ClaimTexts } from '../../../scripts/claims/languages.ts';
import { type AuthorClaim, loadCollection } from '../../../scripts/claims/load.ts';

const collection = loadCollection();
const [claim] = collection.claims;

/** What is said of the first claim with another brief. */
function problemsWith(brief: string): string[] {
  const value: AuthorClaim = { ...claim.value, card: { ...claim.value.card, brief } };
  return checkCardText({ ...claim, value }, collection).map(({ field, message }) => `${field}: ${message}`);
}

describe('the brief of a card', () => {
  it('gives no figure that the rest of the card does not', () => {
    expect(problemsWith('The audit counts 448,000 children from 2019 to 2023.')).toEqual([]);
    expect(problemsWith('The audit counts 448,001 children from 2019 to 2023.')).toEqual([
      'card.brief: gives the figure 448,001, which the rest of the card does not',
    ]);
  });

  it('keeps to the words a card may use', () => {
    expect(problemsWith('The number is a lie that was debunked long ago.').join()).toContain('card.brief: uses "lie"');
  });

  it('has the same figures in every language', () => {
    const [language] = collection.languages;
    const file = language.claims.get(claim.value.id);
    if (!file) throw new Error(`${claim.value.id} is not translated`);
    const value: ClaimTexts = { ...file.value, card: { ...file.value.card, brief: 'Eran 44 800 menores bajo custodia.' } };
    const changed = { ...language, claims: new Map([...language.claims, [claim.value.id, { ...file, value }]]) };
    expect(checkLanguage(changed, collection).map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'card.brief: has the figures 44800; the original has 448000',
    ]);
  });
});

it('asks for a short name when the leading source’s own fills the line of a closed card', () => {
  const [leading] = claim.value.sources;
  const publisher = 'PolitiFact, Poynter Institute';
  const value = { ...collection.sources.value, [leading]: { ...collection.sources.value[leading], publisher } };
  const problems = checkCardText(claim, { ...collection, sources: { ...collection.sources, value } });
  expect(problems.map(({ field }) => field)).toEqual(['sources.0']);
});
