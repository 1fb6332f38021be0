import type { Claim, Figure, Headline, Help, HelpLine, HelpTopic, Series, SeriesRow, Source, Topic } from '../claims/types.ts';
import { list, maybe, object, oneOf, quantity, type Shape, ShapeError, text, whole } from './shape.ts';
import { type PartName, type UpdateParts, UpdateRefused } from './types.ts';

/**
 * The form of everything an update may hold: texts, numbers, dates and https addresses. No rules, no markup, nothing that runs.
 * What is longer or more than anything in the package by far is refused.
 */

const id = text(60, /^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = text(10, /^20\d\d-[01]\d-[0-3]\d$/);
/** A year, a month or a day; in a headline, words for it. */
const date = text(30);
const address = text(500, /^https:\/\/[^\s"'<>\\^`{|}]+$/);
const line = text(200);
const paragraph = text(1000);
const paragraphs = list(paragraph, 12);

const headline = object<Headline>({ id, brief: text(90), publisher: text(60), date: maybe(date), url: address });

/** Lines of closed cards. */
export const headlines = list(headline, 2000, 1);

const figure = object<Figure>({ value: text(60), what: paragraph, source: id });

const claim = object<Claim>({
  id,
  title: line,
  family: id,
  status: oneOf('active', 'watch', 'retired'),
  verdict: oneOf('no-evidence', 'misleading', 'missing-context', 'outdated'),
  claim: paragraph,
  brief: text(90),
  fact: text(300),
  record: paragraphs,
  trueParts: paragraphs,
  missing: paragraphs,
  caveats: paragraphs,
  figures: list(figure, 30),
  series: maybe(id),
  sources: list(id, 40, 1),
  reviewedOn: day,
  reviewBy: day,
  changes: list(object<Claim['changes'][number]>({ date: day, what: paragraph }), 100),
});

const source = object<Source>({
  id,
  title: text(300),
  language: maybe(text(2, /^[a-z]{2}$/)),
  publisher: line,
  kind: oneOf('primary-data', 'government', 'intergovernmental', 'research', 'fact-check', 'news', 'ngo', 'company'),
  date: maybe(date),
  url: address,
  archive: maybe(address),
  seen: day,
  note: maybe(paragraph),
});
const sources = list(source, 3000);

const libraryTopic = object<Topic>({
  id,
  title: line,
  points: list(object<Topic['points'][number]>({ text: paragraph, source: id }), 30, 1),
  caveats: paragraphs,
  claims: list(id, 60),
  reviewedOn: day,
  reviewBy: day,
});

const row = object<SeriesRow>({ year: whole(1900, 2200), value: quantity(0, 1e12), status: oneOf('read', 'chart'), source: id });

const series = object<Series>({
  id,
  title: line,
  unit: line,
  yearPrefix: oneOf('FY', ''),
  definition: paragraph,
  notCounted: paragraphs,
  notes: list(paragraph, 30),
  bands: list(object<Series['bands'][number]>({ label: line, from: whole(1900, 2200), to: whole(1900, 2200) }), 30),
  rows: list(row, 300, 1),
  rates: list(object<Series['rates'][number]>({ label: line, percent: quantity(0, 100), source: id }), 60),
  sources: list(id, 40, 1),
});

const helpLine = object<HelpLine>({
  id,
  name: line,
  operator: line,
  purpose: paragraph,
  phone: maybe(text(40, /^[0-9A-Z+() -]+$/)),
  text: maybe(line),
  web: maybe(address),
  hours: maybe(line),
  languages: maybe(line),
  verifiedOn: day,
  source: id,
});

const situation = oneOf('danger', 'exploited', 'witness', 'post', 'image');
const topicFields = object<HelpTopic>({ situation, question: line, advice: list(paragraph, 12, 1), lines: list(id, 3) });

/** A post seen online never leads to a hotline, whoever signed it. */
const topic: Shape<HelpTopic> = (value, place) => {
  const read = topicFields(value, place);
  if (read.situation === 'post' && read.lines.length > 0) throw new ShapeError(`${place}.lines`, 'empty');
  return read;
};

const help = object<Help>({
  country: text(2, /^[A-Z]{2}$/),
  emergency: line,
  topics: list(topic, 10, 1),
  lines: list(helpLine, 40),
});

const FORMS: { [P in PartName]: Shape<UpdateParts[P]> } = {
  headlines,
  claims: object<UpdateParts['claims']>({
    version: text(40),
    builtFrom: day,
    claims: list(claim, 2000, 1),
    topics: list(libraryTopic, 200),
    sources,
  }),
  series: object<UpdateParts['series']>({ series: list(series, 200), sources }),
  help: object<UpdateParts['help']>({ help: list(help, 250) }),
};

/**
 * Reads one file of an update.
 * @throws UpdateRefused of kind `format` for text that is no JSON, or JSON of another form; says where.
 */
export function readPart<P extends PartName>(part: P, json: string): UpdateParts[P] {
  try {
    return FORMS[part](JSON.parse(json), part);
  } catch (error) {
    throw new UpdateRefused('format', error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads all files of an update in one language.
 * @throws UpdateRefused of kind `format` for a file of another form, and for a reference to what is not there.
 */
export function readParts({ headlines, claims, series, help }: Record<PartName, string>): UpdateParts {
  const parts = {
    headlines: readPart('headlines', headlines),
    claims: readPart('claims', claims),
    series: readPart('series', series),
    help: readPart('help', help),
  };
  checkReferences(parts);
  return parts;
}

/** Everything that a text refers to is there, so that no card opens half empty. */
function checkReferences({ headlines, claims, series, help }: UpdateParts): void {
  const titles = new Set(claims.claims.map((one) => one.id));
  const known = new Set(claims.sources.map((one) => one.id));
  const charts = new Set(series.series.map((one) => one.id));
  const inSeries = new Set(series.sources.map((one) => one.id));
  const missing = [
    ...headlines.filter((one) => !titles.has(one.id)).map((one) => `the claim ${one.id}`),
    ...claims.claims.flatMap((one) => [...one.sources, ...one.figures.map((each) => each.source)].filter((each) => !known.has(each))),
    ...claims.claims.flatMap((one) => (one.series && !charts.has(one.series) ? [`the series ${one.series}`] : [])),
    ...claims.topics.flatMap((one) => one.points.map((each) => each.source).filter((each) => !known.has(each))),
    ...claims.topics.flatMap((one) => one.claims.filter((each) => !titles.has(each)).map((each) => `the claim ${each}`)),
    ...series.series.flatMap((one) => sourcesOf(one).filter((each) => !inSeries.has(each))),
    ...help.help.flatMap(({ topics, lines }) => topics.flatMap((one) => one.lines.filter((each) => !lines.some((own) => own.id === each)))),
  ];
  if (missing.length > 0) throw new UpdateRefused('format', `${missing[0]} is referred to and not there`);
}

function sourcesOf({ sources, rows, rates }: Series): string[] {
  return [...sources, ...[...rows, ...rates].map(({ source }) => source)];
}
