import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SPOKEN } from '../../lib/language.ts';
import { ROOT } from '../tools/root.ts';
import { fileName, PICTURES, type Store } from './listing.ts';

/** Where the browser tests leave the pictures of the stores, one folder a language. */
export const TAKEN = join(ROOT, '.output/screenshots/store');

/** Bytes of a PNG before its width and height, and where its kind of colour is. */
const WIDTH = 16;
const HEIGHT = 20;
const COLOUR = 25;
/** Colour without transparency, which stores want. */
const OPAQUE = 2;

/** Paths of all pictures, from `folder`. */
export function picturePaths(folder = TAKEN): string[] {
  return SPOKEN.flatMap((language) => PICTURES.map((picture) => join(folder, language, fileName(picture))));
}

/** What a store would refuse about the pictures: absent, of another size, or see-through. */
export function pictureProblems(stores: readonly Store[], paths = picturePaths()): string[] {
  return paths.flatMap((path) => {
    const name = relative(ROOT, path);
    if (!existsSync(path)) return [`${name} is missing; \`npm run screenshots -- --store\` takes it.`];
    const { size, opaque } = pngOf(readFileSync(path));
    const refusing = stores.filter(({ screenshots }) => screenshots.size !== size).map(({ name: store }) => store);
    return [
      ...(refusing.length > 0 ? [`${name} is ${size}, which is not what these ask for: ${refusing.join(', ')}.`] : []),
      ...(opaque ? [] : [`${name} has transparency; stores take none.`]),
    ];
  });
}

function pngOf(bytes: Buffer): { size: string; opaque: boolean } {
  return { size: `${bytes.readUInt32BE(WIDTH)}x${bytes.readUInt32BE(HEIGHT)}`, opaque: bytes[COLOUR] === OPAQUE };
}
