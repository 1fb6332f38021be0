import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../lib/claims/types.ts';
import { readParts } from '../../../lib/updates/parts.ts';
import { compilePacks, partsOf } from '../../../scripts/claims/compile.ts';

const { evidence, headlines } = compilePacks();

/** The files of an update with something changed in them. */
function filesWith(change: (evidence: Evidence) => void) {
  const changed = structuredClone(evidence.en);
  change(changed);
  const { claims, series, help } = partsOf(changed);
  const files = { headlines: headlines.en, claims, series, help };
  return Object.fromEntries(Object.entries(files).map(([part, content]) => [part, JSON.stringify(content)])) as Parameters<
    typeof readParts
  >[0];
}

describe('the parts of an update', () => {
  it('are read when everything they refer to is there', () => {
    expect(readParts(filesWith(() => undefined)).claims.topics).toEqual(evidence.en.topics);
  });

  it.each<[string, string, (evidence: Evidence) => void]>([
    ['a source of a claim', 'nowhere', ({ claims }) => claims[0].sources.push('nowhere')],
    ['a source of a figure', 'nowhere', ({ claims }) => claims[0].figures.push({ value: '1', what: 'thing', source: 'nowhere' })],
    ['a series of a claim', 'the series nowhere', ({ claims }) => Object.assign(claims[0], { series: 'nowhere' })],
    ['a source of a topic', 'nowhere', ({ topics }) => Object.assign(topics[0].points[0], { source: 'nowhere' })],
    ['a claim of a topic', 'the claim nowhere', ({ topics }) => topics[0].claims.push('nowhere')],
    ['a source of a year', 'nowhere', ({ series }) => Object.assign(series[0].rows[0], { source: 'nowhere' })],
    ['a source of a rate', 'nowhere', ({ series }) => series[0].rates.push({ label: 'x', percent: 1, source: 'nowhere' })],
    ['a line of help', 'nowhere', ({ help }) => help[0].topics[1].lines.push('nowhere')],
  ])('are refused when %s is not', (_, missing, change) => {
    expect(() => readParts(filesWith(change))).toThrow(`${missing} is referred to and not there`);
  });
});
