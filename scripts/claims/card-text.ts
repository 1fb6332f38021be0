import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { DataFile } from './data-file.ts';
import type { ClaimTexts } from './languages.ts';
import type { AuthorClaim, AuthorTopic, Collection } from './load.ts';
import type { Problem } from './problems.ts';

export const MOST_FACT_WORDS = 30;
export const MOST_CARD_WORDS = 110;
/** Characters of the source's name on a closed card, which has two lines for everything. */
const LONGEST_SOURCE_NAME = 24;
/** School grade by Flesch–Kincaid, over the whole card. */
const HIGHEST_GRADE = 9;
/** What a card says in no language: the name of a side, and anything aloud. */
const NAMED = /\b(trump|biden|obama|clinton|harris|republicans?|democrats?|gop|maga)\b|[!¡]/i;
/** Words that scold, alarm or address the reader. */
const BANNED = /\b(fake|lie|lies|lying|liar|hoax|debunk\w*|you|your|they|idiots?|crazy|nonsense)\b/i;
const FIGURE = /\d[\d.,]*\s?%?/g;
const YEAR = /^(1[89]|20)\d\d$/;
/** Capitals that name nobody: fiscal years, countries, laws, things. */
const NO_NAME = /\b(FY|US|UK|EU|AI|QR|SB|TV|USC|LGBT|COVID|SEAL|OK)\b/g;
/** Other ways to say who counted: an agency's initials, a named kind of body, or that nothing was found. */
const ATTRIBUTED =
  /\b[A-Z]{2,}\b|\b(inspector general|audit|study|survey|department|agency|police|court)\b|\bNo (\w+ )?(source|study|count|record|evidence)\b/;
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

export type Field = [path: (string | number)[], text: string];

/**
 * Checks how a card is written: its length, its level, the words it must not use, that its brief gives no figure of its own,
 * and that every figure says who counted.
 */
export function checkCardText(file: DataFile<AuthorClaim>, collection: Collection): Problem[] {
  const fields = cardFields(file.value);
  const [, fact, ...open] = fields;
  const openWords = open.reduce((sum, [, text]) => sum + wordsOf(text).length, 0);
  return [
    ...(wordsOf(fact[1]).length > MOST_FACT_WORDS
      ? [file.problem(fact[0], `has ${wordsOf(fact[1]).length} words; at most ${MOST_FACT_WORDS}`)]
      : []),
    ...(openWords > MOST_CARD_WORDS ? [file.problem(['card'], `has ${openWords} words when open; at most ${MOST_CARD_WORDS}`)] : []),
    ...checkGrade(file, ['card'], fields),
    ...checkBriefFigures(file),
    ...checkSourceName(file, collection),
    ...checkBanned(file, [...fields, ...otherFields(file.value)], publishersOf(file.value, collection)),
    ...checkAttribution(file, fields, collection),
  ];
}

/** A topic is written like a card: no side is named, nobody is scolded, and it is easy to read. */
export function checkTopicText(file: DataFile<AuthorTopic>): Problem[] {
  const { title, points, caveats = [] } = file.value;
  const texts: Field[] = [
    ...points.map(({ text }, i): Field => [['points', i, 'text'], text]),
    ...caveats.map((text, i): Field => [['caveats', i], text]),
  ];
  return [...checkGrade(file, [], texts), ...checkBanned(file, [[['title'], title], ...texts], [])];
}

/** The texts of a card, in any language. */
export function cardFields({ card }: Pick<ClaimTexts, 'card'>): Field[] {
  const lists = (['record', 'true', 'missing', 'caveats'] as const).flatMap((name) =>
    (card[name] ?? []).map((text, i): Field => [['card', name, i], text]),
  );
  const sentences = (['brief', 'fact', 'claim'] as const).map((name): Field => [['card', name], card[name]]);
  return [...sentences, ...lists];
}

/** What is shown of a claim beside its card. */
export function otherFields({ title, figures }: Pick<ClaimTexts, 'title' | 'figures'>): Field[] {
  return [[['title'], title], ...figures.map(({ what }, i): Field => [['figures', i, 'what'], what])];
}

function checkGrade(file: DataFile<unknown>, path: string[], fields: readonly Field[]): Problem[] {
  const grade = gradeOf(fields.map(([, text]) => text).join(' '));
  return grade > HIGHEST_GRADE
    ? [file.problem(path, `reads at school grade ${grade.toFixed(1)}; at most ${HIGHEST_GRADE}. Shorter words and sentences help`)]
    : [];
}

/** What a brief counts, the opened card explains: no figure stands in the brief alone. */
function checkBriefFigures(file: DataFile<AuthorClaim>): Problem[] {
  const [[path, brief], ...rest] = cardFields(file.value);
  const values = file.value.figures.map(({ value }) => value);
  const explained = new Set([...rest.map(([, text]) => text), ...values].flatMap(figuresIn));
  return figuresIn(brief)
    .filter((figure) => !explained.has(figure))
    .map((figure) => file.problem(path, `gives the figure ${figure}, which the rest of the card does not`));
}

function checkSourceName(file: DataFile<AuthorClaim>, collection: Collection): Problem[] {
  const [leading] = file.value.sources;
  const source = collection.sources.value[leading];
  const name = source?.short ?? source?.publisher ?? '';
  return name.length > LONGEST_SOURCE_NAME
    ? [
        file.problem(
          ['sources', 0],
          `shows "${name}" on the closed card; give ${leading} a "short" name of at most ${LONGEST_SOURCE_NAME} characters`,
        ),
      ]
    : [];
}

function checkBanned(file: DataFile<unknown>, fields: readonly Field[], publishers: readonly string[]): Problem[] {
  return fields.flatMap(([path, text]) => {
    const own = publishers.reduce((rest, name) => rest.replaceAll(name, ''), text);
    return bannedIn(file, path, own, BANNED);
  });
}

/** A word that a text must not use: one banned in all languages, or one of this language's own. */
export function bannedIn(file: DataFile<unknown>, path: (string | number)[], text: string, own?: RegExp): Problem[] {
  const word = NAMED.exec(text) ?? own?.exec(text);
  return word ? [file.problem(path, `uses "${word[0]}"; cards name no person or party, scold nobody and do not address the reader`)] : [];
}

/** A sentence with a figure names a publisher, or follows one in the same entry that does. The closed card names the brief's. */
function checkAttribution(file: DataFile<AuthorClaim>, fields: readonly Field[], collection: Collection): Problem[] {
  const names = namesOf(file.value, collection);
  return fields
    .filter(([[, name]]) => name !== 'brief' && name !== 'claim')
    .flatMap(([path, text]) => {
      let named = false;
      return [...SENTENCES.segment(text)].flatMap(({ segment }) => {
        named ||= ATTRIBUTED.test(segment.replace(NO_NAME, '')) || names.some((name) => segment.includes(name));
        return hasFigure(segment) && !named
          ? [file.problem(path, `gives a figure without saying who counted it: "${segment.trim()}"`)]
          : [];
      });
    });
}

function hasFigure(sentence: string): boolean {
  return figuresIn(sentence).some((figure) => !YEAR.test(figure));
}

function figuresIn(text: string): string[] {
  return [...text.matchAll(FIGURE)].map(([figure]) => figure.replace(/[.,\s%]+$/, ''));
}

function publishersOf({ sources }: AuthorClaim, collection: Collection): string[] {
  return sources.flatMap((id) => collection.sources.value[id]?.publisher ?? []);
}

/** Names by which a card may call its sources: the capitalised words of their publishers. */
function namesOf(claim: AuthorClaim, collection: Collection): string[] {
  return publishersOf(claim, collection)
    .flatMap((name) => name.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 1 && !COMMON.has(word));
}

/** Capitalised words of publishers that name nobody by themselves. */
const COMMON = new Set([
  'The',
  'Fact',
  'Check',
  'News',
  'Child',
  'Children',
  'Human',
  'Trafficking',
  'Missing',
  'International',
  'National',
  'United',
  'States',
  'State',
]);

/** Words as a reader counts them: a number in groups, `448 000`, is one. */
export function wordsOf(text: string): string[] {
  return text.split(/[ \n]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function gradeOf(text: string): number {
  const words = text.match(/[\p{L}'’]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: [...SENTENCES.segment(text)].length, word: words.length, syllable: syllables });
}
