import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { SeriesView } from '../../components/chart/SeriesView.tsx';
import { bandScale, linearScale } from '../../components/chart/scales.ts';
import { csvOf } from '../../components/chart/values.ts';
import { evidence, series } from './sample.ts';
import { expectAccessible, show } from './stage.tsx';
import { darkPageStyles, pageStyles } from './styles.ts';

const PHONE = 320;
const WIDE = 640;

function showSeries(width = WIDE, highlightYears: number[] = [], styles = pageStyles) {
  return show(
    <SeriesView series={series} sources={evidence.sources} highlightYears={highlightYears} onDownload={() => {}} />,
    styles,
    width,
  );
}

const valuesOf = (place: HTMLElement) => [...place.querySelectorAll('.chart-value')].map((text) => text.textContent);

describe('the chart', () => {
  it('has a bar a figure, hatched when read off a chart, and says where there is none', () => {
    const place = showSeries();
    const approx = series.rows.filter((row) => row.status === 'chart').length;
    expect(place.querySelectorAll('rect.bar-approx')).toHaveLength(approx);
    expect(place.querySelectorAll('rect.bar')).toHaveLength(series.rows.length - approx);
    expect([...place.querySelectorAll('.chart-gap')].map((t) => t.textContent)).toEqual(['no figure']);
  });

  it('labels the peak, the last value and the years asked for', () => {
    expect(valuesOf(showSeries())).toEqual(['277', '180']);
    expect(valuesOf(showSeries(WIDE, [2016, 1990]))).toEqual(['277', '180', '273']);
  });

  it.each([170, PHONE, 474, WIDE])('keeps labels off the bars at %i pixels', async (width) => {
    const place = showSeries(width, [2016, 2018]);
    await vi.waitFor(() => expect(place.querySelector('svg')?.clientWidth).toBe(width));
    const bars = [...place.querySelectorAll('rect.bar, rect.bar-approx')].map((bar) => bar.getBoundingClientRect());
    for (const label of place.querySelectorAll('.chart-value')) {
      const { left, right, bottom } = label.getBoundingClientRect();
      // The box of a text has room for letters that reach lower than figures do.
      const foot = bottom - 3;
      const under = bars.filter((bar) => bar.right > left + 1 && bar.left < right - 1);
      for (const bar of under) expect(foot, `${label.textContent}`).toBeLessThanOrEqual(bar.top + 1);
    }
  });

  it.each([
    [200, ['A', 'B', 'C']],
    // As wide as an open card on a desktop page.
    [474, series.bands.map(({ label }) => label)],
  ])('at %i pixels names its bands %j', async (width, names) => {
    const place = showSeries(width);
    await vi.waitFor(() => expect(place.querySelector('svg')?.clientWidth).toBe(width));
    expect([...place.querySelectorAll('svg .chart-small')].slice(0, names.length).map((text) => text.textContent)).toEqual(names);
  });

  it('says itself in a sentence', async () => {
    showSeries();
    await expect
      .element(
        page.getByRole('img', {
          name: /6 in FY 2003 at the start, the highest is 277 in FY 2017, the last is 180 in FY 2020\. No figure for FY 2004\./,
        }),
      )
      .toBeVisible();
  });

  it.each([PHONE, WIDE])('fits %i pixels, its labels too', async (width) => {
    const place = showSeries(width, [2016]);
    await vi.waitFor(() => expect(place.querySelector('svg')?.clientWidth).toBe(width));
    const edge = place.getBoundingClientRect();
    for (const text of place.querySelectorAll('svg text')) {
      const box = text.getBoundingClientRect();
      expect(box.left).toBeGreaterThanOrEqual(edge.left);
      expect(box.right).toBeLessThanOrEqual(edge.right + 1);
    }
  });

  it('turns into a table with every year', async () => {
    const place = showSeries();
    await page.getByRole('button', { name: 'Table' }).click();
    expect(place.querySelector('svg')).toBeNull();
    expect(place.querySelectorAll('tbody tr')).toHaveLength(2020 - 2003 + 1);
    await expect.element(page.getByRole('row', { name: /FY 2005 ≈41 read off a published chart/ })).toBeVisible();
    await expectAccessible(place);
  });

  it.each([
    ['light', pageStyles],
    ['dark', darkPageStyles],
  ])('has nothing axe objects to in the %s', async (_name, styles) => {
    await expectAccessible(showSeries(PHONE, [2016], styles));
  });
});

describe('the file', () => {
  it('holds every row with its status and source', () => {
    const lines = csvOf(series).trimEnd().split('\r\n');
    expect(lines[0]).toBe('"year","prosecutions","status","source"');
    expect(lines).toContain('"2005","41","chart","trac-629"');
    expect(lines).toHaveLength(series.rows.length + 1);
  });
});

describe('the scales', () => {
  it('start at zero and end at the edges', () => {
    const BARS = 4;
    const x = bandScale(BARS, 0, 100);
    const y = linearScale(50, 200, 0);
    expect(x.start(BARS - 1) + x.bar + x.start(0)).toBeCloseTo(100);
    expect([y(0), y(25), y(50)]).toEqual([200, 100, 0]);
  });
});
