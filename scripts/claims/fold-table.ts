import {
  FIRST_CLASS_CODE,
  HASH,
  IGNORED,
  latinClass,
  OTHER_LETTER,
  SEPARATOR,
  SPACE,
  SURROGATE,
  SUSPICIOUS,
  SYMBOL,
} from '../../lib/matching/fold.ts';

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

/** Writes a class table as runs of equal classes, for `readFoldTable`. */
export function packFoldTable(table: Uint8Array): string {
  const runs: string[] = [];
  for (let from = 0, to = 0; from < table.length; from = to) {
    while (to < table.length && table[to] === table[from]) to++;
    runs.push(String.fromCharCode(table[from] + FIRST_CLASS_CODE) + (to - from > 1 ? (to - from).toString(36) : ''));
  }
  return runs.join(' ');
}
