import type { Claim } from '../../lib/claims/types.ts';
import { strings } from '../ui/strings.ts';
import type { Target } from './Links.tsx';

/** Claims grouped by family, in the order the families first appear. */
export function byFamily(claims: Claim[]): [family: string, members: Claim[]][] {
  const families = new Map<string, Claim[]>();
  for (const claim of claims) {
    const members = families.get(claim.family) ?? [];
    families.set(claim.family, [...members, claim]);
  }
  return [...families];
}

/** A family's name in the language in use; one without a name is shown as it is written. */
export function familyName(family: string): string {
  return strings.families[family] ?? family;
}

/** Anchor of a family on the page. */
export function familyAnchor(family: string): string {
  return `family-${family.replaceAll(/\s+/g, '-').toLowerCase()}`;
}

/** Anchor of a series on the page. */
export function seriesAnchor(id: string): string {
  return `series-${id}`;
}

/** Anchor of a topic on the page. */
export function topicAnchor(id: string): string {
  return `topic-${id}`;
}

/** Links to claims. */
export function toClaims(claims: readonly Claim[]): Target[] {
  return claims.map(({ id, title }) => ({ anchor: claimAnchor(id), title }));
}

/** Anchor of a claim on the page; cards and the popup link to it. */
export function claimAnchor(id: string): string {
  return `claim-${id}`;
}
