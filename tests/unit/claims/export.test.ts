import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { tryCompile } from '../../../scripts/claims/compile.ts';
import { coverage, primaryShare } from '../../../scripts/claims/coverage.ts';
import { exportClaims, toClaimReview } from '../../../scripts/claims/export.ts';
import { loadCollection } from '../../../scripts/claims/load.ts';
import { ROOT } from '../structure/imports.ts';

const evidence = tryCompile(loadCollection()).packs.evidence.en;
/** What is wrong with data, by a schema of `claims-data/schema`. */
function problemsIn(data: unknown, schema: string) {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(ROOT, 'claims-data/schema', schema), 'utf8')));
  validate(data);
  return validate.errors ?? [];
}

describe('the export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  exportClaims(evidence, folder);

  it('is valid ClaimReview, one a claim', () => {
    const reviews = JSON.parse(readFileSync(join(folder, 'claims.jsonld'), 'utf8'));
    expect(problemsIn(reviews, 'claims-jsonld.schema.json')).toEqual([]);
    expect(reviews).toHaveLength(evidence.claims.length);
  });

  it('is a table with one row a claim, in the columns of its schema', () => {
    const rows = csvParse(readFileSync(join(folder, 'claims.csv'), 'utf8'));
    const { items } = JSON.parse(readFileSync(join(ROOT, 'claims-data/schema/claims-csv.schema.json'), 'utf8'));
    expect(problemsIn([...rows], 'claims-csv.schema.json')).toEqual([]);
    expect(rows.columns).toEqual(Object.keys(items.properties));
    expect(rows.map(({ id }) => id)).toEqual(evidence.claims.map(({ id }) => id));
  });

  it('is not passed by its schemas when something is missing', () => {
    const { url: _, ...review } = toClaimReview(evidence.claims[0], new Map()) as Record<string, unknown>;
    expect(problemsIn([review], 'claims-jsonld.schema.json').map(({ message }) => message)).toEqual([
      "must have required property 'url'",
      'must NOT have fewer than 1 items',
    ]);
  });
});

describe('the coverage report', () => {
  it('counts no figure without a source', () => {
    expect(coverage(evidence, '2026-11-23').join('\n')).toContain('without a source: 0');
  });

  it('finds at least three figures of five resting on a primary or government source', () => {
    const advice = 'too few figures rest on a primary or government source: give the card that was changed one that does';
    expect(primaryShare(evidence), advice).toBeGreaterThanOrEqual(0.6);
  });

  it('warns of a review that is past due', () => {
    const claims = [{ ...evidence.claims[0], reviewBy: '2026-01-15' }];
    expect(coverage({ ...evidence, claims }, '2026-01-16').join('\n')).toContain('its review was due on 2026-01-15');
    expect(coverage({ ...evidence, claims }, '2026-01-15').join('\n')).not.toContain('was due');
  });
});
