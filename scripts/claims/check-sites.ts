import type { Site } from '../../lib/sites/site.ts';
import type { DataFile } from './data-file.ts';
import type { Problem } from './problems.ts';

/** Each site has a name of its own and addresses of its own, so that a page is never read by chance by one or the other. */
export function checkSites(sites: readonly DataFile<Site>[]): Problem[] {
  return sites.flatMap((site, at) => {
    const earlier = sites.slice(0, at);
    return [...checkName(site), ...earlier.flatMap((other) => checkAddresses(site, other)), ...checkEmbed(site, earlier)];
  });
}

function checkName(site: DataFile<Site>): Problem[] {
  return site.file.endsWith(`/${site.value.id}.yaml`) ? [] : [site.problem(['id'], `must be the file's name; rename one of them`)];
}

/** Two sites may share an address if one proves itself by `detect`: see `pickSite`. */
function checkAddresses(site: DataFile<Site>, other: DataFile<Site>): Problem[] {
  if (site.value.detect || other.value.detect) return [];
  return site.value.matches.flatMap((pattern, i) => {
    const twin = other.value.matches.find((theirs) => meet(pattern, theirs));
    if (twin === undefined) return [];
    const message = `${other.file} has these addresses too (${twin}); take them out of one file, or give one site a detect that proves it`;
    return [site.problem(['matches', i], message)];
  });
}

/** Whose post a frame shows is told by its address alone. */
function checkEmbed(site: DataFile<Site>, others: readonly DataFile<Site>[]): Problem[] {
  return (site.value.embed?.matches ?? []).flatMap((pattern, i) =>
    others
      .filter((other) => other.value.embed?.matches.some((theirs) => meet(pattern, theirs)))
      .map((other) => site.problem(['embed', 'matches', i], `${other.file} has these frames too; take them out of one file`)),
  );
}

/** Whether some address fits both match patterns, whatever the scheme. */
function meet(one: string, other: string): boolean {
  const [a, b] = [one, other].map(partsOf);
  return hostsMeet(a.host, b.host) && (a.path.startsWith(b.path) || b.path.startsWith(a.path));
}

/** Of `*://*.example.org/path*` the host and the path up to the first star. */
function partsOf(pattern: string): { host: string; path: string } {
  const [host] = pattern.slice(pattern.indexOf('://') + 3).split('/');
  const path = pattern.slice(pattern.indexOf('/', pattern.indexOf('://') + 3));
  return { host, path: path.split('*')[0] };
}

function hostsMeet(a: string, b: string): boolean {
  return a === b || covers(a, b) || covers(b, a);
}

function covers(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*')) return false;
  return pattern === '*' || host.endsWith(pattern.slice(1)) || host === pattern.slice(2);
}
