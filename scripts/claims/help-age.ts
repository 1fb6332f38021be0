import type { Help } from '../../lib/claims/types.ts';

/** A number nobody has looked at for longer than this may have changed hands. */
const STALE_AFTER = 12;
const DUE_AFTER = 9;

const ISO_DAY_LENGTH = 'yyyy-mm-dd'.length;

/** A help line to verify again: `due` soon, or `stale`, which a test does not let pass. */
export interface StaleLine {
  country: string;
  line: string;
  verifiedOn: string;
  state: 'due' | 'stale';
}

/** The lines last verified more than nine months before `today`, an ISO date. */
export function staleLines(help: readonly Help[], today: string): StaleLine[] {
  return help.flatMap(({ country, lines }) =>
    lines
      .filter(({ verifiedOn }) => addMonths(verifiedOn, DUE_AFTER) < today)
      .map(({ id, verifiedOn }) => ({
        country,
        line: id,
        verifiedOn,
        state: addMonths(verifiedOn, STALE_AFTER) < today ? 'stale' : 'due',
      })),
  );
}

/** The newest date the data itself names: the day to measure from where a test must not depend on the clock. */
export function newestDate({ builtFrom, help }: { builtFrom: string; help: readonly Help[] }): string {
  return help.flatMap(({ lines }) => lines.map(({ verifiedOn }) => verifiedOn)).reduce((a, b) => (a > b ? a : b), builtFrom);
}

export function toWarning({ country, line, verifiedOn, state }: StaleLine): string {
  const months = state === 'stale' ? STALE_AFTER : DUE_AFTER;
  return `warning: help for ${country}, ${line}: last verified ${verifiedOn}, more than ${months} months ago; verify it again`;
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, ISO_DAY_LENGTH);
}

/** Months later, the same day; the month's last day where there is no such day. */
function addMonths(day: string, months: number): string {
  const date = new Date(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return dayOf(date);
}
