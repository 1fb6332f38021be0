import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { csvParse } from 'd3-dsv';
import type { CardKind, ClaimStatus, HelpLine, RowStatus, Situation, SourceKind, Verdict } from '../../lib/claims/types.ts';
import type { Site } from '../../lib/sites/site.ts';
import { ROOT } from '../tools/root.ts';
import { type DataFile, readDataFile, readFolder } from './data-file.ts';
import { type ClaimTexts, type Language, readLanguages } from './languages.ts';

/** A condition as people write it: see `claims-data/schema/claim.schema.json`. */
export type AuthorNode =
  | string
  | { any: AuthorNode[] }
  | { all: AuthorNode[]; within?: number | 'clause' | 'sentence' | 'post' }
  | { order: AuthorNode[]; gap?: number }
  | { number: { min: number; max: number; of: string; gap?: number } };

export interface AuthorRule {
  id: string;
  kind?: CardKind;
  all?: AuthorNode[];
  any?: AuthorNode[];
  none?: AuthorNode[];
  tags?: string[];
  within?: number | 'clause' | 'sentence' | 'post';
  confidence?: number;
  ignore?: string[];
}

export interface AuthorClaim {
  id: string;
  family: string;
  status: ClaimStatus;
  title: string;
  verdict: Verdict;
  reviewed_on: string;
  review_by: string;
  card: ClaimTexts['card'] & { series?: string };
  figures: { value: string; what: string; source: string }[];
  sources: string[];
  specific?: number;
  words?: Record<string, (string | number)[]>;
  rules: AuthorRule[];
  examples: { match: string[]; no_match: string[] };
  changes: { date: string; what: string }[];
}

export interface AuthorSource {
  title: string;
  publisher: string;
  /** Its name on a closed card, where the full one is long. */
  short?: string;
  kind: SourceKind;
  date?: string;
  url: string;
  archive?: string;
  seen: string;
  note?: string;
}

export interface AuthorSeries {
  id: string;
  title: string;
  unit: string;
  year_prefix: 'FY' | '';
  definition: string;
  not_counted: string[];
  notes: string[];
  bands?: { label: string; from: number; to: number }[];
  rates?: { label: string; percent: number; source: string }[];
  sources: string[];
}

export interface SeriesFile extends DataFile<AuthorSeries> {
  rows: { year: number; value: number; status: RowStatus; source: string }[];
}

export interface AuthorHelp {
  country: string;
  country_name: string;
  emergency: string;
  topics: { situation: Situation; question: string; advice: string[]; lines: string[] }[];
  lines: Record<string, Omit<HelpLine, 'id' | 'verifiedOn'> & { verified_on: string }>;
}

export type AuthorConcept = (string | number)[] | { about?: string; common?: boolean; forms: (string | number)[] };

export interface AuthorCues {
  family: string;
  stance: string;
  cue?: AuthorNode;
  reach?: 'clause' | 'sentence' | 'adjacent' | 'post';
  side?: 'before' | 'after';
  gap?: number;
  unless?: AuthorNode;
  turned?: AuthorNode;
  question?: boolean;
  atStart?: boolean;
  alone?: boolean;
  links?: string[];
  yields?: boolean;
  because: string;
}

/** What is weighed: sets of words, and cues made of them. */
export interface AuthorSigns {
  words: Record<string, (string | number)[]>;
  cues: Record<string, { cue: AuthorNode; stance: string; opens?: boolean }>;
}

/** What `scripts/train/stance.ts` learned: by cue and zone, and by shape. */
export interface SignWeights {
  cues: Record<string, Record<string, number>>;
  shapes: Record<string, number>;
}

/** Something readers ask about that is no claim: points, each with its source, and the claims it belongs to. */
export interface AuthorTopic {
  id: string;
  title: string;
  points: { text: string; source: string }[];
  caveats?: string[];
  claims: string[];
  reviewed_on: string;
  review_by: string;
}

/** All data files, each read and checked against its schema. */
export interface Collection {
  claims: DataFile<AuthorClaim>[];
  sources: DataFile<Record<string, AuthorSource>>;
  series: SeriesFile[];
  help: DataFile<AuthorHelp>[];
  lexicons: DataFile<Record<string, AuthorConcept>>[];
  compounds: DataFile<Record<string, AuthorNode>>;
  words: DataFile<{ fillers: string[]; numbers: Record<string, number> }>;
  stance: DataFile<AuthorCues[]>;
  signs: DataFile<AuthorSigns>;
  signWeights: DataFile<SignWeights>;
  sites: DataFile<Site>[];
  topics: DataFile<AuthorTopic>[];
  languages: Language[];
  /** British spellings, each with the American one. */
  spelling: DataFile<Record<string, string>>;
}

const DATA = 'claims-data';
const SCHEMA = `${DATA}/schema`;

/** Reads everything under `claims-data` and the site files. Problems are collected, not thrown. */
export function loadCollection(): Collection {
  return {
    claims: readFolder(`${DATA}/claims`, `${SCHEMA}/claim.schema.json`),
    sources: readDataFile(join(ROOT, DATA, 'sources.yaml'), `${SCHEMA}/sources.schema.json`),
    series: readFolder<AuthorSeries>(`${DATA}/series`, `${SCHEMA}/series.schema.json`).map(withRows),
    help: readFolder(`${DATA}/help`, `${SCHEMA}/help.schema.json`),
    lexicons: readFolder(`${DATA}/lexicon`, `${SCHEMA}/lexicon.schema.json`),
    compounds: readDataFile(join(ROOT, DATA, 'matching/compounds.yaml'), `${SCHEMA}/compounds.schema.json`),
    words: readDataFile(join(ROOT, DATA, 'matching/words.yaml'), `${SCHEMA}/words.schema.json`),
    stance: readDataFile(join(ROOT, DATA, 'matching/stance.yaml'), `${SCHEMA}/stance.schema.json`),
    signs: readDataFile(join(ROOT, DATA, 'matching/signs.yaml'), `${SCHEMA}/signs.schema.json`),
    signWeights: readDataFile(join(ROOT, DATA, 'matching/sign-weights.yaml'), `${SCHEMA}/sign-weights.schema.json`),
    sites: readFolder('lib/sites', 'lib/sites/site.schema.json'),
    topics: readFolder(`${DATA}/topics`, `${SCHEMA}/topic.schema.json`),
    languages: readLanguages(),
    spelling: readDataFile(join(ROOT, DATA, 'spelling.yaml'), `${SCHEMA}/spelling.schema.json`),
  };
}

function withRows(file: DataFile<AuthorSeries>): SeriesFile {
  const csv = join(ROOT, DATA, 'series', `${basename(file.file, '.yaml')}.csv`);
  if (!existsSync(csv)) {
    file.problems.push(file.problem([], 'has no .csv file of the same name beside it'));
    return { ...file, rows: [] };
  }
  const rows = csvParse(readFileSync(csv, 'utf8')).map((row, index) => {
    const parsed = {
      year: Number(row.year),
      value: Number(row.value),
      status: row.status as RowStatus,
      source: row.source ?? '',
    };
    if (!Number.isInteger(parsed.year) || !Number.isFinite(parsed.value) || !['read', 'chart'].includes(parsed.status)) {
      file.problems.push({
        file: file.file.replace(/yaml$/, 'csv'),
        line: index + 2,
        message: 'needs year,value,status,source with status "read" or "chart"',
      });
    }
    return parsed;
  });
  return { ...file, rows };
}
