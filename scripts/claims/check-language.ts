import { type DataFile, namesOf, readable } from './data-file.ts';
import { type ClaimTexts, type HelpTexts, KINDS, type Kind, type Language, type SeriesTexts, type TopicTexts } from './languages.ts';
import type { AuthorClaim, AuthorHelp, AuthorSeries, AuthorTopic, Collection } from './load.ts';
import type { Problem } from './problems.ts';

/** Texts in the shape of a file: a sentence, a list, or texts under names. Empty lists count as absent. */
export type Texts = string | Texts[] | { [name: string]: Texts | undefined };
type Path = (string | number)[];

/** The file that is compared, and whether its language is said to be complete. */
interface Where {
  file: DataFile<unknown>;
  complete: boolean;
}

/** Names such as `National Runaway Safeline` stay as they are; a longer text, or one with a full stop, is a sentence. */
const MOST_WORDS_OF_A_NAME = 5;

/** Figures that a translation must carry over unchanged. */
const NUMBER = /\d+(?:[.,\u00a0\u202f ]\d{3})*/g;

/** All that is translated, by kind: id of the file and its English texts. */
export function originalsOf({ claims, topics, series, help }: Collection): Record<Kind, [id: string, texts: Texts][]> {
  return {
    claims: claims.filter(readable).map(({ value }) => [value.id, textsOfClaim(value)]),
    topics: topics.filter(readable).map(({ value }) => [value.id, textsOfTopic(value)]),
    series: series.filter(readable).map(({ value }) => [value.id, textsOfSeries(value)]),
    help: help.filter(readable).map(({ value }) => [value.country.toLowerCase(), textsOfHelp(value)]),
  };
}

/**
 * What is wrong with a language: texts of another shape than the original, figures that differ, translations of nothing, and,
 * when it is complete, texts that are missing or still English.
 */
export function checkLanguage(language: Language, collection: Collection): Problem[] {
  const originals = originalsOf(collection);
  return KINDS.flatMap((kind) => checkKind(language, kind, originals[kind], namesOf(collection[kind])));
}

function checkKind(language: Language, kind: Kind, originals: [id: string, Texts][], names: ReadonlySet<string>): Problem[] {
  const { about } = language;
  const complete = about.value?.status === 'complete';
  const files: ReadonlyMap<string, DataFile<unknown>> = language[kind];
  const orphans = [...files]
    .filter(([id]) => !names.has(id))
    .map(([id, file]) => file.problem([], `translates nothing: there is no ${kind}/${id}.yaml`));
  const compared = originals.flatMap(([id, original]) => {
    const file = files.get(id);
    if (file) return file.problems.length > 0 ? [] : compare(original, file.value as Texts, { file, complete }, []);
    return complete
      ? [about.problem(['status'], `${kind}/${id} is not translated yet; \`npm run claims -- translate ${language.code}\` begins its file`)]
      : [];
  });
  return [...orphans, ...compared];
}

function compare(original: Texts | undefined, here: Texts | undefined, where: Where, path: Path): Problem[] {
  const { file } = where;
  if (typeof original === 'string' && typeof here === 'string') return compareSentences(original, here, where, path);
  if (Array.isArray(original ?? here) && Array.isArray(here ?? original)) {
    const [there, own] = [(original ?? []) as Texts[], (here ?? []) as Texts[]];
    if (there.length !== own.length) return [file.problem(path, `has ${own.length} entries, the original ${there.length}`)];
    return there.flatMap((text, i) => compare(text, own[i], where, [...path, i]));
  }
  if (original === undefined) return here === undefined ? [] : [file.problem(path, 'is not in the original; remove it')];
  if (here === undefined || typeof original === 'string' || typeof here === 'string')
    return [file.problem(path, 'is not translated yet, as it is in the original')];
  const names = new Set([...Object.keys(original), ...Object.keys(here)]);
  return [...names].flatMap((name) => compare(named(original, name), named(here, name), where, [...path, name]));
}

function named(texts: Texts, name: string): Texts | undefined {
  return (texts as Record<string, Texts | undefined>)[name];
}

function isSentence(text: string): boolean {
  const words = text.split(' ').length;
  return words > MOST_WORDS_OF_A_NAME || (words > 2 && /\p{Ll}{2}\.$/u.test(text));
}

/** Digits are compared without their separators: 62,000 and 62.000 are one number. */
function compareSentences(original: string, translated: string, { file, complete }: Where, path: Path): Problem[] {
  const numbers = (text: string) => (text.match(NUMBER) ?? []).map((number) => number.replace(/\D/g, '')).sort();
  const [there, here] = [numbers(original), numbers(translated)];
  if (there.join() !== here.join())
    return [file.problem(path, `has the figures ${here.join(', ') || 'none'}; the original has ${there.join(', ') || 'none'}`)];
  const english = complete && original === translated && isSentence(original);
  return english ? [file.problem(path, 'is still the English text')] : [];
}

/* What of each kind of file is translated. */

function textsOfClaim({ title, card, figures, changes }: AuthorClaim): Shape<ClaimTexts> {
  const { brief, fact, claim, record, true: trueParts, missing, caveats } = card;
  return {
    title,
    card: { brief, fact, claim, record, true: trueParts, missing, caveats },
    figures: figures.map(({ value, what }) => ({ value, what })),
    changes: changes.map(({ what }) => what),
  };
}

function textsOfTopic({ title, points, caveats }: AuthorTopic): Shape<TopicTexts> {
  return { title, points: points.map(({ text }) => text), caveats };
}

function textsOfSeries({ title, unit, definition, not_counted, notes, bands, rates }: AuthorSeries): Shape<SeriesTexts> {
  const labels = (entries?: { label: string }[]) => entries?.map(({ label }) => label);
  return { title, unit, definition, not_counted, notes, bands: labels(bands), rates: labels(rates) };
}

function textsOfHelp({ emergency, topics, lines }: AuthorHelp): Shape<HelpTexts> {
  const texts = Object.entries(lines).map(([id, { operator, purpose, hours, languages }]) => [id, { operator, purpose, hours, languages }]);
  return { emergency, topics: topics.map(({ question, advice }) => ({ question, advice })), lines: Object.fromEntries(texts) };
}

/** An interface as plain texts: the same fields, known to be nothing else. */
type Shape<T> = { [K in keyof T]: T[K] } & { [name: string]: Texts | undefined };
