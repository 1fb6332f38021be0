import type { DataFile } from './data-file.ts';
import type { ClaimTexts, HelpTexts, Language, SeriesTexts, TopicTexts } from './languages.ts';
import type { AuthorClaim, AuthorHelp, AuthorSeries, AuthorTopic, Collection } from './load.ts';
import type { Problem } from './problems.ts';

/** Texts in the shape of a file: a sentence, a list, or texts under names. Empty lists count as absent. */
type Texts = string | Texts[] | { [name: string]: Texts | undefined };
type Path = (string | number)[];

/** Figures that a translation must carry over unchanged. */
const NUMBER = /\d+(?:[.,\u00a0\u202f ]\d{3})*/g;

/**
 * What is wrong with a language: texts of another shape than the original, figures that differ, translations of nothing, and,
 * when it is complete, texts that are missing.
 */
export function checkLanguage(language: Language, { claims, topics, series, help }: Collection): Problem[] {
  return [
    ...checkKind(
      language,
      'claims',
      claims.map(({ value }) => [value.id, textsOfClaim(value)]),
    ),
    ...checkKind(
      language,
      'topics',
      topics.map(({ value }) => [value.id, textsOfTopic(value)]),
    ),
    ...checkKind(
      language,
      'series',
      series.map(({ value }) => [value.id, textsOfSeries(value)]),
    ),
    ...checkKind(
      language,
      'help',
      help.map(({ value }) => [value.country.toLowerCase(), textsOfHelp(value)]),
    ),
  ];
}

function checkKind(language: Language, kind: 'claims' | 'topics' | 'series' | 'help', originals: [id: string, Texts][]): Problem[] {
  const { about } = language;
  const files: ReadonlyMap<string, DataFile<unknown>> = language[kind];
  const ids = new Set(originals.map(([id]) => id));
  const orphans = [...files]
    .filter(([id]) => !ids.has(id))
    .map(([id, file]) => file.problem([], `translates nothing: there is no ${kind}/${id}.yaml`));
  const compared = originals.flatMap(([id, original]) => {
    const file = files.get(id);
    if (file) return file.problems.length > 0 ? [] : compare(original, file.value as Texts, file, []);
    return about.value?.status === 'complete'
      ? [about.problem(['status'], `${kind}/${id} is not translated yet; add ${kind}/${id}.yaml, or set this to draft`)]
      : [];
  });
  return [...orphans, ...compared];
}

function compare(original: Texts | undefined, here: Texts | undefined, file: DataFile<unknown>, path: Path): Problem[] {
  if (typeof original === 'string' && typeof here === 'string') return sameNumbers(original, here, file, path);
  if (Array.isArray(original ?? here) && Array.isArray(here ?? original)) {
    const [there, own] = [(original ?? []) as Texts[], (here ?? []) as Texts[]];
    if (there.length !== own.length) return [file.problem(path, `has ${own.length} entries, the original ${there.length}`)];
    return there.flatMap((text, i) => compare(text, own[i], file, [...path, i]));
  }
  if (original === undefined) return here === undefined ? [] : [file.problem(path, 'is not in the original; remove it')];
  if (here === undefined || typeof original === 'string' || typeof here === 'string')
    return [file.problem(path, 'is not translated yet, as it is in the original')];
  const names = new Set([...Object.keys(original), ...Object.keys(here)]);
  return [...names].flatMap((name) => compare(named(original, name), named(here, name), file, [...path, name]));
}

function named(texts: Texts, name: string): Texts | undefined {
  return (texts as Record<string, Texts | undefined>)[name];
}

/** Digits are compared without their separators: 62,000 and 62.000 are one number. */
function sameNumbers(original: string, translated: string, file: DataFile<unknown>, path: Path): Problem[] {
  const numbers = (text: string) => (text.match(NUMBER) ?? []).map((number) => number.replace(/\D/g, '')).sort();
  const [there, here] = [numbers(original), numbers(translated)];
  return there.join() === here.join()
    ? []
    : [file.problem(path, `has the figures ${here.join(', ') || 'none'}; the original has ${there.join(', ') || 'none'}`)];
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
