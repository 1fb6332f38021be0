/** Rewrites one word so that a person still reads it. */
export type Disguise = (word: string, pick: (below: number) => number) => string;

const HOMOGLYPHS: Record<string, string> = { a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у' };
const LEET: Record<string, string> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };
const COMBINING = ['\u0301', '\u0308', '\u0327', '\u0323'];
const EMOJI = ['🔥', '👀', '✨'];

const letters = (word: string, change: (letter: string, at: number) => string) => Array.from(word, change).join('');
const inside = (word: string, pick: (below: number) => number, insert: string) => {
  const at = 1 + pick(Math.max(1, word.length - 1));
  return word.slice(0, at) + insert + word.slice(at);
};
const styled = (word: string, capital: number, small: number) =>
  letters(word, (letter) =>
    /[A-Z]/.test(letter)
      ? String.fromCodePoint(capital + letter.charCodeAt(0) - 65)
      : /[a-z]/.test(letter)
        ? String.fromCodePoint(small + letter.charCodeAt(0) - 97)
        : letter,
  );

/** Ways to write a word that people read at once and lists of words do not find. */
export const DISGUISES: Record<string, Disguise> = {
  homoglyphs: (word) => letters(word, (letter) => HOMOGLYPHS[letter.toLowerCase()] ?? letter),
  'mixed script': (word, pick) => {
    const chosen = pick(2);
    return letters(word, (letter, at) => (at % 2 === chosen ? (HOMOGLYPHS[letter.toLowerCase()] ?? letter) : letter));
  },
  leet: (word, pick) => {
    const spots = [...word].flatMap((letter, at) => (LEET[letter.toLowerCase()] ? [at] : []));
    const spot = spots[pick(Math.max(1, spots.length))];
    return letters(word, (letter, at) => (at === spot ? LEET[letter.toLowerCase()] : letter));
  },
  'zero-width': (word, pick) => inside(word, pick, ['\u200b', '\u200d', '\u2060', '\u00ad'][pick(4)]),
  spaced: (word) => [...word].join(' '),
  dotted: (word) => [...word].join('.'),
  repeated: (word, pick) => {
    const at = 1 + pick(Math.max(1, word.length - 1));
    return word.slice(0, at) + word[at - 1].repeat(3) + word.slice(at);
  },
  diacritics: (word, pick) => letters(word, (letter) => letter + COMBINING[pick(COMBINING.length)]),
  'emoji in words': (word, pick) => inside(word, pick, EMOJI[pick(EMOJI.length)]),
  bold: (word) => styled(word, 0x1d400, 0x1d41a),
  'sans-serif': (word) => styled(word, 0x1d5a0, 0x1d5ba),
  'full width': (word) => letters(word, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  capitals: (word) => word.toUpperCase(),
};

/** A reproducible run of numbers. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Disguises up to three long words of a text; hashtags, numbers, names of users and links stay as they are. */
export function disguise(text: string, how: Disguise, seed: number): string {
  const pick = dice(seed);
  const words = [...text.matchAll(/(?<![\p{L}\p{N}#@'’/.])[A-Za-z]{5,}(?![\p{L}\p{N}'’/:])/gu)];
  const chosen = new Set(Array.from({ length: Math.min(3, words.length) }, () => words[pick(words.length)].index));
  return text.replace(/(?<![\p{L}\p{N}#@'’/.])[A-Za-z]{5,}(?![\p{L}\p{N}'’/:])/gu, (word, at: number) =>
    chosen.has(at) ? how(word, pick) : word,
  );
}

/** #SaveTheChildren, #save_the_children and #savethechildren are one tag. */
export const HASHTAGS: Record<string, (tag: string) => string> = {
  'lower case': (tag) => tag.toLowerCase(),
  'upper case': (tag) => tag.toUpperCase(),
  split: (tag) => tag.replace(/([a-z])([A-Z])/g, '$1_$2'),
  'with a soft hyphen in a word': (tag) => tag.replace(/^(#.{3})/, '$1\u00ad'),
  'with a soft hyphen between words': (tag) => tag.replace(/([a-z])([A-Z])/g, '$1\u00ad$2'),
  'with a zero-width space in each word': (tag) => tag.replace(/([a-z])([a-z])/g, '$1\u200b$2'),
  'with accents that stand by themselves': (tag) => tag.replace(/([aeiou])/gi, '$1\u0301'),
};
