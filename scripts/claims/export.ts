import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { csvFormat } from 'd3-dsv';
import type { Claim, Evidence, Source, Verdict } from '../../lib/claims/types.ts';
import { PROJECT } from '../tools/project.ts';
import { ROOT } from '../tools/root.ts';

/** What a verdict is called in ClaimReview, where a rating is a word and a number from 1 (false) to 5 (true). */
const RATINGS: Record<Verdict, { name: string; value: number }> = {
  'no-evidence': { name: 'No evidence', value: 1 },
  misleading: { name: 'Misleading', value: 2 },
  'missing-context': { name: 'Missing context', value: 3 },
  outdated: { name: 'Outdated', value: 3 },
};

/** One claim as schema.org ClaimReview; see https://schema.org/ClaimReview. */
export function toClaimReview(claim: Claim, sources: ReadonlyMap<string, Source>): object {
  const { name, value } = RATINGS[claim.verdict];
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `${PROJECT}#claim-${claim.id}`,
    url: `${PROJECT}/blob/main/claims-data/claims/${claim.id}.yaml`,
    datePublished: claim.changes[0]?.date ?? claim.reviewedOn,
    dateModified: claim.reviewedOn,
    inLanguage: 'en',
    author: { '@type': 'Organization', name: 'Case by Case', url: PROJECT },
    claimReviewed: claim.claim,
    reviewBody: [claim.fact, ...claim.record].join(' '),
    reviewRating: { '@type': 'Rating', ratingValue: value, bestRating: 5, worstRating: 1, alternateName: name },
    itemReviewed: { '@type': 'Claim', name: claim.title },
    creativeWorkStatus: claim.status,
    citation: claim.sources.flatMap((id) => {
      const source = sources.get(id);
      return source
        ? [
            {
              '@type': 'CreativeWork',
              name: source.title,
              url: source.url,
              publisher: { '@type': 'Organization', name: source.publisher },
              ...(source.archive ? { archivedAt: source.archive } : {}),
              ...(source.date ? { datePublished: source.date } : {}),
            },
          ]
        : [];
    }),
  };
}

/** One row a claim, for spreadsheets. */
export function toRow(claim: Claim, sources: ReadonlyMap<string, Source>): Record<string, string> {
  const urls = claim.sources.flatMap((id) => sources.get(id)?.url ?? []);
  const figures = claim.figures.map(({ value, what }) => `${value}: ${what}`);
  const { id, family, status, title, verdict, brief, fact } = claim;
  return {
    id,
    family,
    status,
    title,
    verdict,
    claim: claim.claim,
    brief,
    fact,
    figures: figures.join(' | '),
    sources: urls.join(' '),
    reviewed_on: claim.reviewedOn,
    review_by: claim.reviewBy,
  };
}

/** Writes `claims.jsonld` and `claims.csv`. Returns their paths from the root. */
export function exportClaims({ claims, sources }: Evidence, folder = join(ROOT, '.output/export')): string[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  mkdirSync(folder, { recursive: true });
  const files = {
    'claims.jsonld': `${JSON.stringify(
      claims.map((claim) => toClaimReview(claim, byId)),
      null,
      2,
    )}\n`,
    'claims.csv': `${csvFormat(claims.map((claim) => toRow(claim, byId)))}\n`,
  };
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return relative(ROOT, join(folder, name));
  });
}
