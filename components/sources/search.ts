import type { Claim, Source, Topic } from '../../lib/claims/types.ts';

const MARKS = /\p{M}/gu;

/** Lower case without accents, so that a search finds what a reader means. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/** True when every word of the query stands in the text; an empty query finds everything. */
export function mentions(text: string, query: string): boolean {
  const haystack = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** Claims whose words mention the query. */
export function findClaims(claims: Claim[], query: string): Claim[] {
  return claims.filter((claim) => mentions(claimText(claim), query));
}

/** Topics whose words mention the query. */
export function findTopics(topics: Topic[], query: string): Topic[] {
  return topics.filter(({ title, points, caveats }) => mentions([title, ...points.map(({ text }) => text), ...caveats].join(' '), query));
}

/** Documents whose title or publisher mentions the query. */
export function findSources(sources: Source[], query: string): Source[] {
  return sources.filter((s) => mentions(`${s.title} ${s.publisher} ${s.kind} ${s.date ?? ''}`, query));
}

function claimText(claim: Claim): string {
  const { title, family, fact, record, trueParts, missing, caveats, figures } = claim;
  return [
    title,
    family,
    claim.claim,
    fact,
    ...record,
    ...trueParts,
    ...missing,
    ...caveats,
    ...figures.map((f) => `${f.value} ${f.what}`),
  ].join(' ');
}
