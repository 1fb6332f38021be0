import { availableParallelism } from 'node:os';
import { COMMANDS } from './commands.ts';
import { type Group, type Outputs, valuesOf } from './promises.ts';
import { type Measured, type Recorded, readRecord, writeReadmeTable, writeRecord } from './record.ts';
import { comparison, readmeTableOf } from './table.ts';

const GROUPS = Object.keys(COMMANDS) as Group[];
const USAGE = `npm run measured -- COMMAND [GROUP…]
  refresh  measure, keep the values in docs/measured.json and write the table of the README
  compare  measure quickly and show the values beside those recorded; fails when one that must be the same is not
  table    write the table of the README from docs/measured.json
Groups: ${GROUPS.join(', ')}; all of them if none is named. The build in .output is measured as it is.`;

process.exitCode = run(process.argv[2], process.argv.slice(3));

function run(command: string | undefined, named: string[]): number {
  if (!named.every(isGroup)) {
    console.error(USAGE);
    return 2;
  }
  const groups = named.length > 0 ? (named as Group[]) : GROUPS;
  if (command === 'refresh') return refresh(groups);
  if (command === 'compare') return compare(groups);
  if (command === 'table') return table();
  console.error(USAGE);
  return 2;
}

function isGroup(name: string): name is Group {
  return (GROUPS as string[]).includes(name);
}

function refresh(groups: readonly Group[]): number {
  writeRecord({ ...readRecord(), ...measureAll(groups, false) });
  return table();
}

function compare(groups: readonly Group[]): number {
  const { table: text, differences } = comparison(readRecord(), measureAll(groups, true));
  console.log(text);
  for (const line of differences) console.error(`\n${line}`);
  return differences.length === 0 ? 0 : 1;
}

function table(): number {
  writeReadmeTable(readmeTableOf(readRecord()));
  return 0;
}

function measureAll(groups: readonly Group[], quick: boolean): Recorded {
  const found = groups.map((group) => {
    console.error(`measuring ${group}: ${COMMANDS[group].shown}`);
    return [group, measureOne(group, quick)] as const;
  });
  return Object.fromEntries(found.filter(([, measured]) => measured));
}

function measureOne<G extends Group>(group: G, quick: boolean): Measured | undefined {
  const output: Outputs[G] | undefined = COMMANDS[group].measure(quick);
  if (output === undefined) {
    console.error(`  left out: what it measures on is not here`);
    return undefined;
  }
  return { on: new Date().toISOString().slice(0, 10), with: machine(), values: valuesOf(group, output) };
}

function machine(): string {
  return `Node ${process.versions.node}, ${availableParallelism()} cores`;
}
