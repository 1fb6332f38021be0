import type { Interval, Reading } from './rules.ts';

/** A figure of the post that tells how it is meant. */
type Shape = (match: Interval, reading: Reading) => boolean;

const LAUGHING = /[😂🤣🙃😅😆🤡😏]/u;
const YEAR = /\b(?:19|20)\d\d\b/;
const NUMBER = /\d[\d.,]*/g;

/** Capitals and emoji are no shapes: they are put on and off without a change of meaning. */
const SHAPES: Record<string, Shape> = {
  question: ({ pieces }, { structure: { question, sentence } }) => pieces.some(({ last }) => question[sentence[last]] === 1),
  'question-elsewhere': ({ last }, { structure: { question, sentence } }) => question.some((is, at) => is === 1 && at !== sentence[last]),
  'only-questions': (_, { structure: { question, sentence } }) => sentence.every((at) => question[at] === 1),
  quoted: ({ pieces }, { structure: { quoted } }) =>
    quoted.includes(0) && pieces.every(({ first, last }) => quoted[first] + quoted[last] === 2),
  'partly-quoted': ({ pieces }, { structure: { quoted } }) => quoted.includes(0) && pieces.some(({ first }) => quoted[first] === 1),
  quotes: (_, { structure: { quoted } }) => quoted.includes(1),
  exclaims: (_, { scan }) => scan.text.includes('!'),
  insists: (_, { scan }) => /[!?]\s?[!?]/.test(scan.text),
  laughs: (_, { scan }) => LAUGHING.test(scan.text),
  tags: (_, { scan }) => scan.text.includes('#'),
  'after-colon': ({ first }, { scan }) => scan.text.slice(0, scan.wordStart[first]).includes(':'),
  ellipsis: (_, { scan }) => /\.\.\.|…/.test(scan.text),
  year: (_, { scan }) => YEAR.test(scan.text),
  figures: (_, { scan }) => (scan.text.match(NUMBER)?.length ?? 0) >= 3,
  'three-parts': ({ pieces }) => pieces.length >= 3,
  'four-parts': ({ pieces }) => pieces.length >= 4,
};

/** Names of what can be weighed beside words. */
export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPES);

/** The shapes a post has, seen from what matched in it. */
export function holdingShapes(match: Interval, reading: Reading): string[] {
  return SHAPE_NAMES.filter((name) => SHAPES[name](match, reading));
}
