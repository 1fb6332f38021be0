const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A look may be this much earlier or later than a day after the last, so that a server's load is even. */
const SPREAD = 6 * HOUR;
/** After a start of the browser, an overdue look waits for a moment in this time. */
const SETTLING = HOUR;
const SHORTEST = 60_000;

/**
 * Milliseconds until the next look for updates.
 * @param last when the last one was; nothing when there was none. A clock that was set back does not put the next one off.
 * @param random from 0 to 1.
 */
export function untilNextLook(now: number, last: number | undefined, random: number): number {
  const overdue = Math.max(SHORTEST, random * SETTLING);
  if (last === undefined || last > now) return overdue;
  const due = last + DAY - SPREAD + random * 2 * SPREAD;
  return due > now ? Math.max(SHORTEST, due - now) : overdue;
}
