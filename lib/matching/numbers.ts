import { foldText } from './fold.ts';
import type { Scan } from './scanned.ts';

/** A number in a text, by the words it covers. */
export interface NumberHit {
  value: number;
  first: number;
  last: number;
}

/** 62000 · 62,000 · 62.000 · 62 000 · 62’000 · 1.5 · 1,5 */
const GROUPED = /^\d{1,3}(?:[.,\u00a0\u202f\u2009 '’]\d{3})+(?![\d])/;
const PLAIN = /^\d+(?:[.,]\d+)?/;
const SUFFIX = /^\s?(k|m|mn|bn|b)(?![a-z])/i;
const SUFFIX_VALUE: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9 };
const MOST_DIGITS = 24;
/** Words between the parts of a number. */
const AND: ReadonlySet<string> = new Set(['and', 'y', 'e']);
const HUNDRED = 100;
const THOUSAND = 1000;

/**
 * All numbers of a text, in figures or in words, in any of the ways people write them.
 * @param words number words and their values, folded.
 */
export function readNumbers(scan: Scan, words: ReadonlyMap<string, number>, fold: Uint8Array): NumberHit[] {
  const found: NumberHit[] = [];
  for (let word = 0; word < scan.words; word++) {
    const hit = readFigures(scan, word);
    const number = hit ? multiply(scan, hit, words, fold) : readWords(scan, word, words, fold);
    if (!number) continue;
    found.push(number);
    word = number.last;
  }
  return found;
}

function readFigures(scan: Scan, word: number): NumberHit | undefined {
  const from = scan.wordStart[word];
  const text = scan.text.slice(from, from + MOST_DIGITS);
  const grouped = GROUPED.exec(text)?.[0];
  const figures = grouped ?? PLAIN.exec(text)?.[0];
  if (figures === undefined) return undefined;
  const value = Number(grouped ? figures.replace(/\D/g, '') : figures.replace(',', '.'));
  const [suffix = '', unit] = SUFFIX.exec(text.slice(figures.length)) ?? [];
  const end = from + figures.length + suffix.length;
  let last = word;
  while (scan.wordEnd[last] < end) last++;
  return { value: value * (unit ? SUFFIX_VALUE[unit.toLowerCase()] : 1), first: word, last };
}

/** "62 thousand", "1,5 Millionen": figures followed by multiplying words. */
function multiply(scan: Scan, hit: NumberHit, words: ReadonlyMap<string, number>, fold: Uint8Array): NumberHit {
  let { value, last } = hit;
  while (last + 1 < scan.words) {
    const factor = words.get(wordAt(scan, last + 1, fold));
    if (factor === undefined || factor < HUNDRED) break;
    value *= factor;
    last++;
  }
  return { value, first: hit.first, last };
}

/** "sixty-two thousand", "ochocientos mil": units add up; 100, and 1,000 and above, multiply what stands before them. */
function readWords(scan: Scan, first: number, words: ReadonlyMap<string, number>, fold: Uint8Array): NumberHit | undefined {
  let total = 0;
  let group = 0;
  let last = first - 1;
  for (let word = first; word < scan.words; word++) {
    const text = wordAt(scan, word, fold);
    const value = words.get(text);
    if (value === undefined) {
      if (last < first || !AND.has(text)) break;
      continue;
    }
    if (value === HUNDRED) group = Math.max(group, 1) * value;
    else if (value >= THOUSAND) {
      total += Math.max(group, 1) * value;
      group = 0;
    } else group += value;
    last = word;
  }
  return last < first ? undefined : { value: total + group, first, last };
}

function wordAt(scan: Scan, word: number, fold: Uint8Array): string {
  return foldText(scan.text.slice(scan.wordStart[word], scan.wordEnd[word]), fold);
}
