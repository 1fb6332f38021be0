import { ticks } from 'd3-array';
import type { Series } from '../../lib/claims/types.ts';
import { numberInWords } from '../ui/numbers.ts';
import { halfWidth, type Label, smallTextWidth, spreadLabels } from './labels.ts';
import { bandScale, linearScale } from './scales.ts';
import { lastOf, peakOf, valueInWords, yearSlots } from './values.ts';

/** Heights in SVG units, which are CSS pixels: the chart is drawn at the width it has. */
const HEIGHT = 210;
const NARROW_HEIGHT = 180;
const LOW_HEIGHT = 164;
const NARROW = 420;
const BAND_AREA = 24;
const LABEL_ROOM = 34;
const AXIS_ROOM = 22;
const TICK_GAP = 8;
const LABEL_LIFT = 5;
const GRID_TICKS = 3;
const TICK_SPACE = 44;
/** A band's name may be this much wider than the band. */
const OVERHANG = 1.15;
const TICK_STEPS = [1, 2, 5, 10, 20];

/** Where everything in a bar chart stands. `low`: a chart that takes little room. */
export function layoutChart(series: Series, width: number, highlightYears: number[], low = false) {
  const slots = yearSlots(series.rows);
  const height = low ? LOW_HEIGHT : width < NARROW ? NARROW_HEIGHT : HEIGHT;
  const bandArea = series.bands.length ? BAND_AREA : 0;
  const ceiling = bandArea + LABEL_ROOM;
  const bottom = height - AXIS_ROOM;
  const peak = peakOf(series.rows);
  const grid = ticks(0, peak.value, GRID_TICKS);
  const gutter = TICK_GAP + Math.max(...grid.map((value) => smallTextWidth(numberInWords(value))));
  const last = lastOf(series.rows);
  // The last label stands over its bar, not over the one before it.
  const x = bandScale(slots.length, gutter, width, (bar) => Math.max(0, halfWidth({ text: valueInWords(last) }) - bar / 2));
  const y = linearScale(peak.value || 1, bottom, ceiling);
  const first = slots[0].year;
  const start = (year: number) => x.start(year - first);
  const middle = (year: number) => x.middle(year - first);
  const named = new Set([peak.year, last.year, ...highlightYears]);
  const wanted = [...named].flatMap((year): Label[] => {
    const row = series.rows.find((r) => r.year === year);
    return row ? [{ key: year, text: valueInWords(row), x: middle(year), y: y(row.value) - LABEL_LIFT }] : [];
  });
  const top = (from: number, to: number): number =>
    Math.min(...series.rows.filter(({ year }) => start(year) < to && start(year) + x.bar > from).map(({ value }) => y(value)));
  return {
    slots,
    height,
    bottom,
    gutter,
    bar: x.bar,
    start,
    middle,
    y,
    labels: spreadLabels(wanted, { width, reach: x.bar, top }),
    grid,
    bands: layoutBands(series, width, x.step, middle),
    room: bottom - bandArea,
    ticks: yearTicks(
      slots.map((s) => s.year),
      x.step,
    ),
  };
}

/** Years that get a label under the axis: round ones, as close as the width allows. */
function yearTicks(years: number[], step: number): number[] {
  const every = TICK_STEPS.find((n) => n * step >= TICK_SPACE) ?? years.length;
  return years.filter((year) => year % every === 0);
}

/**
 * Bands cut to the years drawn, each with its name above it, kept inside the chart. When one of the names sticks out of its band by
 * more than a little, letters stand there and a key explains them.
 */
function layoutBands(series: Series, width: number, step: number, middle: (year: number) => number) {
  const years = series.rows.map((row) => row.year);
  const first = Math.min(...years);
  const last = Math.max(...years);
  const shown = series.bands
    .map((band) => ({ ...band, from: Math.max(band.from, first), to: Math.min(band.to, last) }))
    .filter((band) => band.from <= band.to)
    .map((band) => ({ ...band, x: middle(band.from) - step / 2, width: (band.to - band.from + 1) * step }));
  const fits = shown.every((band) => smallTextWidth(band.label) <= band.width * OVERHANG);
  return shown.map((band, i) => {
    const short = fits ? band.label : String.fromCharCode('A'.charCodeAt(0) + i);
    const middle = Math.min(band.x + band.width / 2, width - smallTextWidth(short) / 2);
    return { ...band, short, middle, keyed: !fits };
  });
}

/** The layout of one chart. */
export type ChartLayout = ReturnType<typeof layoutChart>;
