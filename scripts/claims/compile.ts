import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monthInWords } from '../../components/ui/dates.ts';
import type { Claim, Evidence, EvidenceParts, Headline, Topic } from '../../lib/claims/types.ts';
import type { Localised } from '../../lib/language.ts';
import type { GatePack } from '../../lib/matching/gate.ts';
import type { MatchPack } from '../../lib/matching/pack.ts';
import type { Site } from '../../lib/sites/site.ts';
import { ROOT } from '../tools/root.ts';
import { checkTranslatedCards } from './card-translation.ts';
import { checkBlanks, checkCollection } from './check.ts';
import { checkLanguage } from './check-language.ts';
import { checkSources } from './check-sources.ts';
import { compileRules } from './compile-rules.ts';
import { type DataFile, readable } from './data-file.ts';
import { filesOf, type Language, soundTexts } from './languages.ts';
import { type AuthorClaim, type AuthorTopic, type Collection, loadCollection } from './load.ts';
import { DataError, type Problem } from './problems.ts';
import { checkSpelling } from './spelling.ts';
import { translateEvidence, translateHeadlines } from './translate.ts';

/** All that the build writes into `generated/`. */
export interface Packs {
  'match-pack': MatchPack;
  'gate-pack': GatePack;
  headlines: Localised<Headline[]>;
  evidence: Localised<Evidence>;
  sites: Site[];
}

/**
 * Reads, checks and compiles the data.
 * @throws DataError when anything is wrong, naming file, line and field.
 */
export function compilePacks(): Packs {
  const { packs, problems } = tryCompile(loadCollection());
  if (problems.length > 0) throw new DataError(problems);
  return packs;
}

/**
 * Compiles what can be compiled and says what cannot.
 * @throws DataError when a file that all others rest on has the wrong shape: whatever was said of the rest would be wrong too.
 */
export function tryCompile(collection: Collection): { packs: Packs; problems: Problem[] } {
  const { sources, words, compounds, stance, signs, signWeights, spelling, lexicons, claims, series, help, topics, sites } = collection;
  const shared: DataFile<unknown>[] = [sources, words, compounds, stance, signs, signWeights, spelling, ...lexicons];
  const texts = collection.languages.flatMap(filesOf);
  const problems = [...shared, ...claims, ...series, ...help, ...topics, ...sites, ...texts].flatMap((file) => file.problems);
  if (!shared.every(readable)) throw new DataError(problems);
  const sound: Collection = {
    ...collection,
    claims: claims.filter(readable),
    series: series.filter(readable),
    help: help.filter(readable),
    topics: topics.filter(readable),
  };
  problems.push(...claims.filter((file) => !readable(file)).flatMap(checkBlanks));
  problems.push(...checkCollection(collection), ...checkSources(collection), ...checkSpelling(sound));
  problems.push(...collection.languages.flatMap((language) => [...checkLanguage(language, collection), ...checkTranslatedCards(language)]));
  const { match, gate } = compileRules(sound, problems);
  const evidence = toEvidence(sound);
  const shipped = collection.languages.filter(({ about }) => about.value?.status === 'complete').map(soundTexts);
  return {
    packs: {
      'match-pack': match,
      'gate-pack': gate,
      headlines: datedInWords(inLanguages(toHeadlines(sound), shipped, translateHeadlines)),
      evidence: inLanguages(evidence, shipped, translateEvidence),
      sites: sites.filter(readable).map(({ value }) => value),
    },
    problems,
  };
}

function inLanguages<T>(english: T, languages: readonly Language[], translate: (english: T, language: Language) => T): Localised<T> {
  return { en: english, ...Object.fromEntries(languages.map((language) => [language.code, translate(english, language)])) };
}

/** Writes the packs as JSON into `generated/`. */
export function writePacks(packs: Packs): void {
  const folder = join(ROOT, 'generated');
  mkdirSync(folder, { recursive: true });
  const { 'match-pack': match, ...others } = packs;
  const { names, ...shipped } = match;
  const files = { 'match-pack': shipped, 'concept-names': names, ...others };
  for (const [name, pack] of Object.entries(files)) writeFileSync(join(folder, `${name}.json`), JSON.stringify(pack));
  const { version, builtFrom } = packs.evidence.en;
  writeFileSync(join(folder, 'about.json'), JSON.stringify({ version, builtFrom }));
  writeParts(join(folder, 'evidence'), packs.evidence);
}

/** The evidence once more, in a file a language and part: what a page loads before it can show anything stays small. */
function writeParts(folder: string, evidence: Localised<Evidence>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [language, whole] of Object.entries(evidence)) {
    for (const [part, content] of Object.entries(partsOf(whole as Evidence)))
      writeFileSync(join(folder, `${language}.${part}.json`), JSON.stringify(content));
  }
}

/** The evidence as its readers load it. */
export function partsOf({ version, builtFrom, claims, topics, sources, series, help }: Evidence): EvidenceParts {
  const cited = new Set(series.flatMap((one) => [...one.sources, ...[...one.rows, ...one.rates].map(({ source }) => source)]));
  return {
    claims: { version, builtFrom, claims, topics, sources },
    series: { series, sources: sources.filter(({ id }) => cited.has(id)) },
    help: { help },
  };
}

function toHeadlines({ claims, sources }: Collection): Headline[] {
  return claims.map(({ value }) => {
    const leading = sources.value[value.sources[0]];
    return {
      id: value.id,
      brief: value.card.brief.trim(),
      publisher: leading?.short ?? leading?.publisher ?? '',
      date: leading?.date,
      url: leading?.url ?? '',
    };
  });
}

/** A closed card must not wait until a browser has loaded its calendars: that takes longer than drawing it. */
function datedInWords(byLanguage: Localised<Headline[]>): Localised<Headline[]> {
  const dated = (lang: string) => (line: Headline) => ({ ...line, date: line.date && monthInWords(line.date, lang) });
  return Object.fromEntries(Object.entries(byLanguage).map(([lang, lines = []]) => [lang, lines.map(dated(lang))])) as Localised<
    Headline[]
  >;
}

function toEvidence(collection: Collection): Evidence {
  const content = {
    claims: collection.claims.map(({ value }) => toClaim(value)),
    topics: collection.topics.map(({ value }) => toTopic(value)),
    sources: Object.entries(collection.sources.value ?? {}).map(([id, { short: _, ...source }]) => ({ id, ...source })),
    series: longestFirst(collection.series).map(({ value, rows }) => ({
      id: value.id,
      title: value.title,
      unit: value.unit,
      yearPrefix: value.year_prefix,
      definition: value.definition,
      notCounted: value.not_counted,
      notes: value.notes,
      bands: value.bands ?? [],
      rows,
      rates: value.rates ?? [],
      sources: value.sources,
    })),
    help: collection.help.map(({ value }) => ({
      country: value.country,
      emergency: value.emergency,
      topics: value.topics,
      lines: Object.entries(value.lines).map(([id, { verified_on, ...line }]) => ({ id, ...line, verifiedOn: verified_on })),
    })),
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  const reviewed =
    collection.claims
      .map(({ value }) => value.reviewed_on)
      .sort()
      .at(-1) ?? '';
  return { version, builtFrom: reviewed, ...content };
}

/** The longest series is the one the popup opens with. */
function longestFirst(series: Collection['series']): Collection['series'] {
  return series.toSorted((a, b) => b.rows.length - a.rows.length);
}

function toClaim({ id, title, family, status, verdict, card, figures, sources, reviewed_on, review_by, changes }: AuthorClaim): Claim {
  const { brief, fact, claim, record, missing, caveats, series } = card;
  return {
    id,
    title,
    family,
    status,
    verdict,
    brief: brief.trim(),
    fact: fact.trim(),
    claim: claim.trim(),
    record,
    trueParts: card.true,
    missing,
    caveats: caveats ?? [],
    figures,
    ...(series ? { series } : {}),
    sources,
    reviewedOn: reviewed_on,
    reviewBy: review_by,
    changes,
  };
}

function toTopic({ id, title, points, caveats = [], claims, reviewed_on, review_by }: AuthorTopic): Topic {
  return { id, title, points, caveats, claims, reviewedOn: reviewed_on, reviewBy: review_by };
}
