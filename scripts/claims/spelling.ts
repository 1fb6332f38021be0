import { originalsOf, type Texts } from './check-language.ts';
import { type DataFile, readable } from './data-file.ts';
import { KINDS } from './languages.ts';
import type { Collection } from './load.ts';
import type { Problem } from './problems.ts';

type Path = (string | number)[];

/** Where a sentence may begin, or a text within quotation marks. */
const BEGINNING = `(?:^|[.:?!"'“‘]\\s*)`;

/** A day before its month, as few Americans write it. */
const DAY_FIRST = /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** A British spelling in a text, as it stands there, and the American one. */
export interface British {
  found: string;
  american: string;
}

/** English texts spell and date as Americans do, since most of their readers are: cards, topics, series, help, and who publishes. */
export function checkSpelling(collection: Collection): Problem[] {
  const spelling = collection.spelling.value ?? {};
  const originals = originalsOf(collection);
  const texts = KINDS.flatMap((kind) => {
    const files: DataFile<unknown>[] = collection[kind];
    return files.filter(readable).map((file, i): [DataFile<unknown>, Texts] => [file, originals[kind][i][1]]);
  });
  return [...texts, [collection.sources, publishersOf(collection)] as const].flatMap(([file, written]) =>
    sentencesIn(written).flatMap(([path, text]) => checkSentence(file, path, text, spelling)),
  );
}

/** What is written here about a document; its title is its author's. */
function publishersOf({ sources }: Collection): Texts {
  const own = Object.entries(sources.value ?? {}).map(([id, { publisher, short, note }]) => [id, { publisher, short, note }]);
  return Object.fromEntries(own);
}

function checkSentence(file: DataFile<unknown>, path: Path, text: string, spelling: Readonly<Record<string, string>>): Problem[] {
  const day = DAY_FIRST.exec(text);
  return [
    ...britishIn(text, spelling).map(({ found, american }) =>
      file.problem(path, `spells "${found}" another way; English texts here are American: "${american}"`),
    ),
    ...(day ? [file.problem(path, `has the day before the month, "${day[0]}"; English texts here are American: "July 4, 2026"`)] : []),
  ];
}

/**
 * The British spellings in an English text. A word with a capital is a name, unless it begins a sentence; one after a hyphen is part
 * of an id.
 * @param spelling British words in lower case, each with the American one: `claims-data/spelling.yaml`.
 */
export function britishIn(text: string, spelling: Readonly<Record<string, string>>): British[] {
  const words = Object.keys(spelling);
  if (words.length === 0) return [];
  const capitalised = words.map((word) => word[0].toUpperCase() + word.slice(1));
  const pattern = new RegExp(
    `(?<![\\p{L}-])(?:${words.join('|')})(?!\\p{L})|(?<=${BEGINNING})(?:${capitalised.join('|')})(?!\\p{L})`,
    'gu',
  );
  return [...text.matchAll(pattern)].map(([found]) => ({ found, american: spelling[found] ?? spelling[found.toLowerCase()] }));
}

function sentencesIn(texts: Texts | undefined, path: Path = []): [path: Path, text: string][] {
  if (texts === undefined) return [];
  if (typeof texts === 'string') return [[path, texts]];
  if (Array.isArray(texts)) return texts.flatMap((text, i) => sentencesIn(text, [...path, i]));
  return Object.entries(texts).flatMap(([name, text]) => sentencesIn(text, [...path, name]));
}
