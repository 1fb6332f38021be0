import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** A zip file keeps the time of day without its zone; this is midnight wherever it is made. */
const NO_TIME = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN_FILE = 0o100644;

/**
 * Packs files so that the same contents give the same bytes on every system: in the order of their names, with one date and one
 * mode. Whether a file is a program is left out, since Windows does not know it and nothing in a package needs it.
 * @param folder what the names are relative to.
 * @param files names with `/` between their parts.
 */
export function pack(folder: string, files: readonly string[]): Uint8Array {
  const entries: Zippable = {};
  for (const file of files.toSorted()) {
    entries[file] = [readFileSync(join(folder, file)), { mtime: NO_TIME, os: UNIX, attrs: PLAIN_FILE << 16, level: 9 }];
  }
  return zipSync(entries);
}
