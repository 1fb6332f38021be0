import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPICS_FILE } from '../claims/topics.ts';
import { readTrainedTable } from '../claims/trained-table.ts';
import { ROOT } from '../tools/root.ts';

/** The cells of each feature in the table of topics, like `claim-id=12`. */
export type Cells = ReadonlyMap<string, readonly string[]>;

const PATH = join(ROOT, TOPICS_FILE);

/** Reads the table of topics without the weights of one class, which are to be learned anew. */
export function readCells(without: string): Cells {
  return new Map(
    readTrainedTable(TOPICS_FILE)
      .map(({ cells: [feature, ...cells] }) => [feature, cells.filter((cell) => !cell.startsWith(`${without}=`))] as const)
      .filter(([, cells]) => cells.length > 0),
  );
}

/** Writes the table of topics anew, with the weights of one more class, in whole steps. */
export function writeCells(cells: Cells, name: string, weights: ReadonlyMap<string, number>): void {
  const [about] = readFileSync(PATH, 'utf8').split('\n', 1);
  const table = new Map([...cells].map(([feature, own]) => [feature, [...own]]));
  for (const [feature, weight] of weights) table.set(feature, [...(table.get(feature) ?? []), `${name}=${weight}`]);
  const rows = [...table].map(([feature, own]) => [feature, ...own].join('\t')).sort();
  writeFileSync(PATH, `${about}\n${rows.join('\n')}\n`);
}
