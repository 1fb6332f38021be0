import type { Claim, Evidence, Source, SourceKind } from '../../lib/claims/types.ts';
import { helpDue } from './help-age.ts';
import type { Collection } from './load.ts';

/** A government's own word or a count at first hand. Research is not among them: much of it repeats the counts of others. */
const PRIMARY: readonly SourceKind[] = ['primary-data', 'government', 'intergovernmental'];

/** How well the collection is covered and what needs another look by `today`, in lines for a person. */
export function coverage(evidence: Evidence, today: string): string[] {
  const { claims, topics, sources, series, help } = evidence;
  const figures = claims.flatMap((claim) => claim.figures);
  const known = new Set(sources.map(({ id }) => id));
  const cited = claims.map((claim) => claim.sources.length).sort((a, b) => a - b);
  const oldest = [...claims, ...topics].sort((a, b) => a.reviewedOn.localeCompare(b.reviewedOn))[0];
  return [
    `families: ${countsOf(claims, ({ family }) => family)}`,
    `sources: ${countsOf(sources, ({ kind }) => kind)}; with a note on how it was read: ${sources.filter(({ note }) => note).length}; with an archive link: ${sources.filter(({ archive }) => archive).length}`,
    `sources per claim: ${cited[0]} to ${cited.at(-1)}, median ${cited[Math.floor(cited.length / 2)]}; one source only: ${listOf(claims.filter((claim) => claim.sources.length === 1))}`,
    `figures: ${figures.length}, of which ${percent(primaryShare(evidence))} rest on a primary or government source; without a source: ${figures.filter(({ source }) => !known.has(source)).length}; claims without a figure: ${claims.filter((claim) => claim.figures.length === 0).length}`,
    `oldest review: ${oldest?.reviewedOn} (${oldest?.id})`,
    `topics: ${topics.length}; series: ${series.length}; help: ${help.length} countries, ${help.reduce((sum, { lines }) => sum + lines.length, 0)} lines`,
    ...[...claims, ...topics]
      .filter(({ reviewBy }) => reviewBy < today)
      .map(({ id, reviewBy }) => `warning: ${id}: its review was due on ${reviewBy}`),
    ...helpDue(help, today),
  ];
}

/** Share of the figures of all claims that rest on a primary or government source, 0 to 1. */
export function primaryShare({ claims, sources }: Pick<Evidence, 'claims' | 'sources'>): number {
  const primary = new Set(sources.filter(({ kind }: Source) => PRIMARY.includes(kind)).map(({ id }) => id));
  const figures = claims.flatMap((claim) => claim.figures);
  return figures.length === 0 ? 0 : figures.filter(({ source }) => primary.has(source)).length / figures.length;
}

/** How many claims get cards, and how much of each language is there. */
export function stateOf({ languages, claims, topics, series, help }: Collection): string[] {
  const status = `status: ${countsOf(claims, ({ value }) => value?.status ?? 'unreadable')}`;
  const there = languages.map(
    ({ code, about, ...own }) =>
      `${code} (${about.value?.status}): ${own.claims.size} of ${claims.length} claims, ${own.topics.size} of ${topics.length} topics, ${own.series.size} of ${series.length} series, ${own.help.size} of ${help.length} countries`,
  );
  return [status, ...there];
}

function countsOf<T>(things: readonly T[], name: (thing: T) => string): string {
  return [...Map.groupBy(things, name)]
    .map(([group, own]) => `${group} ${own.length}`)
    .sort()
    .join(', ');
}

function listOf(claims: readonly Claim[]): string {
  return claims.map(({ id }) => id).join(', ') || 'none';
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
