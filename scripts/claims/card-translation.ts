import { bannedIn, cardFields, MOST_CARD_WORDS, MOST_FACT_WORDS, otherFields, wordsOf } from './card-text.ts';
import type { DataFile } from './data-file.ts';
import type { ClaimTexts, Language } from './languages.ts';
import type { Problem } from './problems.ts';

/** Other languages need more words than English for the same. */
const LONGER = 1.2;

/** Checks how the cards of a language are written: their length, and the words they must not use, which the language lists. */
export function checkTranslatedCards({ about, claims }: Language): Problem[] {
  const never = wordList(about.value?.never ?? []);
  return [...claims.values()]
    .filter(({ problems }) => problems.length === 0)
    .flatMap((file) => [...checkLength(file), ...checkNever(file, never)]);
}

function checkLength(file: DataFile<ClaimTexts>): Problem[] {
  const { brief: _, fact, claim, record, true: trueParts, missing, caveats = [] } = file.value.card;
  const open = wordsOf([claim, ...record, ...trueParts, ...missing, ...caveats].join(' ')).length;
  const most = Math.round(MOST_CARD_WORDS * LONGER);
  const factWords = wordsOf(fact).length;
  return [
    ...(factWords > MOST_FACT_WORDS ? [file.problem(['card', 'fact'], `has ${factWords} words; at most ${MOST_FACT_WORDS}`)] : []),
    ...(open > most ? [file.problem(['card'], `has ${open} words when open; at most ${most} in a translation`)] : []),
  ];
}

function checkNever(file: DataFile<ClaimTexts>, never: RegExp | undefined): Problem[] {
  return [...cardFields(file.value), ...otherFields(file.value)].flatMap(([path, text]) => bannedIn(file, path, text, never));
}

/** Whole words, whatever case; `*` stands for any ending. The schema allows nothing but letters and that. */
function wordList(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const forms = words.map((word) => word.replace('*', '\\p{L}*')).join('|');
  return new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'iu');
}
