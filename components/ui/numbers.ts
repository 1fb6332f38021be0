import { strings } from './strings.ts';

/** A number as the language writes it: `1,349`, in Spanish `1 349` (all its countries read that one way). */
export function numberInWords(value: number): string {
  const parts = new Intl.NumberFormat(strings.lang, { useGrouping: 'always' }).formatToParts(value);
  return parts.map(({ type, value: text }) => (type === 'group' ? strings.thousands : text)).join('');
}

/** A share of a hundred as the language writes it: `49%`, in Spanish `49 %`. */
export function percentInWords(percent: number): string {
  return new Intl.NumberFormat(strings.lang, { style: 'percent', maximumFractionDigits: 1 }).format(percent / 100);
}
