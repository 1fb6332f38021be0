import type { Totals } from './totals.ts';

/** A stage of the tests that was run, and how long it took. */
export interface Stage extends Totals {
  name: string;
  seconds: number;
}

/** Lines for causes, so that they and the totals stand on one screen together. */
const ROOM = 30;
const LEAST = 6;

/** What stands at the end of the tests: what failed and why, each stage's totals, and the sum of all in the last line. */
export function lastScreen(stages: readonly Stage[]): string[] {
  const told = stages.flatMap(({ name, causes, again = [] }) => [
    { title: `FAILED at first in ${name}, passed when tried again`, causes: again },
    { title: `FAILED in ${name}`, causes },
  ]);
  const parts = told.filter(({ causes }) => causes.length > 0);
  const room = Math.max(LEAST, Math.floor(ROOM / Math.max(1, parts.length)));
  return [
    ...parts.flatMap(({ title, causes }) => [title, ...within(room, causes), '']),
    ...stages.map((stage) => `${stage.name.padEnd(8)} ${inWords(stage).padEnd(24)} ${stage.seconds.toFixed(0).padStart(5)} s`),
    inWords(sum(stages)),
  ];
}

export function inWords({ passed, failed, skipped }: Pick<Totals, 'passed' | 'failed' | 'skipped'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function sum(stages: readonly Totals[]): Pick<Totals, 'passed' | 'failed' | 'skipped'> {
  const of = (key: 'passed' | 'failed' | 'skipped') => stages.reduce((total, stage) => total + stage[key], 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** As many causes as there is room for, the first of them at least; of what a program wrote, its end. */
function within(room: number, causes: readonly string[]): string[] {
  const shown: string[] = [];
  for (const [i, cause] of causes.entries()) {
    const lines = cause.split('\n');
    if (i === 0 && lines.length > room) shown.push(lines[0], ...lines.slice(-(room - 1)));
    else if (shown.length + lines.length > room) return [...shown, `… and ${causes.length - i} more, further up`];
    else shown.push(...lines);
  }
  return shown;
}
