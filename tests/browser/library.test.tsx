import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { evidence } from './sample.ts';
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
    expect(place.querySelectorAll('article')).toHaveLength(1);
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
