/*
 * A font of blocks: every character is the same rectangle, a space is none. What is drawn with it has the same pixels on every
 * system, since no letter is shaped or smoothed, and still wraps, aligns and takes its colour as text does.
 */

const FAMILY = 'Blocks';
const UNITS_PER_EM = 1000;
const ADVANCE = 500;
const ASCENT = 800;
const DESCENT = -200;
/** Left, bottom, right and top of a block: whole pixels at 10, 12 and 20 px, so that edges are sharp. */
const BLOCK = [100, 0, 500, 600] as const;
/** First and last character of each range: Latin with accents; dashes, quotation marks and bullets. */
const RANGES = [
  [0x20, 0x24f],
  [0x2000, 0x206f],
] as const;
const isSpace = (code: number) => code === 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200f);

/** Loads the font into the page and returns the rule by which styles use it. */
export async function blocksFont(): Promise<string> {
  const face = new FontFace(FAMILY, makeFont());
  document.fonts.add(await face.load());
  return `* { --font: ${FAMILY} !important; font-family: ${FAMILY} !important; }`;
}

/** Bytes of a table: numbers of 16 bits, unless written by `u32`. */
const u32 = (value: number): number[] => [(value >>> 16) & 0xffff, value & 0xffff];
const bytesOf = (words: number[]): number[] => words.flatMap((word) => [(word >> 8) & 0xff, word & 0xff]);

function makeFont(): ArrayBuffer {
  const codes = RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  const [left, bottom, right, top] = BLOCK;
  // One outline of four corners: each flag says "a point on the curve", then come the steps from corner to corner.
  const block = [1, left, bottom, right, top, 3, 0, 0x0101, 0x0101, left, 0, right - left, 0, bottom, top - bottom, 0, bottom - top];
  const glyphs = [[], ...codes.map((code) => (isSpace(code) ? [] : block))];
  const offsets = [0];
  for (const { length } of glyphs) offsets.push(offsets[offsets.length - 1] + length);
  const count = glyphs.length;
  const tables: Record<string, number[]> = {
    'OS/2': [
      ...[4, ADVANCE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0],
      ...[0, 0, 0, 0, 0, ...u32(1), ...u32(0), ...u32(0), ...u32(0), 0x4242, 0x4242, 0x40, RANGES[0][0], RANGES.at(-1)?.[1] ?? 0],
      ...[ASCENT, DESCENT, 0, ASCENT, -DESCENT, ...u32(1), ...u32(0), top, top, 0, 0x20, 1],
    ],
    cmap: characterMap(),
    glyf: glyphs.flat(),
    head: [1, 0, 1, 0, ...u32(0), ...u32(0x5f0f3cf5), 0x000b, UNITS_PER_EM, 0, 0, 0, 0, 0, 0, 0, 0, ...BLOCK, 0, 8, 2, 1, 0],
    hhea: [1, 0, ASCENT, DESCENT, 0, ADVANCE, left, 0, right, 1, 0, 0, 0, 0, 0, 0, 0, 1],
    hmtx: [ADVANCE, left, ...Array(count - 1).fill(left)],
    loca: offsets.flatMap((words) => u32(words * 2)),
    maxp: [1, 0, count, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0],
    name: [0, 0, 6],
    post: [3, 0, ...u32(0), 0, 0, ...u32(1), ...u32(0), ...u32(0), ...u32(0), ...u32(0)],
  };
  return pack(tables);
}

/** Characters follow one another as their glyphs do, so each range is one segment (format 4). */
function characterMap(): number[] {
  let glyph = 1;
  const segments = RANGES.map(([first, last]: readonly [number, number]) => {
    const delta = glyph - first;
    glyph += last - first + 1;
    return { first, last, delta };
  });
  // The end of the list, as the format wants it.
  segments.push({ first: 0xffff, last: 0xffff, delta: 1 });
  const n = segments.length;
  const search = 2 ** Math.floor(Math.log2(n));
  const body = [
    ...[0, n * 2, search * 2, Math.log2(search), (n - search) * 2],
    ...[...segments.map(({ last }) => last), 0, ...segments.map(({ first }) => first)],
    ...[...segments.map(({ delta }) => delta), ...segments.map(() => 0)],
  ];
  return [0, 1, 3, 1, ...u32(12), 4, (body.length + 2) * 2, ...body];
}

/** The tables as one file: a list of them, then each at a place divisible by four. */
function pack(tables: Record<string, number[]>): ArrayBuffer {
  const entries = Object.entries(tables).map(([tag, words]) => ({ tag, bytes: bytesOf(words) }));
  const search = 2 ** Math.floor(Math.log2(entries.length));
  const list = bytesOf([1, 0, entries.length, search * 16, Math.log2(search), (entries.length - search) * 16]);
  const places: number[] = [];
  let at = list.length + entries.length * 16;
  for (const { tag, bytes } of entries) {
    list.push(...[...tag].map((letter) => letter.charCodeAt(0)), ...bytesOf([...u32(sumOf(bytes)), ...u32(at), ...u32(bytes.length)]));
    places.push(at);
    at += Math.ceil(bytes.length / 4) * 4;
  }
  const file = new Uint8Array(at);
  file.set(list);
  for (const [i, { bytes }] of entries.entries()) file.set(bytes, places[i]);
  return file.buffer;
}

function sumOf(bytes: number[]): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4)
    sum = (sum + ((bytes[i] << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0))) >>> 0;
  return sum;
}
