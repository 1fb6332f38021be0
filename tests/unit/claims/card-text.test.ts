import { describe, expect, it } from 'vitest';
import { checkCardText } from '../../../scripts/claims/card-text.ts';
import { checkTranslatedCards } from '../../../scripts/claims/card-translation.ts';
import { checkLanguage } from '../../../scripts/claims/check-language.ts';
import type { ClaimTexts } from '../../../scripts/claims/languages.ts';
import { type AuthorClaim, loadCollection } from '../../../scripts/claims/load.ts';

const collection = loadCollection();
const [claim] = collection.claims;

/** What is said of the first claim with another brief, or with other parts of its card. */
function problemsWith(changed: string | Partial<AuthorClaim['card']>): string[] {
  const other = typeof changed === 'string' ? { brief: changed } : changed;
  const value: AuthorClaim = { ...claim.value, card: { ...claim.value.card, ...other } };
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

describe('a sentence with a figure', () => {
  it('names who counted, in the fact too', () => {
    expect(problemsWith({ fact: 'In all, 448,000 children were moved to care from 2019 to 2023.' }).join()).toContain(
      'card.fact: gives a figure without saying who counted it',
    );
    expect(problemsWith({ fact: 'In all, 448,000 children were moved to care from 2019 to 2023, PolitiFact says.' })).toEqual([]);
  });

  it('is not attributed by a fiscal year, a country or a law', () => {
    for (const caveat of ['There were 85 cases in FY 2009.', 'The US had 85 cases.', 'SB 145 sets 10 years.', 'The record shows 85 cases.'])
      expect(problemsWith({ caveats: [caveat] })).toEqual([`card.caveats.0: gives a figure without saying who counted it: "${caveat}"`]);
  });
});

describe('a card', () => {
  const words = (count: number) => 'word '.repeat(count).trim();

  it('has a fact of at most 30 words and at most 110 when open', () => {
    expect(problemsWith({ fact: `${words(31)}.` }).join()).toContain('card.fact: has 31 words; at most 30');
    expect(problemsWith({ record: [words(200)] }).join()).toMatch(/card: has 2\d\d words when open; at most 110/);
  });

  it('reads at school grade 9 or lower', () => {
    const record = [
      'Institutional interdependencies characteristically necessitate extraordinarily comprehensive administrative documentation.',
    ];
    expect(problemsWith({ record, missing: [], true: [], caveats: [] }).join()).toMatch(/card: reads at school grade \d+\.\d; at most 9/);
  });

  it('names no side and says nothing aloud', () => {
    expect(problemsWith({ claim: 'Posts say that Democrats did this.' }).join()).toContain('card.claim: uses "Democrats"');
    expect(problemsWith({ claim: 'Posts say that this was done!' }).join()).toContain('card.claim: uses "!"');
  });
});

describe('a card in another language', () => {
  const [language] = collection.languages;
  const [id, file] = [...language.claims][0];

  function translatedWith(card: Partial<ClaimTexts['card']>): string[] {
    const value: ClaimTexts = { ...file.value, card: { ...file.value.card, ...card } };
    return checkTranslatedCards({ ...language, claims: new Map([[id, { ...file, value }]]) }).map(
      ({ field, message }) => `${field}: ${message}`,
    );
  }

  it('uses none of the words its language lists, and names no side', () => {
    expect(translatedWith({})).toEqual([]);
    expect(translatedWith({ claim: 'Es una Mentira muy vieja.' }).join()).toContain('card.claim: uses "Mentira"');
    expect(translatedWith({ claim: 'Lo dijo un republicano.' }).join()).toContain('card.claim: uses "republicano"');
    expect(translatedWith({ claim: '¡Cuidado con esto' }).join()).toContain('card.claim: uses "¡"');
  });

  it('may be a fifth longer, its fact no longer', () => {
    expect(translatedWith({ record: ['palabra '.repeat(140)] }).join()).toMatch(/card: has \d+ words when open; at most 132/);
    expect(translatedWith({ fact: 'palabra '.repeat(31) })).toEqual(['card.fact: has 31 words; at most 30']);
  });
});

it('asks for a short name when the leading source’s own fills the line of a closed card', () => {
  const [leading] = claim.value.sources;
  const publisher = 'PolitiFact, Poynter Institute';
  const value = { ...collection.sources.value, [leading]: { ...collection.sources.value[leading], publisher } };
  const problems = checkCardText(claim, { ...collection, sources: { ...collection.sources, value } });
  expect(problems.map(({ field }) => field)).toEqual(['sources.0']);
});
