import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../tools/root.ts';

/** A row of a table that `npm run train` writes: its cells, which have tabs between them, and its line in the file, from 1 on. */
export interface TrainedRow {
  line: number;
  cells: string[];
}

/** Rows of such a table, without comments; none where the file is not there. */
export function readTrainedTable(file: string): TrainedRow[] {
  const path = join(ROOT, file);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return lines.flatMap((text, index) => (text === '' || text.startsWith('#') ? [] : [{ line: index + 1, cells: text.split('\t') }]));
}
