import type { Problem } from './problems.ts';
import { readTrainedTable } from './trained-table.ts';

/** Counted by `npm run train`: one line a concept, with the ordinary posts that the gate finds it in. */
export const COMMONNESS_FILE = 'claims-data/matching/commonness.tsv';
/** The counts are of so many posts. */
export const OF_POSTS = 100_000;

/** Share of ordinary posts by concept; nothing for one that was not counted yet. */
export type Commonness = readonly (number | undefined)[];

/** In which share of ordinary posts each concept stands. */
export function readCommonness(concepts: readonly { name: string }[], problems: Problem[]): Commonness {
  const counts = readCounts(problems);
  return concepts.map(({ name }) => {
    const count = counts.get(name);
    return count === undefined ? undefined : count / OF_POSTS;
  });
}

function readCounts(problems: Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { line, cells } of readTrainedTable(COMMONNESS_FILE)) {
    const [name, count, ...rest] = cells;
    if (/^\d+$/.test(count ?? '') && rest.length === 0) counts.set(name, Number(count));
    else
      problems.push({
        file: COMMONNESS_FILE,
        line,
        message: 'must be the name of a concept and a whole number, with a tab between; run npm run train',
      });
  }
  return counts;
}
