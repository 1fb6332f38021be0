import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../tools/root.ts';
import type { Group } from './promises.ts';

/** The last values of one group. */
export interface Measured {
  /** Day, `2026-11-23`. */
  on: string;
  /** Such as `Node 24.21.0, 2 cores`. */
  with: string;
  /** By id of the promise; `ID.of` where it counts what went wrong among so many. */
  values: Record<string, number>;
}

export type Recorded = Partial<Record<Group, Measured>>;

const FILE = join(ROOT, 'docs/measured.json');
const README = join(ROOT, 'README.md');
/** Between these lines the README is written by `npm run measured`. */
const BEGIN = '<!-- measured: written by `npm run measured`, do not edit -->';
const END = '<!-- /measured -->';

export function readRecord(): Recorded {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Recorded;
}

export function writeRecord(recorded: Recorded): void {
  writeFileSync(FILE, `${JSON.stringify(recorded, null, 2)}\n`);
}

/** What stands in the README between the two lines. */
export function readmeTable(): string {
  const [, after = ''] = readFileSync(README, 'utf8').split(`${BEGIN}\n`);
  return after.split(END)[0];
}

export function writeReadmeTable(table: string): void {
  const [before, after] = readFileSync(README, 'utf8').split(`${BEGIN}\n`);
  if (after === undefined) throw new Error(`README.md has no line ${BEGIN}`);
  writeFileSync(README, `${before}${BEGIN}\n${table}${END}${after.split(END)[1]}`);
}
