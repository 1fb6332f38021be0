import type { Summary } from '../bench/page-table.ts';
import { GOALS } from '../bench/page-table.ts';
import type { Quality } from '../claims/measure.ts';

/** What is measured by one command. */
export type Group = 'quality' | 'fresh' | 'hard' | 'speed' | 'page' | 'size' | 'access' | 'privacy';

/** What the commands print with `--json`, as far as it is read here. */
export interface Outputs {
  quality: Quality;
  fresh: Quality;
  hard: Quality;
  speed: {
    rows: { name: string; floors: number }[];
    microseconds: { matchNothing: { p99: number } };
    readyMilliseconds: { first: number };
  };
  page: Summary;
  size: { contentScript: number; engine: number; pack: number };
  access: Checks;
  privacy: Checks;
}

export interface Checks {
  run: number;
  failed: number;
}

/** How a value is written. Shares are 0 to 1, sizes bytes. */
export type Unit = 'share' | 'times' | 'ms' | 'µs' | 'kB' | 'MB' | 'count';

/** One row of the table in the README. */
export interface Promised<G extends Group = Group> {
  id: string;
  group: G;
  what: string;
  unit: Unit;
  goal: { least: number } | { most: number };
  read(output: Outputs[G]): number;
  /** How many there were in all, where the value counts what went wrong. */
  of?(output: Outputs[G]): number;
}

/** In the order of the table. */
export const PROMISES = [
  ...rows('quality', {
    'real-precision': ['Cards under labelled real posts that are right', 'share', { least: 0.985 }, ({ precision }) => precision],
    'real-recall': ['Real posts making a known claim that get a card', 'share', { least: 0.84 }, ({ recallYes }) => recallYes],
    'false-cards': ['Cards per 100,000 ordinary posts', 'count', { most: 2 }, ({ falseCardsPer100000 }) => falseCardsPer100000],
  }),
  ...rows('fresh', {
    'fresh-precision': ['Cards that are right, on posts written to measure', 'share', { least: 0.95 }, ({ precision }) => precision],
    'fresh-recall': ['Claims found, on posts written to measure', 'share', { least: 0.75 }, ({ recallYes }) => recallYes],
  }),
  ...rows('hard', {
    'hard-precision': ['Cards that are right, on posts written to be hard', 'share', { least: 0.95 }, ({ precision }) => precision],
    'hard-recall': ['Claims found, on posts written to be hard', 'share', { least: 0.75 }, ({ recallYes }) => recallYes],
  }),
  ...rows('speed', {
    decision: [
      'Deciding on a post, against just looping over its letters',
      'times',
      { most: 8 },
      (bench) => floorsOf(bench, 'whole decision, posts that match nothing'),
    ],
    'slowest-decision': ['The same, slowest of a hundred posts', 'µs', { most: 25 }, ({ microseconds }) => microseconds.matchNothing.p99],
    regexp: [
      'A regular expression of 5,000 phrases, against our search for them',
      'times',
      { least: 40 },
      (bench) => floorsOf(bench, 'RegExp alternation /gi, anywhere, 5000') / floorsOf(bench, 'phrase scan, 5000 patterns'),
    ],
    ready: ['Getting the matcher ready, first time', 'ms', { most: 15 }, ({ readyMilliseconds }) => readyMilliseconds.first],
  }),
  ...rows('page', {
    'long-tasks': ['Long tasks that would not be without us', 'count', { most: GOALS.longTasks }, worst('long tasks by us')],
    'per-post': ['Processor time a post', 'ms', { most: GOALS.perPost }, worst('own CPU a post')],
    'card-delay': ['A card after its post, 95 of 100', 'ms', { most: GOALS.delay95 }, worst('card delay p95')],
    late: ['Cards that come after their post was seen', 'share', { most: GOALS.late }, worst('cards after their post was painted')],
    shift: ['Layout shift by us', 'count', { most: GOALS.shift }, worst('layout shift')],
    heap: ['Memory', 'MB', { most: GOALS.heap }, worst('heap')],
    load: ['Processor time while the page loads', 'ms', { most: GOALS.load }, worst('own CPU while the page loads')],
  }),
  ...rows('size', {
    'content-script': ['What is loaded into every served page, gzip', 'kB', { most: GOALS.size }, ({ contentScript }) => contentScript],
    engine: ['Matcher without its data, gzip', 'kB', { most: 10_000 }, ({ engine }) => engine],
    pack: ['Rules and words of the matcher, gzip', 'kB', { most: 60_000 }, ({ pack }) => pack],
  }),
  ...rows('access', {
    'access-faults': ['Accessibility checks that fail', 'count', { most: 0 }, ({ failed }) => failed, ({ run }) => run],
  }),
  ...rows('privacy', {
    'privacy-faults': [
      'Privacy checks that fail: requests, traces, drafts read',
      'count',
      { most: 0 },
      ({ failed }) => failed,
      ({ run }) => run,
    ],
  }),
] as readonly Promised[];

type Row<G extends Group> = [string, Unit, Promised['goal'], (output: Outputs[G]) => number, ((output: Outputs[G]) => number)?];

function rows<G extends Group>(group: G, table: Record<string, Row<G>>): Promised<G>[] {
  return Object.entries(table).map(([id, [what, unit, goal, read, of]]) => ({ id, group, what, unit, goal, read, ...(of && { of }) }));
}

function floorsOf({ rows: measured }: Outputs['speed'], name: string): number {
  const row = measured.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`npm run -s bench prints no row "${name}" any more; change scripts/measured/promises.ts.`);
  return row.floors;
}

/** The worse of the two feeds. */
function worst(what: string): (output: Outputs['page']) => number {
  return ({ lines }) => {
    const found = lines.filter((line) => line.what === what);
    if (found.length === 0)
      throw new Error(`npm run -s bench:page prints no line "${what}" any more; change scripts/measured/promises.ts.`);
    return Math.max(...found.map(({ value }) => value));
  };
}

export function meets({ goal }: Promised, value: number): boolean {
  return 'least' in goal ? value >= goal.least : value <= goal.most;
}

/** The values of one group, as they are recorded: by id, and `ID.of` where they count. Short, since people read them. */
export function valuesOf<G extends Group>(group: G, output: Outputs[G]): Record<string, number> {
  const own = PROMISES.filter((promised) => promised.group === group);
  return Object.fromEntries(
    own.flatMap(
      ({ id, read, of }) => [[id, short(read(output))], ...(of ? [[`${id}.of`, of(output)] as const] : [])] as [string, number][],
    ),
  );
}

function short(value: number): number {
  return Number(value.toPrecision(5));
}
