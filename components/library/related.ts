import type { Claim } from '../../lib/claims/types.ts';

const MOST = 4;
/** A document or series both rest on says more than a common family. */
const SHARED_SOURCE = 2;
const SHARED_SERIES = 2;
const SAME_FAMILY = 1;

/** The claims nearest to one: those that rest on the same documents and series, then those of its family. */
export function relatedTo(claim: Claim, claims: readonly Claim[]): Claim[] {
  return claims
    .filter(({ id }) => id !== claim.id)
    .map((other) => ({ other, near: nearness(claim, other) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST)
    .map(({ other }) => other);
}

function nearness(a: Claim, b: Claim): number {
  const shared = b.sources.filter((source) => a.sources.includes(source)).length;
  const series = a.series !== undefined && a.series === b.series;
  return shared * SHARED_SOURCE + (series ? SHARED_SERIES : 0) + (a.family === b.family ? SAME_FAMILY : 0);
}
