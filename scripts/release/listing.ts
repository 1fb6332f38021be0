import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPOKEN, type Spoken } from '../../lib/language.ts';
import { type DataFile, readDataFile } from '../claims/data-file.ts';
import type { Problem } from '../claims/problems.ts';
import { ROOT } from '../tools/root.ts';

/** The pictures of a listing, in the order in which they stand. */
export const PICTURES = ['feed', 'card', 'popup', 'library', 'help'] as const;

type Field = 'name' | 'package' | 'subtitle' | 'summary' | 'description' | 'keywords';
interface Paragraph {
  heading?: string;
  text?: string;
  points?: string[];
}

/** What a store takes; see `store/stores.yaml`. */
export interface Store {
  id: string;
  name: string;
  limits: Partial<Record<Field, { least?: number; most?: number }>>;
  /** `size` in pixels, such as `1280x800`. */
  screenshots: { most: number; size: string };
}

/** The text of a listing as it is kept; see `store/listing-en.yaml`. */
export interface Listing {
  language: Spoken;
  subtitle: string;
  summary: string;
  description: Paragraph[];
  keywords: string[];
  pictures: Record<(typeof PICTURES)[number], string>;
}

export interface Review {
  purpose: string;
  permissions: Record<string, string>;
  remote_code: string;
  data: string;
  build: string;
}

/** What is filled into a description, so that it stays true. */
export interface Facts {
  sites: readonly string[];
  claims: number;
  countries: number;
}

export interface StoreTexts {
  stores: DataFile<Store[]>;
  listings: DataFile<Listing>[];
  review: DataFile<Review>;
}

/** What the title of each field is called in what is written out. */
const TITLES: Record<Field, string> = {
  name: 'Name (from the package)',
  package: 'Short description (from the package)',
  subtitle: 'Subtitle',
  summary: 'Summary',
  description: 'Description',
  keywords: 'Keywords',
};

/** Reads `store/`. What is wrong with the shapes is in `problems` of each file. */
export function readStoreTexts(): StoreTexts {
  const read = <T>(name: string, schema: string) => readDataFile<T>(join(ROOT, 'store', name), `store/schema/${schema}.schema.json`);
  return {
    stores: read('stores.yaml', 'stores'),
    listings: SPOKEN.map((language) => read(`listing-${language}.yaml`, 'listing')),
    review: read('review.yaml', 'review'),
  };
}

/** Facts of the compiled data. */
export function readFacts(): Facts {
  const json = (name: string) => JSON.parse(readFileSync(join(ROOT, 'generated', name), 'utf8'));
  const sites: { name: string; status: string }[] = json('sites.json');
  const { claims, help }: { claims: unknown[]; help: unknown[] } = json('evidence.json').en;
  const on = sites.filter(({ status }) => status === 'on').map(({ name }) => name);
  return { sites: on.toSorted((a, b) => a.localeCompare(b, 'en')), claims: claims.length, countries: help.length };
}

/** Everything that a store would refuse, with file and field. */
export function storeProblems({ stores, listings, review }: StoreTexts, facts: Facts): Problem[] {
  const shapes = [stores, review, ...listings].flatMap(({ problems }) => problems);
  if (shapes.length > 0) return shapes;
  return listings.flatMap((file) => {
    const fields = fieldsOf(file.value, facts);
    return stores.value.flatMap(({ name, limits, screenshots }) => [
      ...(Object.keys(limits) as Field[]).flatMap((field) => {
        const length = lengthOf(field, fields[field]);
        const { least = 0, most = Number.POSITIVE_INFINITY } = limits[field] ?? {};
        if (length >= least && length <= most) return [];
        return [file.problem([field], `is ${length} long; ${name} takes ${length < least ? `at least ${least}` : `at most ${most}`}`)];
      }),
      ...(PICTURES.length > screenshots.most ? [file.problem(['pictures'], `${name} takes ${screenshots.most} pictures`)] : []),
    ]);
  });
}

/** Characters as people count them; keywords are counted in bytes, with their commas. */
function lengthOf(field: Field, text: string): number {
  return field === 'keywords' ? Buffer.byteLength(text) : [...text].length;
}

/** All texts of a listing, those among them that the package holds. */
export function fieldsOf(listing: Listing, facts: Facts): Record<Field, string> {
  const words = JSON.parse(readFileSync(join(ROOT, 'public/_locales', listing.language, 'messages.json'), 'utf8'));
  return {
    name: words.extName.message,
    package: words.extDescription.message,
    subtitle: listing.subtitle,
    summary: listing.summary.trim(),
    description: fill(listing.description.map(paragraph).join('\n\n'), listing.language, facts),
    keywords: listing.keywords.join(','),
  };
}

function paragraph({ heading, text, points = [] }: Paragraph): string {
  return [heading?.toUpperCase(), text?.trim(), ...points.map((point) => `• ${point.trim()}`)].filter(Boolean).join('\n');
}

function fill(text: string, language: Spoken, { sites, claims, countries }: Facts): string {
  const values: Record<string, string> = {
    sites: new Intl.ListFormat(language, { type: 'conjunction' }).format(sites),
    claims: String(claims),
    countries: String(countries),
  };
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    if (!(name in values))
      throw new Error(`store/listing-${language}.yaml: there is no ${whole}; use {${Object.keys(values).join('}, {')}}.`);
    return values[name];
  });
}

/** A listing in one store, as Markdown to paste from. */
export function renderListing({ name, limits }: Store, listing: Listing, facts: Facts): string {
  const fields = fieldsOf(listing, facts);
  const texts = (Object.keys(TITLES) as Field[])
    .filter((field) => field in limits || field === 'description')
    .map((field) => `## ${TITLES[field]}\n\n${fields[field]}`);
  const pictures = PICTURES.map((picture, i) => `${i + 1}. ${fileName(picture)}: ${listing.pictures[picture]}`);
  return [`# ${name}, ${listing.language}`, ...texts, `## Screenshots\n\n${pictures.join('\n')}`, ''].join('\n\n');
}

/** `1-feed.png`: stores show pictures in the order in which they are sent. */
export function fileName(picture: (typeof PICTURES)[number]): string {
  return `${PICTURES.indexOf(picture) + 1}-${picture}.png`;
}

export function renderReview({ purpose, permissions, remote_code: remoteCode, data, build }: Review): string {
  const reasons = Object.entries(permissions).map(([name, reason]) => `- **${name}**: ${reason.trim()}`);
  return [
    '# For reviewers',
    `## Single purpose\n\n${purpose.trim()}`,
    `## Permissions\n\n${reasons.join('\n')}`,
    `## Remote code\n\n${remoteCode}`,
    `## Data\n\n${data}`,
    `## Build\n\n${build.trim()}`,
    '',
  ].join('\n\n');
}
