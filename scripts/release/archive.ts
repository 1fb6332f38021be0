import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** A zip file keeps the time of day without its zone; this is midnight wherever it is made. */
const NO_TIME = new Date(1980, 0, 1);
const UNIX = 3;
const PLAIN_FILE = 0o100644;
const PROGRAM = 0o100755;

/**
 * Packs files so that the same contents give the same bytes: in the order of their names, with one date, and of the file
 * mode only whether it is a program.
 * @param folder what the names are relative to.
 * @param files names with `/` between their parts.
 */
export function pack(folder: string, files: readonly string[]): Uint8Array {
  const entries: Zippable = {};
  for (const file of files.toSorted()) {
    const path = join(folder, file);
    const mode = statSync(path).mode & 0o100 ? PROGRAM : PLAIN_FILE;
    entries[file] = [readFileSync(path), { mtime: NO_TIME, os: UNIX, attrs: mode << 16, level: 9 }];
  }
  return zipSync(entries);
}
