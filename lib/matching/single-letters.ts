import { type Automaton, FORM } from './automaton.ts';
import { FACTOR, numbersBelow, START } from './hashes.ts';
import { BEGINS, ENDS, PREFIX_SHIFT } from './word-table.ts';

/**
 * Marks in the `prefixes` of an automaton how forms begin that hold words of one letter, when written as one: hashtags are searched
 * for words of two letters and more, and so for these forms as a whole.
 */
export function markSpelled({ lexicon, kind, lengths, isOpen, prefixes }: Automaton): void {
  if (!lexicon.joined) return;
  const { words, phrases, from, before } = lexicon;
  const { letters, ends } = lexicon.letters;
  const rests = numbersBelow(phrases + 1, phrases + 1);
  const hasSingle = new Uint8Array(phrases + 1);
  const spell = (phrase: number) => {
    let hash = START;
    for (let at = phrase; at !== 0; at = at > words ? rests[at] : 0) {
      const word = at > words ? before[at] : at;
      for (let i = ends[word - 1]; i < ends[word]; i++) {
        hash = Math.imul(hash + letters[i], FACTOR);
        prefixes[hash >>> PREFIX_SHIFT] |= BEGINS;
      }
    }
    prefixes[hash >>> PREFIX_SHIFT] |= ENDS;
  };
  for (let word = 1; word <= words; word++) hasSingle[word] = lengths[word] + isOpen[word] === 1 ? 1 : 0;
  for (let rest = 1; rest <= phrases; rest++) {
    for (let phrase = from[rest]; phrase < from[rest + 1]; phrase++) {
      rests[phrase] = rest;
      hasSingle[phrase] = hasSingle[before[phrase]] | hasSingle[rest];
      if (hasSingle[phrase] === 1 && isOpen[phrase] === 0 && (kind[phrase] & FORM) !== 0) spell(phrase);
    }
  }
}
