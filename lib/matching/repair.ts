import { foldText } from './fold.ts';
import { UNKNOWN_COST, type Vocabulary } from './vocabulary.ts';

/** A text with disguised words written out, and where each of its code units came from. */
export interface Repaired {
  text: string;
  /** Index in the original text of each code unit, and one entry for the end. */
  origin: Int32Array;
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

/** With what cannot be seen between its letters, such as soft hyphens. */
const HASHTAG = /[#＃]([\p{L}\p{N}\p{M}\p{Cf}_]{3,100})/gu;
const UNSEEN = /[\p{M}\p{Cf}]/gu;
const SPACED = /(?<![\p{L}\p{N}])[\p{L}@$]([ .\-_*·|/])(?:[\p{L}@$]\1){2,79}[\p{L}@$](?![\p{L}\p{N}])/gu;
const CHUNK = /[^\s#\-–—/]{3,60}/gu;
/** Most chunks: letters alone, none of them three times in a row, and punctuation after them. */
const PLAIN = /^(?:([a-z])(?!\1\1))*[.,:;?)'"]*$/i;
const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
};
const LEET_SIGN = /[01345789@$!|+]/g;
const SECOND_READING: Record<string, string> = { '1': 'l', '!': 'l', '|': 'i' };
/** 100k, 5yrs, 2nd: numbers, not words in disguise. */
const AMOUNT = /^[$]?\d[\d.,]*\p{L}{0,3}$/u;
/** Letters with an emoji or another odd sign between them. */
const BROKEN = /\p{L}[^\p{L}\p{N}\p{P}\p{M}\s]+\p{L}/u;
const VOWELS = 'aeiou';
const REPEATED = /(.)\1{2,}/gu;
/** Letters that stood apart often hold an article; in a hashtag it would split a longer word. */
const FILLER_COST = 0.25;
const SHORTEST_SPACED = 4;
const SHORTEST_READING = 4;
const MOST_EDITS = 400;

/** Whether an emoji or another odd sign breaks a word; the scan reads those in the basic plane as plain gaps. */
export function isBroken(text: string): boolean {
  return BROKEN.test(text);
}

/**
 * Writes out split hashtags, l3et, s p a c e d and repeated letters, but only where that yields a word of the
 * vocabulary: an ordinary text comes back as `undefined`.
 */
export function repair(text: string, vocabulary: Vocabulary, fold: Uint8Array): Repaired | undefined {
  const edits = [...hashtagEdits(text, vocabulary, fold), ...spacedEdits(text, vocabulary, fold), ...chunkEdits(text, vocabulary, fold)]
    .sort((a, b) => a.from - b.from)
    .slice(0, MOST_EDITS);
  return edits.length === 0 ? undefined : apply(text, edits);
}

function* hashtagEdits(text: string, vocabulary: Vocabulary, fold: Uint8Array): Generator<Edit> {
  let tags = 0;
  for (const tag of text.matchAll(HASHTAG)) {
    if (tags++ === MOST_EDITS) return;
    const from = tag.index + 1;
    const folded = foldText(tag[1], fold).replaceAll(' ', '');
    if (vocabulary.knows(folded)) continue;
    const camel = tag[1]
      .replace(UNSEEN, '')
      .replaceAll('_', ' ')
      .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
    const split = foldText(camel, fold)
      .split(' ')
      .flatMap((word) => (vocabulary.knows(word) ? [word] : (segment(word, vocabulary) ?? [word])));
    if (split.length > 1) yield { from, to: tag.index + tag[0].length, text: split.join(' ') };
  }
}

/** Splits a hashtag into known words, the fewest first; `undefined` when too little of it is known. */
export function segment(run: string, vocabulary: Vocabulary): string[] | undefined {
  const found = vocabulary.split(run, 1);
  return found.cost < UNKNOWN_COST && found.words.length > 1 ? found.words : undefined;
}

/** Splits letters that stood apart into words, as long as one of them is known and no filler. */
function segmentSpaced(run: string, vocabulary: Vocabulary): string[] | undefined {
  const found = vocabulary.split(run, FILLER_COST);
  return found.words.some((word) => word.length >= SHORTEST_SPACED && vocabulary.knows(word)) ? found.words : undefined;
}

function* spacedEdits(text: string, vocabulary: Vocabulary, fold: Uint8Array): Generator<Edit> {
  let runs = 0;
  for (const run of text.matchAll(SPACED)) {
    if (runs++ === MOST_EDITS) return;
    const letters = foldText(unleet(run[0].replaceAll(run[1], '')), fold);
    const words = vocabulary.has(letters) ? [letters] : segmentSpaced(letters, vocabulary);
    if (words) yield { from: run.index, to: run.index + run[0].length, text: words.map((word) => vocabulary.spell(word)).join(' ') };
  }
}

function* chunkEdits(text: string, vocabulary: Vocabulary, fold: Uint8Array): Generator<Edit> {
  for (const chunk of text.matchAll(CHUNK)) {
    if (PLAIN.test(chunk[0])) continue;
    const [, lead = '', core = ''] = /([^\p{L}\p{N}@$]*)(.*?)[^\p{L}\p{N}]*$/u.exec(chunk[0]) ?? [];
    if (core.length < SHORTEST_READING || !/\p{L}/u.test(core) || AMOUNT.test(core)) continue;
    const plain = foldText(core, fold);
    if (!plain.includes(' ') && !/[0-9]/.test(plain) && !/(.)\1\1/.test(plain)) continue;
    if (!BROKEN.test(core) && plain.split(' ').every((word) => vocabulary.knows(word))) continue;
    const readings = candidates(core, fold).filter((candidate) => candidate.length >= SHORTEST_READING);
    const word = readings.find((reading) => vocabulary.hasWhole(reading)) ?? readings.find((reading) => vocabulary.knows(reading));
    if (word) yield { from: chunk.index + lead.length, to: chunk.index + lead.length + core.length, text: word };
  }
}

/** Readings of a disguised word, the likeliest first. */
function candidates(core: string, fold: Uint8Array): string[] {
  // Sets, as most readings of a word are alike.
  const spellings = new Set([core, unleet(core), unleet(core, SECOND_READING)]);
  const star = core.indexOf('*');
  if (star > 0 && star === core.lastIndexOf('*')) for (const vowel of VOWELS) spellings.add(unleet(core.replace('*', vowel)));
  const readings = Array.from(spellings, (text) => foldText(text, fold).replaceAll(' ', ''));
  return [...new Set(readings.flatMap((reading) => [reading, reading.replace(REPEATED, '$1$1'), reading.replace(REPEATED, '$1')]))];
}

function unleet(text: string, first: Record<string, string> = {}): string {
  return text.replace(LEET_SIGN, (sign) => first[sign] ?? LEET[sign]);
}

function apply(text: string, all: readonly Edit[]): Repaired {
  let end = 0;
  const edits = all.filter(({ from, to }) => {
    const isApart = from >= end;
    if (isApart) end = to;
    return isApart;
  });
  const origin = new Int32Array(edits.reduce((length, edit) => length + edit.text.length - (edit.to - edit.from), text.length) + 1);
  const parts: string[] = [];
  let at = 0;
  let written = 0;
  const copy = (to: number) => {
    parts.push(text.slice(at, to));
    while (at < to) origin[written++] = at++;
  };
  for (const edit of edits) {
    copy(edit.from);
    const scale = (edit.to - edit.from) / edit.text.length;
    for (let i = 0; i < edit.text.length; i++) origin[written++] = edit.from + Math.floor(i * scale);
    parts.push(edit.text);
    at = edit.to;
  }
  copy(text.length);
  origin[written] = text.length;
  return { text: parts.join(''), origin };
}
