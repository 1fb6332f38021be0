/**
 * Folding: every UTF-16 code unit becomes one of a few classes, so that case, accents, full-width and styled
 * letters, look-alikes from other scripts and invisible characters are read alike at no extra pass.
 */

/** Read as if it were not there: accents, zero-width characters, apostrophes. */
export const IGNORED = 0;
/** Half of a character outside the basic plane. This class and the one before are rare, and need a closer look than those after. */
export const SURROGATE = 1;
/** White space. */
export const SPACE = 2;
/** Anything else between words. */
export const SEPARATOR = 3;
/** Separators that may disguise a word: `@`, `$`, `*`, `!`, `|`, `+`. */
export const SUSPICIOUS = 4;
/** Begins a hashtag. */
export const HASH = 5;
/** Separators that no word needs between its letters: `=`, `°`, `☆`. */
export const SYMBOL = 6;
/** Classes from here on are parts of words. Digits are 33–42. */
export const LETTER = 32;
export const FIRST_DIGIT = LETTER + 1;
/** A letter that folds to no Latin letter: part of a word, matches nothing. */
export const OTHER_LETTER = FIRST_DIGIT + 10;
/** Set in the classes of a–z, which are 65–90; together with `LETTER` in the same word it says that the word is mixed. */
export const LATIN = 64;

/** Character of class 0 in a packed table. */
export const FIRST_CLASS_CODE = 35;

/** Class of a lower-case Latin letter or digit, `undefined` for anything else. */
export function latinClass(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97 + 1 + LATIN;
  if (code >= 48 && code <= 57) return code - 48 + FIRST_DIGIT;
  return undefined;
}

/** Class of a character of a folded text other than a space. */
export function formClass(code: number): number {
  return latinClass(code) ?? OTHER_LETTER;
}

/** The character of a folded text that has a class from `LETTER` on. */
export function formLetter(symbol: number): string {
  if (symbol > LATIN) return String.fromCharCode(symbol - LATIN + 96);
  return symbol < OTHER_LETTER ? String.fromCharCode(symbol - FIRST_DIGIT + 48) : '?';
}

/**
 * Unpacks the class table: 65,536 entries, one for each UTF-16 code unit.
 * @param runs as `npm run claims -- build` writes them: for each run of equal classes its class, as a character from 0 on, and its length, base 36.
 * @param entry what the table holds for a class.
 */
export function readFoldTable(runs: string, entry = (symbol: number) => symbol): Uint8Array {
  const table = new Uint8Array(0x10000);
  let at = 0;
  for (const run of runs.split(' ')) {
    const length = run.length > 1 ? Number.parseInt(run.slice(1), 36) : 1;
    table.fill(entry(run.charCodeAt(0) - FIRST_CLASS_CODE), at, at + length);
    at += length;
  }
  return table;
}

/**
 * Class of a character outside the basic plane: styled Latin letters (𝐛𝐨𝐥𝐝, 🅰, 🇦) fold to their letter,
 * emoji and other symbols separate words.
 */
export function astralClass(codePoint: number): number {
  if (codePoint >= 0x1d400 && codePoint <= 0x1d7ff) {
    return latinClass(String.fromCodePoint(codePoint).normalize('NFKD').toLowerCase().charCodeAt(0)) ?? OTHER_LETTER;
  }
  if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) return codePoint - 0x1f1e6 + 1 + LATIN;
  if (codePoint >= 0x1f130 && codePoint <= 0x1f189) return (((codePoint - 0x1f130) % 32) % 26) + 1 + LATIN;
  if (codePoint >= 0xe0000) return IGNORED;
  return codePoint < 0x1f000 ? OTHER_LETTER : SEPARATOR;
}

/** Class of the character at `i`, where the class of its first half is `SURROGATE`; that class when it has no second half. */
export function wideClass(text: string, i: number): number {
  const point = text.codePointAt(i) ?? 0;
  return point > 0xffff ? astralClass(point) : SURROGATE;
}

/** Class of a half of a character, where that is `SURROGATE`: the first half stands for the whole, the second is read over. */
export function halfClass(text: string, i: number): number {
  const symbol = wideClass(text, i);
  if (symbol !== SURROGATE) return symbol;
  return i > 0 && wideClass(text, i - 1) !== SURROGATE ? IGNORED : SEPARATOR;
}

/** Folds a word the way the scan reads it: for building vocabularies and for tests. */
export function foldText(text: string, fold: Uint8Array): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    let symbol = fold[text.charCodeAt(i)];
    if (symbol === SURROGATE) {
      symbol = wideClass(text, i);
      if (symbol !== SURROGATE) i++;
    }
    if (symbol === IGNORED) continue;
    out += symbol < LETTER ? ' ' : formLetter(symbol);
  }
  return out.replace(/ +/g, ' ').trim();
}

/** Letter and what stands for it. */
const ALIKE = ['o0', 'il1!|', 'e3', 'a4@', 's5$', 't7+', 'b8', 'g9'];
/** Class that a character has in a disguise, by its class; signs are in `SIGN_LETTER`. */
export const DISGUISED = Uint8Array.from({ length: 128 }, (_, symbol) => symbol);
/** Class of the letter that a sign (by its ASCII code) stands for, 0 for none. */
export const SIGN_LETTER = new Uint8Array(128);
for (const [letter, ...others] of ALIKE) {
  for (const other of others) {
    const own = latinClass(other.charCodeAt(0));
    const stands = latinClass(letter.charCodeAt(0)) ?? 0;
    if (own === undefined) SIGN_LETTER[other.charCodeAt(0)] = stands;
    else DISGUISED[own] = stands;
  }
}
