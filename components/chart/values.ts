import type { Series, SeriesRow } from '../../lib/claims/types.ts';
import { numberInWords } from '../ui/numbers.ts';
import { strings } from '../ui/strings.ts';

/** A year of the axis: its row, or none when the record holds no figure. */
export interface YearSlot {
  year: number;
  row?: SeriesRow;
}

/** Every year from the first to the last, gaps included. */
export function yearSlots(rows: SeriesRow[]): YearSlot[] {
  const byYear = new Map(rows.map((row) => [row.year, row]));
  const years = [...byYear.keys()];
  const first = Math.min(...years);
  const length = rows.length ? Math.max(...years) - first + 1 : 0;
  return Array.from({ length }, (_, i) => ({ year: first + i, row: byYear.get(first + i) }));
}

/** The row with the highest value, the earliest of equals. */
export function peakOf(rows: SeriesRow[]): SeriesRow {
  return rows.reduce((best, row) => (row.value > best.value ? row : best));
}

/** The latest row. */
export function lastOf(rows: SeriesRow[]): SeriesRow {
  return rows.reduce((best, row) => (row.year > best.year ? row : best));
}

function firstOf(rows: SeriesRow[]): SeriesRow {
  return rows.reduce((best, row) => (row.year < best.year ? row : best));
}

/** `277`, `1,349`, or `≈41` for a value read off a chart. */
export function valueInWords(row: SeriesRow): string {
  const value = numberInWords(row.value);
  return row.status === 'chart' ? `≈${value}` : value;
}

/** `FY 2017`, or `2017` for calendar years. */
export function yearInWords(series: Series, year: number): string {
  return series.yearPrefix ? `${strings.chart.fiscal} ${year}` : String(year);
}

/** One sentence that says what the chart shows, for people who cannot see it. */
export function summaryOf(series: Series): string {
  const point = (row: SeriesRow) => strings.chart.point(valueInWords(row), yearInWords(series, row.year));
  const gaps = yearSlots(series.rows).filter((slot) => !slot.row);
  return strings.chart.summary({
    title: endSentence(series.title),
    unit: series.unit,
    first: point(firstOf(series.rows)),
    peak: point(peakOf(series.rows)),
    last: point(lastOf(series.rows)),
    gaps: gaps.map((slot) => yearInWords(series, slot.year)).join(', '),
  });
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The series as comma-separated values (RFC 4180), one line a year, with the status and source of each. */
export function csvOf(series: Series): string {
  const quote = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
  const head = ['year', series.unit, 'status', 'source'];
  const lines = [head, ...series.rows.map((r) => [r.year, r.value, r.status, r.source])];
  return `${lines.map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}
