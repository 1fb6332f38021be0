import type { Collection } from './load.ts';
import type { Problem } from './problems.ts';

const TRACKING = /[?&](utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ns_\w+|ito|ref|share)=/i;
/** What two addresses of one document may differ by. */
const SAME_PAGE = /^https:\/\/(www\.|amp\.|m\.)?|\/$/g;

/** Each document once, at an address without tracking, and cited by something. */
export function checkSources(collection: Collection): Problem[] {
  const { sources } = collection;
  const seen = new Map<string, string>();
  const cited = citedIn(collection);
  return Object.entries(sources.value ?? {}).flatMap(([id, { url }]) => {
    const page = url.toLowerCase().replace(SAME_PAGE, '');
    const twin = seen.get(page);
    seen.set(page, id);
    return [
      ...(twin ? [sources.problem([id, 'url'], `is the same document as ${twin}; keep one`)] : []),
      ...(TRACKING.test(url) ? [sources.problem([id, 'url'], 'has tracking parameters; remove them')] : []),
      ...(cited && !cited.has(id) ? [sources.problem([id], 'is cited nowhere; cite it or remove it')] : []),
    ];
  });
}

/** Every id that something cites; nothing while a file cannot be read, since it might cite any. */
function citedIn({ claims, topics, series, help }: Collection): Set<string> | undefined {
  if ([...claims, ...topics, ...series, ...help].some(({ problems }) => problems.length > 0)) return undefined;
  return new Set([
    ...claims.flatMap(({ value }) => value.sources),
    ...topics.flatMap(({ value }) => value.points.map(({ source }) => source)),
    ...series.flatMap(({ value, rows }) => [...value.sources, ...rows.map(({ source }) => source)]),
    ...help.flatMap(({ value }) => Object.values(value.lines).map(({ source }) => source)),
  ]);
}
