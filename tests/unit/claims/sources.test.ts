import { describe, expect, it } from 'vitest';
import { checkSources } from '../../../scripts/claims/check-sources.ts';
import { tryCompile } from '../../../scripts/claims/compile.ts';
import { coverage } from '../../../scripts/claims/coverage.ts';
import { toClaimReview } from '../../../scripts/claims/export.ts';
import { type AuthorSource, loadCollection } from '../../../scripts/claims/load.ts';

const collection = loadCollection();
const [claim] = collection.claims;
const [leading] = claim.value.sources;
const source = collection.sources.value[leading];

/** The collection with something else in its sources. */
function withSources(changed: Record<string, AuthorSource>) {
  return { ...collection, sources: { ...collection.sources, value: { ...collection.sources.value, ...changed } } };
}

function problemsWith(changed: Record<string, AuthorSource>): string[] {
  return checkSources(withSources(changed)).map(({ field, message }) => `${field}: ${message}`);
}

describe('a source', () => {
  it('stands once, whatever its address begins and ends with', () => {
    const twin = { ...source, url: `${source.url.replace('https://www.', 'https://m.').replace(/\/$/, '')}/` };
    expect(problemsWith({ twin })).toContain(`twin.url: is the same document as ${leading}; keep one`);
  });

  it('has no tracking in its address, and is cited', () => {
    const tracked = { ...source, url: 'https://news.example/story?utm_source=x' };
    expect(problemsWith({ tracked })).toEqual([
      'tracked.url: has tracking parameters; remove them',
      'tracked: is cited nowhere; cite it or remove it',
    ]);
  });

  it('has an archived copy of the same page, if it has one', () => {
    const at = (page: string) => ({ [leading]: { ...source, archive: `https://web.archive.org/web/20260305120000/${page}` } });
    expect(problemsWith(at(source.url.replace('https://', 'http://')))).toEqual([]);
    expect(problemsWith(at('https://news.example/other'))).toEqual([
      `${leading}.archive: is a copy of another page than url; correct one of them`,
    ]);
  });

  it('is exported and counted with its archived copy', () => {
    const archive = `https://web.archive.org/web/20260305120000/${source.url}`;
    const { en } = tryCompile(withSources({ [leading]: { ...source, archive } })).packs.evidence;
    expect(coverage(en, '2026-11-23').join('\n')).toContain('with an archive link: 1');
    const cited = en.sources.find(({ id }) => id === leading);
    if (!cited) throw new Error(`${leading} is not there`);
    expect(toClaimReview(en.claims[0], new Map([[leading, cited]]))).toMatchObject({ citation: [{ archivedAt: archive }] });
  });
});
