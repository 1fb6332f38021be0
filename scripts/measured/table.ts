import { COMMANDS } from './commands.ts';
import { type Group, meets, PROMISES, type Promised, type Unit } from './promises.ts';
import type { Measured, Recorded } from './record.ts';

const WRITTEN: Record<Unit, (value: number) => string> = {
  share: (value) => `${(value * 100).toFixed(1)} %`,
  times: (value) => `${value.toFixed(1)} ×`,
  ms: (value) => `${value < 1 ? value.toFixed(2) : value.toFixed(0)} ms`,
  µs: (value) => `${value.toFixed(0)} µs`,
  kB: (value) => `${(value / 1000).toFixed(1)} kB`,
  MB: (value) => `${(value / 1e6).toFixed(1)} MB`,
  count: (value) => String(Number(value.toFixed(3))),
};
const GROUPS = Object.keys(COMMANDS) as Group[];

/** The table of the README. */
export function readmeTableOf(recorded: Recorded): string {
  const rows = PROMISES.map((promised) => {
    const measured = recorded[promised.group];
    return [promised.what, goalOf(promised), lastOf(promised, measured), measured?.on ?? '', `\`${COMMANDS[promised.group].shown}\``];
  });
  const machines = [...new Set(Object.values(recorded).map((measured) => measured.with))];
  return `${markdown(['What', 'Goal', 'Last value', 'Day', 'Command'], rows)}\nMeasured with ${machines.join('; ')}.\n`;
}

/** Now beside what was recorded, for the eye; and in words what is no longer what is recorded. */
export function comparison(recorded: Recorded, now: Recorded): { table: string; differences: string[] } {
  const measured = PROMISES.filter(({ group }) => now[group]);
  const rows = measured.map((promised) => {
    const { group } = promised;
    const note = differs(promised, recorded[group], now[group]) ? 'DIFFERS' : COMMANDS[group].same === undefined ? 'not compared' : '';
    return [promised.what, goalOf(promised), lastOf(promised, recorded[group]), lastOf(promised, now[group]), note];
  });
  const changed = GROUPS.filter((group) =>
    measured.some((promised) => promised.group === group && differs(promised, recorded[group], now[group])),
  );
  const refresh = `npm run measured -- refresh ${changed.join(' ')}`;
  return {
    table: aligned([['', 'goal', 'recorded', 'now', ''], ...rows]),
    differences:
      changed.length > 0
        ? [`The README tells other values than those measured now (${changed.join(', ')}). If they are meant to change: ${refresh}`]
        : [],
  };
}

function differs({ id, group, unit }: Promised, recorded: Measured | undefined, now: Measured | undefined): boolean {
  const { same } = COMMANDS[group];
  if (same === undefined || !now) return false;
  const before = recorded?.values[id];
  const after = now.values[id];
  if (before === undefined) return true;
  return WRITTEN[unit](before) !== WRITTEN[unit](after) && Math.abs(after - before) > same * Math.abs(before);
}

function goalOf({ goal, unit }: Promised): string {
  return 'least' in goal ? `≥ ${WRITTEN[unit](goal.least)}` : `≤ ${WRITTEN[unit](goal.most)}`;
}

function lastOf(promised: Promised, measured: Measured | undefined): string {
  const value = measured?.values[promised.id];
  if (value === undefined) return 'not measured';
  const of = measured?.values[`${promised.id}.of`];
  return `${WRITTEN[promised.unit](value)}${of === undefined ? '' : ` of ${of}`}${meets(promised, value) ? '' : ', missed'}`;
}

function markdown(head: readonly string[], rows: readonly string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function aligned(rows: readonly string[][]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
