import type { Help } from '../../lib/claims/types.ts';

import { type DataFile, readable } from './data-file.ts';
import type { AuthorHelp } from './load.ts';
import type { Problem } from './problems.ts';

/** A number nobody has looked at for longer than this may have changed hands. */
const STALE_AFTER = 12;
const DUE_AFTER = 9;

const ISO_DAY_LENGTH = 'yyyy-mm-dd'.length;

type Age = 'due' | 'stale';

/** A help line to verify again: `due` soon, or `stale`, with which the check does not pass. */
export interface StaleLine {
  country: string;
  line: string;
  verifiedOn: string;
  state: Age;
}

/** The lines last verified more than nine months before `today`, an ISO date. */
export function staleLines(help: readonly Help[], today: string): StaleLine[] {
  return help.flatMap(({ country, lines }) =>
    lines.flatMap(({ id, verifiedOn }) => {
      const state = ageOf(verifiedOn, today);
      return state ? [{ country, line: id, verifiedOn, state }] : [];
    }),
  );
}

/** Lines nobody verified for more than twelve months: the check does not pass with one. */
export function checkHelpAge(files: readonly DataFile<AuthorHelp>[], today: string): Problem[] {
  return files.filter(readable).flatMap((file) =>
    Object.entries(file.value.lines)
      .filter(([, { verified_on }]) => ageOf(verified_on, today) === 'stale')
      .map(([id, { verified_on }]) =>
        file.problem(
          ['lines', id, 'verified_on'],
          `is more than ${STALE_AFTER} months ago (${verified_on}); verify the line again, or remove it`,
        ),
      ),
  );
}

/** What is to be verified within the next months, in lines for a person. */
export function helpDue(help: readonly Help[], today: string): string[] {
  return staleLines(help, today)
    .filter(({ state }) => state === 'due')
    .map(
      ({ country, line, verifiedOn }) =>
        `warning: help for ${country}, ${line}: last verified ${verifiedOn}, more than ${DUE_AFTER} months ago; verify it again`,
    );
}

/** Nothing for a line that was verified lately. */
function ageOf(verifiedOn: string, today: string): Age | undefined {
  if (addMonths(verifiedOn, STALE_AFTER) < today) return 'stale';
  return addMonths(verifiedOn, DUE_AFTER) < today ? 'due' : undefined;
}

/** `2026-11-23`, in universal time. */
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
