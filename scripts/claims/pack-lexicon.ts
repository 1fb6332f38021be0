import { countDigits, DIGITS } from '../../lib/matching/digits.ts';
import { ALIKE, type Lexicon, lexiconOf, type PackedLexicon } from '../../lib/matching/lexicon.ts';
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
  const packed: PackedLexicon = { words: packLine(words), counts: '', shapes: '', next: '', others: '' };
  for (const forms of concepts) {
    packed.counts += countDigits(forms.length);
    let before: readonly number[] = [];
    for (const form of forms.map((text) => text.split(' ').map((word) => numbers.get(word) ?? 0)).sort(compare)) {
      addForm(packed, form, before);
      before = form;
    }
  }
  return packed;
}

function addForm(packed: PackedLexicon, form: readonly number[], before: readonly number[]): void {
  const most = Math.min(form.length, ALIKE, DIGITS.length - (form.length - 1) * ALIKE) - 1;
  let alike = 0;
  while (alike < most && form[alike] === before[alike]) alike++;
  packed.shapes += DIGITS[(form.length - 1) * ALIKE + alike];
  if (alike < before.length) packed.next += countDigits(form[alike] - before[alike]);
  else packed.others += countDigits(form[alike]);
  packed.others += form
    .slice(alike + 1)
    .map(countDigits)
    .join('');
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
