import type { Situation } from '../../lib/claims/types.ts';
import { createMatcher } from '../../lib/matching/index.ts';
import type { MatchPack } from '../../lib/matching/pack.ts';
import { checkCardText, checkTopicText } from './card-text.ts';
import { checkSites } from './check-sites.ts';
import { type DataFile, namesOf, readable } from './data-file.ts';
import type { AuthorClaim, Collection } from './load.ts';
import { type Problem, toLine } from './problems.ts';
import { checkRules } from './rule-checks.ts';

const LONGEST_QUOTE = 220;
/** How `claims -- new` writes what is to be filled in. */
const BLANK = /^<.*>$/;

/** Checks that need more than one file or the meaning of a field; the schemas have checked the shapes. */
export function checkCollection(collection: Collection): Problem[] {
  const sourceIds = new Set(Object.keys(collection.sources.value ?? {}));
  return [
    ...collection.claims
      .filter(readable)
      .flatMap((file) => [
        ...checkIdentity(file),
        ...checkLog(file),
        ...checkRefs(file, sourceIds, collection),
        ...checkTexts(file, collection),
      ]),
    ...checkTopics(collection, sourceIds),
    ...checkSeries(collection, sourceIds),
    ...checkHelp(collection, sourceIds),
    ...checkSites(collection.sites.filter(readable)),
  ];
}

/** The collection as `check` and `try` see it: claims on watch are matched like the others. What is shipped leaves them out. */
export function withWatched(collection: Collection): Collection {
  const claims = collection.claims.map((file) =>
    file.value?.status === 'watch' ? { ...file, value: { ...file.value, status: 'active' as const } } : file,
  );
  return { ...collection, claims };
}

/** Runs every example of every claim through the matcher, and asks what each rule is good for. */
export function checkExamples(collection: Collection, pack: MatchPack): Problem[] {
  const matcher = createMatcher(pack);
  const active = collection.claims.filter(readable).filter(({ value }) => value.status === 'active');
  const examples = active.flatMap((file) => {
    const { id, examples: own } = file.value;
    const finds = (text: string) => BLANK.test(text) || matcher.match(text).matches.some((match) => match.claim === id);
    return [
      ...own.match.flatMap((text, i) =>
        finds(text)
          ? []
          : [file.problem(['examples', 'match', i], `no rule of this claim finds it; \`claims -- try\` says why: ${short(text)}`)],
      ),
      ...own.no_match.flatMap((text, i) => {
        const found = matcher.match(text).matches;
        return found.length === 0
          ? []
          : [file.problem(['examples', 'no_match', i], `gets a card of ${found[0].claim} (${found[0].why.join('; ')}): ${short(text)}`)];
      }),
    ];
  });
  return [...examples, ...checkRules(active, pack, matcher)];
}

/** What stands in the way of claims whose shape is wrong: other commands than `check` go on without them, and have to say so. */
export function leftOut({ claims }: Pick<Collection, 'claims'>): string[] {
  const problems = claims.filter((file) => !readable(file)).flatMap((file) => file.problems);
  return problems.length === 0 ? [] : ['Left out until they are mended:', ...problems.map(toLine)];
}

function checkIdentity(file: DataFile<{ id: string; reviewed_on: string; review_by: string }>): Problem[] {
  const { id, reviewed_on: on, review_by: by } = file.value;
  return [
    ...(file.file.endsWith(`/${id}.yaml`) ? [] : [file.problem(['id'], `must be the file's name; rename one of them`)]),
    ...(by > on ? [] : [file.problem(['review_by'], 'must be later than reviewed_on')]),
  ];
}

/** The change log runs with time, and a claim was looked at when it was last changed. */
function checkLog(file: DataFile<AuthorClaim>): Problem[] {
  const { changes, reviewed_on: reviewed } = file.value;
  const late = changes.findIndex(({ date }, i) => i > 0 && date < changes[i - 1].date);
  const last = changes.at(-1)?.date ?? reviewed;
  return [
    ...(late > 0 ? [file.problem(['changes', late], 'is older than the entry before it; the oldest comes first')] : []),
    ...(reviewed < last ? [file.problem(['reviewed_on'], `is before the last change (${last}); set it to that day or later`)] : []),
  ];
}

/**
 * Reviews on a day that has not come: until then a text counts as newer than any correction that is sent.
 * @param today the day it is where it is latest, an ISO date.
 */
export function checkReviewDays(claims: readonly DataFile<AuthorClaim>[], today: string): Problem[] {
  return claims
    .filter((file) => readable(file) && file.value.reviewed_on > today)
    .map((file) => file.problem(['reviewed_on'], `is a day that has not come (today is ${today}); write the day of the review`));
}

/** What `claims -- new` left to be filled in, or else how the card is written. */
function checkTexts(file: DataFile<AuthorClaim>, collection: Collection): Problem[] {
  const blanks = checkBlanks(file);
  return blanks.length > 0 ? blanks : checkCardText(file, collection);
}

/** What is still to be filled in. It can be told of a file whose shape is wrong too; fields the schema complains of are left to it. */
export function checkBlanks(file: DataFile<AuthorClaim>): Problem[] {
  const known = new Set(file.problems.map(({ field }) => field));
  return blanksIn(file.value)
    .map((path) => file.problem(path, 'is still to be filled in, in your own words'))
    .filter(({ field }) => !known.has(field));
}

function blanksIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return BLANK.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, part]) => blanksIn(part, [...path, isList ? Number(name) : name]));
}

function checkRefs(file: DataFile<AuthorClaim>, sources: ReadonlySet<string>, collection: Collection): Problem[] {
  const { figures, sources: cited, card } = file.value;
  const series = namesOf(collection.series);
  return [
    ...cited.flatMap((id, i) =>
      sources.has(id) ? [] : [file.problem(['sources', i], `there is no source ${id} in claims-data/sources.yaml`)],
    ),
    ...figures.flatMap((figure, i) =>
      cited.includes(figure.source) ? [] : [file.problem(['figures', i, 'source'], `${figure.source} is not among this claim's sources`)],
    ),
    ...(card.series && !series.has(card.series) ? [file.problem(['card', 'series'], `there is no series ${card.series}`)] : []),
  ];
}

/** One line of a post, for a message. */
function short(text: string): string {
  return text.replaceAll('\n', ' ').slice(0, LONGEST_QUOTE);
}

function checkTopics({ topics, claims }: Collection, sources: ReadonlySet<string>): Problem[] {
  const claimIds = namesOf(claims);
  return topics
    .filter(readable)
    .flatMap((file) => [
      ...checkIdentity(file),
      ...file.value.points.flatMap(({ source }, i) =>
        sources.has(source) ? [] : [file.problem(['points', i, 'source'], `there is no source ${source} in claims-data/sources.yaml`)],
      ),
      ...file.value.claims.flatMap((id, i) => (claimIds.has(id) ? [] : [file.problem(['claims', i], `there is no claim ${id}`)])),
      ...checkTopicText(file),
    ]);
}

function checkSeries({ series }: Collection, sources: ReadonlySet<string>): Problem[] {
  return series.filter(readable).flatMap((file) => {
    const cited = [
      ...file.value.sources,
      ...file.rows.map(({ source }) => source),
      ...(file.value.rates ?? []).map(({ source }) => source),
    ];
    return [...new Set(cited)].filter((id) => !sources.has(id)).map((id) => file.problem(['sources'], `there is no source ${id}`));
  });
}

const SITUATIONS: readonly Situation[] = ['danger', 'exploited', 'witness', 'post', 'image'];

function checkHelp({ help }: Collection, sources: ReadonlySet<string>): Problem[] {
  return help
    .filter(readable)
    .flatMap((file) => [
      ...(file.file.endsWith(`/${file.value.country.toLowerCase()}.yaml`)
        ? []
        : [file.problem(['country'], `must be the file's name in capitals; rename one of them`)]),
      ...SITUATIONS.filter((situation) => file.value.topics.filter((topic) => topic.situation === situation).length !== 1).map(
        (situation) => file.problem(['topics'], `must answer the situation ${situation} exactly once`),
      ),
      ...Object.entries(file.value.lines).flatMap(([id, { source }]) =>
        sources.has(source) ? [] : [file.problem(['lines', id, 'source'], `there is no source ${source}`)],
      ),
      ...file.value.topics.flatMap(({ lines }, i) =>
        lines.filter((id) => !file.value.lines[id]).map((id) => file.problem(['topics', i, 'lines'], `there is no line ${id}`)),
      ),
      ...file.value.topics.flatMap(({ situation, lines }, i) =>
        situation === 'post' && lines.length > 0
          ? [file.problem(['topics', i, 'lines'], 'a rumour seen online never leads to a hotline')]
          : [],
      ),
    ]);
}
