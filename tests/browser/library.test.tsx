import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { claim, evidence, series } from './sample.ts';
import { expectAccessible, show } from './stage.tsx';
import { darkPageStyles, pageStyles } from './styles.ts';

const PHONE = 320;

function showLibrary(styles = pageStyles, width?: number) {
  return show(
    <LibraryView evidence={evidence} country="US" onCountry={() => {}} onDownload={() => {}} onLeave={() => {}} />,
    styles,
    width,
  );
}

/** Ids of the claims that are to be seen, in order. */
function shownClaims(place: HTMLElement): string[] {
  return [...place.querySelectorAll<HTMLElement>('#claims article.claim')]
    .filter((article) => article.offsetHeight > 0)
    .map(({ id }) => id);
}

describe('the library', () => {
  it('has an anchor for every claim, series and source', () => {
    const place = showLibrary();
    for (const claim of evidence.claims) expect(place.querySelector(`#claim-${claim.id}`)?.textContent).toContain(claim.fact);
    for (const topic of evidence.topics) expect(place.querySelector(`#topic-${topic.id}`)?.textContent).toContain(topic.points[0].text);
    for (const series of evidence.series) expect(place.querySelector(`#series-${series.id}`)).not.toBeNull();
    for (const source of evidence.sources) expect(place.querySelector(`#source-${source.id}`)).not.toBeNull();
  });

  it('leads from a claim to the topics that belong to it, and back', () => {
    const place = showLibrary();
    const [topic] = evidence.topics;
    expect(place.querySelector(`#claim-${topic.claims[0]} a[href="#topic-${topic.id}"]`)?.textContent).toBe(topic.title);
    expect(place.querySelector(`#topic-${topic.id} a[href="#claim-${topic.claims[0]}"]`)).not.toBeNull();
  });

  it('narrows to what is searched for', async () => {
    const place = showLibrary();
    await page.getByRole('searchbox').fill('located');
    await expect.element(page.getByText('1 claim, 0 documents')).toBeVisible();
    expect(shownClaims(place)).toEqual(['claim-located-rescued']);
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => shownClaims(place)).toHaveLength(evidence.claims.length);
  });

  it('finds what is nearest to a word nobody has, and says so', async () => {
    const place = showLibrary();
    await page.getByRole('searchbox').fill('locatted');
    await expect.element(page.getByText('Nothing here mentions “locatted”. Nearest to it: 1 claim, 0 documents')).toBeVisible();
    expect(shownClaims(place)).toEqual(['claim-located-rescued']);
  });

  it('finds topics too', async () => {
    const place = showLibrary();
    const [topic] = evidence.topics;
    const article = place.querySelector(`#topic-${topic.id}`) as HTMLElement;
    await page.getByRole('searchbox').fill('84 minors');
    await expect.element(page.getByText('0 claims, 0 documents, 1 background page')).toBeVisible();
    expect(article.offsetHeight).toBeGreaterThan(0);
    await page.getByRole('searchbox').fill('located');
    await expect.poll(() => article.offsetHeight).toBe(0);
  });

  it('finds data series too, and leaves out the others and their list', async () => {
    const place = showLibrary();
    const [series] = evidence.series;
    const shown = () =>
      [...place.querySelectorAll<HTMLElement>('.library-series')].filter((article) => article.offsetHeight > 0).map(({ id }) => id);
    const list = place.querySelector(`#data .bullets a[href="#series-${series.id}"]`) as HTMLElement;
    expect(list.offsetHeight).toBeGreaterThan(0);
    await page.getByRole('searchbox').fill(series.definition);
    await expect.element(page.getByText('0 claims, 0 documents, 1 data series')).toBeVisible();
    expect(shown()).toEqual([`series-${series.id}`]);
    expect(list.offsetHeight).toBe(0);
    await page.getByRole('searchbox').fill('located');
    await expect.poll(shown).toEqual([]);
  });

  it('leaves out, while somebody searches, parts without a hit and their place in the contents', async () => {
    const place = showLibrary();
    const seen = () =>
      [...place.querySelectorAll<HTMLElement>('section[id]:not(.family)')].filter((part) => part.offsetHeight > 0).map(({ id }) => id);
    const listed = () =>
      [...place.querySelectorAll<HTMLAnchorElement>('.contents-places a')]
        .filter((link) => link.offsetHeight > 0)
        .map((link) => link.hash.slice(1));
    const all = seen();
    expect(listed()).toEqual(all);
    await page.getByRole('searchbox').fill('located');
    await expect.poll(seen).toEqual(['claims', 'help']);
    expect(listed()).toEqual(['claims', 'help']);
    await page.getByRole('searchbox').fill('nowhere at all');
    await expect.poll(seen).toEqual(['help']);
    await page.getByRole('searchbox').fill(' ');
    await expect.poll(seen).toEqual(all);
  });

  it('ends a search when a link leads to what it hides', async () => {
    const place = showLibrary();
    const [topic] = evidence.topics;
    const [of] = topic.claims;
    await page.getByRole('searchbox').fill(evidence.claims.find(({ id }) => id === of)?.title ?? '');
    const article = place.querySelector(`#topic-${topic.id}`) as HTMLElement;
    await expect.poll(() => article.offsetHeight).toBe(0);
    place.querySelector<HTMLElement>(`#claim-${of} a[href="#topic-${topic.id}"]`)?.click();
    await expect.poll(() => article.offsetHeight).toBeGreaterThan(0);
    await expect.element(page.getByRole('searchbox')).toHaveValue('');
  });

  it('copies the address of a claim, which does not change', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    showLibrary();
    await page.getByRole('button', { name: `Copy link: “${claim.title}”` }).click();
    await expect.element(page.getByText('Copied.')).toBeVisible();
    const [[address]] = write.mock.calls;
    expect(new URL(address).hash).toBe(`#claim-${claim.id}`);
    write.mockRestore();
  });

  it('leads from a claim to those near it, from a series to the claims that rest on it, and shows what changed', () => {
    const place = showLibrary();
    const article = place.querySelector(`#claim-${claim.id}`) as HTMLElement;
    expect(article.textContent).toContain('Nov 20, 2026: First published');
    expect([...place.querySelectorAll(`#series-${series.id} a[href^="#claim-"]`)].map((link) => link.textContent)).toEqual([claim.title]);
    for (const link of place.querySelectorAll('a[href^="#"]')) {
      const target = decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
      expect(place.querySelector(`[id="${target}"]`), target).not.toBeNull();
    }
  });

  it('names corrections apart from other changes', () => {
    const corrected = { ...claim, changes: [{ date: '2026-12-01', what: 'Corrected: the peak was in FY 2017.' }, ...claim.changes] };
    const place = show(
      <LibraryView
        evidence={{ ...evidence, claims: [corrected] }}
        country="US"
        onCountry={() => {}}
        onDownload={() => {}}
        onLeave={() => {}}
      />,
      pageStyles,
    );
    const entries = (section: string) => [...place.querySelectorAll(`#${section} .changes li`)].map((li) => li.textContent);
    expect(entries('corrections')).toHaveLength(1);
    expect(entries('corrections')[0]).toContain('Corrected: the peak was in FY 2017.');
    expect(entries('changes')).toHaveLength(2);
    expect(showLibrary().querySelector('#corrections')?.textContent).toContain('No correction so far.');
  });

  it('does not scroll sideways on a phone', () => {
    const place = showLibrary(pageStyles, PHONE);
    expect(place.scrollWidth).toBeLessThanOrEqual(PHONE);
  });

  it.each([
    ['light', pageStyles],
    ['dark', darkPageStyles],
  ])('has nothing axe objects to in the %s', async (_name, styles) => {
    await expectAccessible(showLibrary(styles));
  });
});
