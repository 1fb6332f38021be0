/**
 * What a claim is once the data in `claims-data/` has been checked and compiled (`npm run claims -- build`).
 * The build writes three packs, so that a page only carries what it needs:
 * the match pack (rules), the headlines (one line a claim) and the evidence (card bodies, sources, series, help).
 */

/** File name of the claim in `claims-data/claims`, for example `wayfair-cabinets`. */
export type ClaimId = string;

/** `claim`: the post asserts it. `background`: only tags carry it, a one-line card. */
export type CardKind = 'claim' | 'background';

/** What the record says about the claim as it is usually worded. */
export type Verdict = 'no-evidence' | 'misleading' | 'missing-context' | 'outdated';

/**
 * `active`: gets cards. `watch`: none until a question about it is settled, though its rules are still checked. `retired`: none any
 * more. The library keeps all of them.
 */
export type ClaimStatus = 'active' | 'watch' | 'retired';

/** The collapsed card: all a content script needs before the reader asks for more. */
export interface Headline {
  id: ClaimId;
  /** The fact in one short sentence: 60 characters in English, 66 in another language. */
  brief: string;
  /** Publisher of the leading source, by its short name if it has one. */
  publisher: string;
  /** Month or year of the leading source in words of the headline's language; absent when undated. */
  date?: string;
  url: string;
}

/** A number shown to the reader. Every one names its source. */
export interface Figure {
  value: string;
  what: string;
  source: string;
}

/** The open card and the claim's page in the library. */
export interface Claim {
  id: ClaimId;
  title: string;
  family: string;
  status: ClaimStatus;
  verdict: Verdict;
  /** Names the claim once, in neutral words. */
  claim: string;
  /** The fact in one short sentence, as on the closed card. */
  brief: string;
  /** The fact in one sentence, with who found it and when. */
  fact: string;
  /** What the record shows, what is true in the claim, what it leaves out, how to read the numbers: one sentence or two an entry. */
  record: string[];
  trueParts: string[];
  missing: string[];
  caveats: string[];
  figures: Figure[];
  /** Id of the data series that belongs in the card. */
  series?: string;
  /** Source ids, the leading one first. */
  sources: string[];
  /** ISO dates. */
  reviewedOn: string;
  reviewBy: string;
  changes: { date: string; what: string }[];
}

export type SourceKind = 'primary-data' | 'government' | 'intergovernmental' | 'research' | 'fact-check' | 'news' | 'ngo' | 'company';

/** A document cited by claims, series or help lines; each stands once in `claims-data/sources.yaml`. */
export interface Source {
  id: string;
  /** As the document has it. */
  title: string;
  /** Language of the title, ISO 639-1; English when absent. */
  language?: string;
  publisher: string;
  kind: SourceKind;
  date?: string;
  url: string;
  /** The same page in a public archive. */
  archive?: string;
  /** ISO date on which the page was last read. */
  seen: string;
  /** Says so when the text was read in a copy, not at the publisher's own address. */
  note?: string;
}

/** `read`: printed in the source. `chart`: read off a published chart, ±1. */
export type RowStatus = 'read' | 'chart';

export interface SeriesRow {
  /** Fiscal or calendar year. */
  year: number;
  value: number;
  status: RowStatus;
  source: string;
}

/** A span of years shown as a neutral band above a chart. */
export interface Band {
  label: string;
  from: number;
  to: number;
}

/** One series of yearly values, never joined to another. */
export interface Series {
  id: string;
  /** The finding in words. */
  title: string;
  /** What one unit is, in the plural: `prosecutions`. */
  unit: string;
  /** `FY` for US federal fiscal years (October to September), else `''`. */
  yearPrefix: 'FY' | '';
  definition: string;
  notCounted: string[];
  /** How to read it: gaps, where it ends, fiscal years and administrations. */
  notes: string[];
  bands: Band[];
  rows: SeriesRow[];
  /** Shares that go with the series, such as referrals prosecuted. */
  rates: { label: string; percent: number; source: string }[];
  /** Source ids, the leading one first. */
  sources: string[];
}

export interface HelpLine {
  id: string;
  name: string;
  operator: string;
  purpose: string;
  /** As it is dialled, for example `1-888-373-7888`. */
  phone?: string;
  text?: string;
  web?: string;
  hours?: string;
  languages?: string;
  verifiedOn: string;
  source: string;
}

/** The five answers to "What brings you here?". */
export type Situation = 'danger' | 'exploited' | 'witness' | 'post' | 'image';

export interface HelpTopic {
  situation: Situation;
  question: string;
  advice: string[];
  /** Ids of help lines, at most three. */
  lines: string[];
}

export interface Help {
  /** ISO 3166 alpha-2. */
  country: string;
  emergency: string;
  topics: HelpTopic[];
  lines: HelpLine[];
}

/** Something readers ask about that is no claim; shown in the library and linked from the claims it belongs to. */
export interface Topic {
  id: string;
  title: string;
  points: { text: string; source: string }[];
  /** How the points are to be read. */
  caveats: string[];
  claims: ClaimId[];
  /** ISO dates. */
  reviewedOn: string;
  reviewBy: string;
}

/** Everything that is loaded only when a reader opens a card, the popup or the library. */
export interface Evidence {
  /** Changes with every change of the data. */
  version: string;
  builtFrom: string;
  claims: Claim[];
  topics: Topic[];
  sources: Source[];
  series: Series[];
  help: Help[];
}

/** The evidence in the pieces in which the extension's pages load it; each has the documents its own texts cite. */
export interface EvidenceParts {
  claims: Pick<Evidence, 'version' | 'builtFrom' | 'claims' | 'topics' | 'sources'>;
  series: Pick<Evidence, 'series' | 'sources'>;
  help: Pick<Evidence, 'help'>;
}

/** What an open card shows: one claim with the documents and the series it cites. */
export interface CardBody {
  claim: Claim;
  sources: Source[];
  series?: Series;
}
