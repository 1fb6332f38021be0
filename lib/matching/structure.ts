import type { Scan } from './scanned.ts';

/** Which clause and sentence each word stands in. */
export interface Structure {
  clause: Uint16Array;
  sentence: Uint16Array;
  /** 1 for sentences that end in a question mark. */
  question: Uint8Array;
  /** 1 for words inside quotation marks. */
  quoted: Uint8Array;
}

/** Words that begin a new clause. Language data would be better placed in the lexicon; these are function words. */
const CLAUSE_BREAK = /[,;:()[\]{}"“”«»—–…]|\s-\s/;
const SENTENCE_END = /[.!?…。！？]["'”’)\]]*\s|[.!?…。！？]["'”’)\]]*$|\n|[。！？]| \.|\s[|•·]\s/;
const OPENING = /["“«„]|(?:^|[\s(])['‘‚]$/;
/** Starts one character early: an apostrophe at a word's end belongs to the word. */
const CLOSING = /["”»“]|^.?['’](?:[\s.,;:!?)]|$)/;
/** A longer quotation is taken for a missing closing mark. */
const LONGEST_QUOTE = 60;
const MOST_GAP = 40;

/**
 * Finds clause and sentence boundaries in the gaps between words. Only called for texts that hold a rare concept.
 * A full stop ends a sentence when white space follows; a line break always does.
 * @param clauseWords words that start a clause (but, however, pero …), one flag a word of the scan.
 */
export function readStructure(scan: Scan, clauseWords: Uint8Array): Structure {
  const clause = new Uint16Array(scan.words);
  const sentence = new Uint16Array(scan.words);
  const question = new Uint8Array(scan.words);
  let c = 0;
  let s = 0;
  for (let word = 1; word < scan.words; word++) {
    const gap = gapBefore(scan, word);
    if (gap.length > 1 || gap === '\n' || gap === ',') {
      if (SENTENCE_END.test(gap)) {
        if (gap.includes('?')) question[s] = 1;
        s = Math.min(s + 1, 0xffff);
        c = Math.min(c + 1, 0xffff);
      } else if (CLAUSE_BREAK.test(gap)) c = Math.min(c + 1, 0xffff);
    }
    if (clauseWords[word] === 1) c = Math.min(c + 1, 0xffff);
    clause[word] = c;
    sentence[word] = s;
  }
  if (gapBefore(scan, scan.words).includes('?')) question[s] = 1;
  return { clause, sentence, question, quoted: readQuotes(scan) };
}

/** Words between an opening and a closing quotation mark. */
function readQuotes(scan: Scan): Uint8Array {
  const quoted = new Uint8Array(scan.words);
  let from = -1;
  for (let word = 0; word <= scan.words; word++) {
    const gap = gapBefore(scan, word);
    if (from >= 0 && CLOSING.test(scan.text[scan.wordEnd[word - 1] - 1] + gap)) {
      if (word - from <= LONGEST_QUOTE) quoted.fill(1, from, word);
      from = -1;
    } else if (OPENING.test(gap)) from = word;
  }
  return quoted;
}

/** What stands before a word, or after the last one: so much of it as may say where something ends. */
function gapBefore({ text, words, wordStart, wordEnd }: Scan, word: number): string {
  const from = word === 0 ? 0 : wordEnd[word - 1];
  const to = word === words ? text.length : wordStart[word];
  return text.slice(from, Math.min(to, from + MOST_GAP));
}
