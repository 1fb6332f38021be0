import { join, resolve } from 'node:path';
import type { UpdateSource } from '../../lib/updates/types.ts';
import { readDataFile } from '../claims/data-file.ts';
import { DataError } from '../claims/problems.ts';
import { ROOT } from '../tools/root.ts';

const FILE = join(ROOT, 'claims-data/updates/server.yaml');

/**
 * The server the extension is built for; nothing when none is named. Tests build with a file of their own, named in the
 * environment variable `UPDATE_SERVER`.
 * @throws DataError when the file has mistakes.
 */
export function updateServer(file = process.env.UPDATE_SERVER): UpdateSource | null {
  const { value, problems } = readDataFile<UpdateSource>(file ? resolve(file) : FILE, 'claims-data/schema/update-server.schema.json');
  if (problems.length > 0) throw new DataError(problems);
  return value.origin === '' ? null : value;
}
