import type { Evidence, Headline } from '../../lib/claims/types.ts';
import type { DataFile } from './data-file.ts';
import type { AuthorClaim, AuthorTranslation, Language } from './load.ts';
import type { Problem } from './problems.ts';

const SENTENCES = ['brief', 'fact'] as const;
const LISTS = ['record', 'true', 'missing', 'caveats'] as const;
/** Figures that a translation must carry over unchanged. */
const NUMBER = /\d+(?:[.,\u00a0\u202f ]\d{3})*/g;

/** What is wrong with a language: texts of another shape than the original, figures that differ, and, when it is complete, texts that are missing. */
export function checkLanguage(language: Language, claims: readonly DataFile<AuthorClaim>[]): Problem[] {
  const { status } = language.about.value;
  return claims.flatMap((claim) => {
    const file = language.claims.get(claim.value.id);
    if (!file)
      return status === 'complete'
        ? [language.about.problem(['status'], `${claim.value.id} is not translated yet; add claims/${claim.value.id}.yaml`)]
        : [];
    return file.problems.length > 0 ? [] : compare(claim.value, file);
  });
}

function compare(original: AuthorClaim, file: DataFile<AuthorTranslation>): Problem[] {
  const { card, figures } = file.value;
  const lists = LISTS.flatMap((name) => {
    const [there, here] = [original.card[name] ?? [], card[name] ?? []];
    if (there.length !== here.length) return [file.problem(['card', name], `has ${here.length} entries, the original ${there.length}`)];
    return there.flatMap((text, i) => sameNumbers(text, here[i], file, ['card', name, i]));
  });
  const counted =
    original.figures.length === figures.length
      ? []
      : [file.problem(['figures'], `has ${figures.length} entries, the original ${original.figures.length}`)];
  const sentences = SENTENCES.flatMap((name) => sameNumbers(original.card[name], card[name], file, ['card', name]));
  return [...sentences, ...lists, ...counted];
}

/** Digits are compared without their separators: 62,000 and 62.000 are one number. */
export function sameNumbers(original: string, translated: string, file: DataFile<unknown>, path: (string | number)[]): Problem[] {
  const numbers = (text: string) => (text.match(NUMBER) ?? []).map((number) => number.replace(/\D/g, '')).sort();
  const [there, here] = [numbers(original), numbers(translated)];
  return there.join() === here.join()
    ? []
    : [file.problem(path, `has the figures ${here.join(', ') || 'none'}; the original has ${there.join(', ') || 'none'}`)];
}

/** The evidence with a language's texts in the place of the English ones. */
export function translateEvidence(evidence: Evidence, language: Language): Evidence {
  const claims = evidence.claims.map((claim) => {
    const text = language.claims.get(claim.id)?.value;
    if (!text) return claim;
    const { brief, fact, claim: named, record, missing, caveats = [] } = text.card;
    const figures = claim.figures.map((figure, i) => ({ ...figure, ...text.figures[i] }));
    return {
      ...claim,
      title: text.title,
      brief: brief.trim(),
      fact: fact.trim(),
      claim: named.trim(),
      record,
      trueParts: text.card.true,
      missing,
      caveats,
      figures,
    };
  });
  return { ...evidence, claims };
}

/** Headlines with a language's sentences. */
export function translateHeadlines(headlines: readonly Headline[], language: Language): Headline[] {
  return headlines.map((headline) => ({ ...headline, brief: language.claims.get(headline.id)?.value.card.brief.trim() ?? headline.brief }));
}
