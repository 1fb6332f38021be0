import type { Collection } from './load.ts';
import type { Problem } from './problems.ts';

const TRACKING = /[?&](utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ns_\w+|ito|ref|share)=/i;
/** What two addresses of one document may differ by. */
const SAME_PAGE = /^https?:\/\/(www\.|amp\.|m\.)?|\/$/g;

/** What stands before the page's own address in the Wayback Machine. */
const WAYBACK = /^https:\/\/web\.archive\.org\/web\/\d+\//;

/** Each document once, at an address without tracking, and cited by something; an archived copy is of the same page. */
export function checkSources(collection: Collection): Problem[] {
  const { sources } = collection;
  const seen = new Map<string, string>();
  const cited = citedIn(collection);
  return Object.entries(sources.value ?? {}).flatMap(([id, { url, archive }]) => {
    const page = pageOf(url);
    const twin = seen.get(page);
    seen.set(page, id);
    return [
      ...(twin ? [sources.problem([id, 'url'], `is the same document as ${twin}; keep one`)] : []),
      ...(archive && WAYBACK.test(archive) && pageOf(archive.replace(WAYBACK, '')) !== page
        ? [sources.problem([id, 'archive'], 'is a copy of another page than url; correct one of them')]
        : []),
      ...(TRACKING.test(url) ? [sources.problem([id, 'url'], 'has tracking parameters; remove them')] : []),
      ...(cited && !cited.has(id) ? [sources.problem([id], 'is cited nowhere; cite it or remove it')] : []),
    ];
  });
}

/** An address as far as it tells pages apart. */
function pageOf(address: string): string {
  return address.toLowerCase().replace(SAME_PAGE, '');
}

/** Every id that something cites; nothing while a file cannot be read, since it might cite any. */
function citedIn({ claims, topics, series, help }: Collection): Set<string> | undefined {
  if ([...claims, ...topics, ...series, ...help].some(({ problems }) => problems.length > 0)) return undefined;
  return new Set([
    ...claims.flatMap(({ value }) => value.sources),
    ...topics.flatMap(({ value }) => value.points.map(({ source }) => source)),
    ...series.flatMap(({ value, rows }) => [...value.sources, ...[...rows, ...(value.rates ?? [])].map(({ source }) => source)]),
    ...help.flatMap(({ value }) => Object.values(value.lines).map(({ source }) => source)),
  ]);
}
