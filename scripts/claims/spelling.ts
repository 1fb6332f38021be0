import { readable } from './check.ts';
import { originalsOf, type Texts } from './check-language.ts';
import type { DataFile } from './data-file.ts';
import { KINDS } from './languages.ts';
import type { Collection } from './load.ts';
import type { Problem } from './problems.ts';

/** Where a sentence may begin, or a text within quotation marks. */
const BEGINNING = `(?:^|[.:?!"'“‘]\\s*)`;

/** A British spelling in a text, as it stands there, and the American one. */
export interface British {
  found: string;
  american: string;
}

/** English texts are in American spelling, since most of their readers are: cards, topics, series and help. */
export function checkSpelling(collection: Collection): Problem[] {
  const spelling = collection.spelling.value ?? {};
  const originals = originalsOf(collection);
  return KINDS.flatMap((kind) => {
    const files: DataFile<unknown>[] = collection[kind];
    return files
      .filter(readable)
      .flatMap((file, i) =>
        sentencesIn(originals[kind][i][1]).flatMap(([path, text]) =>
          britishIn(text, spelling).map(({ found, american }) =>
            file.problem(path, `spells "${found}" the British way; English texts here are American: "${american}"`),
          ),
        ),
      );
  });
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
  return [...text.matchAll(pattern)].map(([found]) => ({ found, american: spelling[found.toLowerCase()] }));
}

function sentencesIn(texts: Texts | undefined, path: (string | number)[] = []): [path: (string | number)[], text: string][] {
  if (texts === undefined) return [];
  if (typeof texts === 'string') return [[path, texts]];
  if (Array.isArray(texts)) return texts.flatMap((text, i) => sentencesIn(text, [...path, i]));
  return Object.entries(texts).flatMap(([name, text]) => sentencesIn(text, [...path, name]));
}
