import { strings } from './strings.ts';

const ISO_MONTH_LENGTH = 'yyyy-mm'.length;
const ISO_YEAR_LENGTH = 'yyyy'.length;

type Format = Intl.DateTimeFormatOptions;
const MONTH: Format = { month: 'short', year: 'numeric', timeZone: 'UTC' };
const DAY: Format = { dateStyle: 'medium', timeZone: 'UTC' };
const CLOCK: Format = { timeStyle: 'short' };

/** Making one takes longer than drawing a whole card. */
const writers = new Map<Format, { lang: string; writer: Intl.DateTimeFormat }>();

function write(date: Date, format: Format, lang = strings.lang): string {
  let known = writers.get(format);
  if (known?.lang !== lang) {
    known = { lang, writer: new Intl.DateTimeFormat(lang, format) };
    writers.set(format, known);
  }
  return known.writer.format(date);
}

/**
 * `2020`, `2020-07` or `2020-07-20` as `2020` or `Jul 2020`; as it came when it is no such date.
 *
 * @param lang BCP 47; the interface's when left out.
 */
export function monthInWords(iso: string, lang?: string): string {
  return inWords(iso.slice(0, ISO_MONTH_LENGTH), lang);
}

/** As precise as the date itself: `2020`, `Jul 2020` or `Jul 20, 2020`. */
export function inWords(iso: string, lang?: string): string {
  const date = new Date(iso);
  if (iso.length <= ISO_YEAR_LENGTH || Number.isNaN(date.getTime())) return iso;
  return write(date, iso.length <= ISO_MONTH_LENGTH ? MONTH : DAY, lang);
}

/** Time of day on the person's clock, from milliseconds since 1970. */
export function timeOfDay(ms: number): string {
  return write(new Date(ms), CLOCK);
}
