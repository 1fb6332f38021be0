/**
 * Folding: every UTF-16 code unit becomes one of a few classes, so that case, accents, full-width and styled
 * letters, look-alikes from other scripts and invisible characters are read alike at no extra pass.
 */

/** Read as if it were not there: accents, zero-width characters, apostrophes. */
export const IGNORED = 0;
/** White space. */
export const SPACE = 1;
/** Anything else between words. */
export const SEPARATOR = 2;
/** Half of a character outside the basic plane. */
export const SURROGATE = 3;
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

const SUSPICIOUS_CHARACTERS = '@$*!|+';
const HASH_CHARACTERS = '#＃';
const IGNORED_CHARACTERS = "'’‘ʼ´`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\ufeff\u2060";
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
/** Ranges whose characters decompose to Latin letters or digits: accented, modifier, enclosed, full-width. */
const FOLDED_RANGES = [
  [0x00aa, 0x02ff],
  [0x1d00, 0x1dbf],
  [0x1e00, 0x1eff],
  [0x2070, 0x209c],
  [0x2100, 0x214f],
  [0x2460, 0x24ff],
  [0xa720, 0xa7ff],
  [0xfb00, 0xfb06],
  [0xff00, 0xffef],
] as const;
const INVISIBLE_RANGES = [
  [0x0300, 0x036f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2061, 0x2064],
  [0x2066, 0x206f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
] as const;
/** Latin letters that Unicode does not decompose. */
const UNDECOMPOSED = { ø: 'o', đ: 'd', ħ: 'h', ı: 'i', ł: 'l', ŧ: 't', ß: 's', æ: 'a', œ: 'o', ð: 'd', þ: 't', ƀ: 'b', ɡ: 'g', ɑ: 'a' };

/** Class of a lower-case Latin letter or digit, `undefined` for anything else. */
function latinClass(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97 + 1 + LATIN;
  if (code >= 48 && code <= 57) return code - 48 + FIRST_DIGIT;
  return undefined;
}

/**
 * Builds the class table: 65,536 entries, one for each UTF-16 code unit.
 * @param lookAlikes each string is a Latin letter followed by characters that look like it.
 */
export function buildFoldTable(lookAlikes: readonly string[]): Uint8Array {
  const table = new Uint8Array(0x10000).fill(OTHER_LETTER).fill(SPACE, 0, 0x21).fill(SEPARATOR, 0x21, 0x80);
  markSeparators(table);
  table.fill(SURROGATE, 0xd800, 0xe000);
  for (const [from, to] of INVISIBLE_RANGES) table.fill(IGNORED, from, to + 1);
  for (let code = 48; code < 123; code++) {
    const folded = latinClass(String.fromCharCode(code).toLowerCase().charCodeAt(0));
    if (folded !== undefined) table[code] = folded;
  }
  for (const [from, to] of FOLDED_RANGES) foldRange(table, from, to);
  for (const [letter, plain] of Object.entries(UNDECOMPOSED)) {
    for (const form of [letter, letter.toUpperCase()]) {
      if (form.length === 1) table[form.charCodeAt(0)] = latinClass(plain.charCodeAt(0)) ?? OTHER_LETTER;
    }
  }
  for (const entry of lookAlikes) {
    const folded = latinClass(entry.charCodeAt(0));
    for (const character of entry.slice(1)) if (folded !== undefined) table[character.charCodeAt(0)] = folded;
  }
  for (const character of SUSPICIOUS_CHARACTERS) table[character.charCodeAt(0)] = SUSPICIOUS;
  for (const character of HASH_CHARACTERS) table[character.charCodeAt(0)] = HASH;
  for (const character of IGNORED_CHARACTERS) table[character.charCodeAt(0)] = IGNORED;
  return table;
}

/** Latin-1 signs, general punctuation, symbols, CJK punctuation: what stands between words outside ASCII. */
function markSeparators(table: Uint8Array): void {
  for (const [from, to] of [
    [0x80, 0xbf],
    [0x2000, 0x2bff],
    [0x2e00, 0x2e7f],
    [0x3000, 0x303f],
    [0xfe10, 0xfe6f],
    [0xff00, 0xff0f],
    [0xff1a, 0xff20],
  ] as const) {
    table.fill(SEPARATOR, from, to + 1);
  }
  for (const [from, to] of [
    [0xa2, 0xb8],
    [0x20a0, 0x20cf],
    [0x2190, 0x2bff],
  ] as const)
    table.fill(SYMBOL, from, to + 1);
  for (const sign of '<=>^~×÷') table[sign.charCodeAt(0)] = SYMBOL;
}

function foldRange(table: Uint8Array, from: number, to: number): void {
  for (let code = from; code <= to; code++) {
    const character = String.fromCharCode(code);
    if (MARK.test(character)) table[code] = IGNORED;
    else {
      const base = character.normalize('NFKD').toLowerCase();
      const folded = latinClass(base.charCodeAt(0));
      if (folded !== undefined) table[code] = folded;
      else table[code] = LETTER_OR_DIGIT.test(character) ? OTHER_LETTER : SEPARATOR;
    }
  }
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

/** Folds a word the way the scan reads it: for building vocabularies and for tests. */
export function foldText(text: string, fold: Uint8Array): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    let symbol = fold[text.charCodeAt(i)];
    if (symbol === IGNORED) continue;
    if (symbol === SURROGATE) {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) i++;
      symbol = point > 0xffff ? astralClass(point) : SEPARATOR;
      if (symbol === IGNORED) continue;
    }
    if (symbol < LETTER) out += ' ';
    else if (symbol > LATIN) out += String.fromCharCode(symbol - LATIN + 96);
    else if (symbol < OTHER_LETTER) out += String.fromCharCode(symbol - FIRST_DIGIT + 48);
    else out += '?';
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
