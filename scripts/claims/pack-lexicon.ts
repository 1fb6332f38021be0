import { countDigits, DIGITS } from '../../lib/matching/digits.ts';
import { ALIKE, type Lexicon, lexiconOf, type PackedLexicon, SHORT } from '../../lib/matching/lexicon.ts';
import { packLine } from './pack-file.ts';

/** A form of more words has no digit in `PackedLexicon.shapes`. */
export const MOST_WORDS = Math.ceil(DIGITS.length / ALIKE);

/** A surface form to find: lower-case words separated by single spaces; a trailing `*` leaves the last word open. */
export interface Form {
  text: string;
  concept: number;
}

/** The forms of each concept as they are shipped. */
export function packLexicon(concepts: readonly (readonly string[])[]): PackedLexicon {
  const words = [...new Set(concepts.flatMap((forms) => forms.flatMap((form) => form.split(' '))))];
  // An open word stands before all that begin with its letters.
  const key = (word: string) => (word.endsWith('*') ? word : `${word}+`);
  words.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const numbers = new Map(words.map((word, index) => [word, index + 1]));
  const packed = { words: packLine(words), counts: '', shapes: '', firsts: '', next: '' };
  const others: number[] = [];
  for (const forms of concepts) {
    packed.counts += countDigits(forms.length, SHORT.counts);
    let before: readonly number[] = [];
    for (const form of forms.map((text) => text.split(' ').map((word) => numbers.get(word) ?? 0)).sort(compare)) {
      others.push(...addForm(packed, form, before));
      before = form;
    }
  }
  return { ...packed, ...packOthers(others) };
}

/** @returns the words that stand in no other column. */
function addForm(
  packed: Pick<PackedLexicon, 'shapes' | 'firsts' | 'next'>,
  form: readonly number[],
  before: readonly number[],
): readonly number[] {
  const most = Math.min(form.length, ALIKE, DIGITS.length - (form.length - 1) * ALIKE) - 1;
  let alike = 0;
  while (alike < most && form[alike] === before[alike]) alike++;
  packed.shapes += DIGITS[(form.length - 1) * ALIKE + alike];
  if (alike === 0) packed.firsts += countDigits(form[0] - (before[0] ?? 0), SHORT.firsts);
  else if (alike < before.length) packed.next += countDigits(form[alike] - before[alike], SHORT.next);
  else return form.slice(alike);
  return form.slice(alike + 1);
}

function packOthers(words: readonly number[]): Pick<PackedLexicon, 'common' | 'others'> {
  const counted = [...Map.groupBy(words, (word) => word)].sort(([a, x], [b, y]) => y.length - x.length || a - b);
  const common = counted.slice(0, SHORT.others).map(([word]) => word);
  const places = new Map(common.map((word, place) => [word, place]));
  return {
    common: common.map((word) => countDigits(word, SHORT.common)).join(''),
    others: words.map((word) => countDigits(places.get(word) ?? word + common.length, SHORT.others)).join(''),
  };
}

/** Word by word; what goes on stands after what ends. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? a.length - b.length : a[at] - (b[at] ?? 0);
}

/** Forms in the order of their concepts, as they are shipped. */
export function packForms(forms: readonly Form[]): PackedLexicon {
  const concepts: string[][] = [];
  for (const { text, concept } of forms) {
    while (concepts.length <= concept) concepts.push([]);
    concepts[concept].push(text);
  }
  return packLexicon(concepts);
}

/** A lexicon of these forms. */
export function toLexicon(forms: readonly Form[]): Lexicon {
  return lexiconOf(packForms(forms));
}
