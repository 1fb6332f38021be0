import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { tryCompile } from '../../../scripts/claims/compile.ts';
import { coverage } from '../../../scripts/claims/coverage.ts';
import { exportClaims } from '../../../scripts/claims/export.ts';
import { loadCollection } from '../../../scripts/claims/load.ts';

const evidence = tryCompile(loadCollection()).packs.evidence.en;
const text = { type: 'string', minLength: 1 };
/** What consumers of ClaimReview require: https://schema.org/ClaimReview and the guidelines of its readers. */
const claimReview = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['@context', '@type', 'url', 'datePublished', 'author', 'claimReviewed', 'reviewRating', 'itemReviewed'],
    properties: {
      '@context': { const: 'https://schema.org' },
      '@type': { const: 'ClaimReview' },
      url: { type: 'string', pattern: '^https://' },
      datePublished: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      claimReviewed: text,
      reviewRating: { type: 'object', required: ['@type', 'ratingValue', 'bestRating', 'worstRating', 'alternateName'] },
      citation: { type: 'array', minItems: 1 },
    },
  },
});

describe('the export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  exportClaims(evidence, folder);

  it('is valid ClaimReview, one a claim', () => {
    const reviews = JSON.parse(readFileSync(join(folder, 'claims.jsonld'), 'utf8'));
    claimReview(reviews);
    expect(claimReview.errors).toBeNull();
    expect(reviews).toHaveLength(evidence.claims.length);
  });

  it('is a table with one row a claim', () => {
    const rows = csvParse(readFileSync(join(folder, 'claims.csv'), 'utf8'));
    expect(rows.map(({ id }) => id)).toEqual(evidence.claims.map(({ id }) => id));
    expect(rows.every(({ fact, sources }) => fact && sources)).toBe(true);
  });
});

describe('the coverage report', () => {
  it('counts no figure without a source', () => {
    expect(coverage(evidence).join('\n')).toContain('without a source: 0');
  });
});
