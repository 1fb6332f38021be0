import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../tools/root.ts';
import { type DataFile, readable, readDataFile, readFolder } from './data-file.ts';

/** A claim's texts in another language, entry by entry. */
export interface ClaimTexts {
  title: string;
  card: {
    brief: string;
    fact: string;
    claim: string;
    record: string[];
    true: string[];
    missing: string[];
    caveats?: string[];
  };
  figures: { value: string; what: string }[];
  /** What each entry of the change log says, in its order. */
  changes: string[];
}

/** A topic's texts in another language. */
export interface TopicTexts {
  title: string;
  points: string[];
  caveats?: string[];
}

/** A series' texts in another language; bands and rates are their labels. */
export interface SeriesTexts {
  title: string;
  unit: string;
  definition: string;
  not_counted: string[];
  notes: string[];
  bands?: string[];
  rates?: string[];
}

/** What a country's help says in another language. Names of lines are proper names and stay. */
export interface HelpTexts {
  emergency: string;
  topics: { question: string; advice: string[] }[];
  /** By id of the line. */
  lines: Record<string, { operator: string; purpose: string; hours?: string; languages?: string }>;
}

type Texts<T> = ReadonlyMap<string, DataFile<T>>;

/** One language of `claims-data/translations`; its texts by the id of the original, help by the country in lower case. */
export interface Language {
  code: string;
  about: DataFile<{ name: string; status: 'draft' | 'complete'; never?: string[] }>;
  claims: Texts<ClaimTexts>;
  topics: Texts<TopicTexts>;
  series: Texts<SeriesTexts>;
  help: Texts<HelpTexts>;
}

/** Where languages stand, from the root. */
export const LANGUAGES = 'claims-data/translations';
/** The folders of a language; each holds files named as the originals. */
export const KINDS = ['claims', 'topics', 'series', 'help'] as const;
export type Kind = (typeof KINDS)[number];
export const TRANSLATION_SCHEMAS: Record<Kind, string> = {
  claims: 'claim-translation.schema.json',
  topics: 'topic-translation.schema.json',
  series: 'series-translation.schema.json',
  help: 'help-translation.schema.json',
};
const SCHEMA = 'claims-data/schema';

/** Reads every language that has a folder. Problems are collected, not thrown. */
export function readLanguages(): Language[] {
  if (!existsSync(join(ROOT, LANGUAGES))) return [];
  return readdirSync(join(ROOT, LANGUAGES)).map((code) => {
    const folder = `${LANGUAGES}/${code}`;
    const read = <T>(kind: Kind) => byName(readFolder<T>(`${folder}/${kind}`, `${SCHEMA}/${TRANSLATION_SCHEMAS[kind]}`));
    return {
      code,
      about: readDataFile(join(ROOT, folder, 'language.yaml'), `${SCHEMA}/language.schema.json`),
      claims: read('claims'),
      topics: read('topics'),
      series: read('series'),
      help: read('help'),
    };
  });
}

/** All files of a language, whatever they translate. */
export function filesOf({ about, claims, topics, series, help }: Language): DataFile<unknown>[] {
  return [about, ...[claims, topics, series, help].flatMap((texts) => [...texts.values()])];
}

/** The language without the files whose shape is wrong: what they translate stays English. */
export function soundTexts(language: Language): Language {
  const sound = <T>(texts: Texts<T>): Texts<T> => new Map([...texts].filter(([, file]) => readable(file)));
  const { claims, topics, series, help } = language;
  return { ...language, claims: sound(claims), topics: sound(topics), series: sound(series), help: sound(help) };
}

function byName<T>(files: DataFile<T>[]): Texts<T> {
  return new Map(files.map((file) => [basename(file.file, '.yaml'), file]));
}
