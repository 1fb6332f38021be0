/** Watches what the reader takes of the page's time. */
export interface TimeBudget {
  /** Notes a piece of work by its begin and end, in ms of a clock that never goes back. @returns whether it has been too much for good. */
  isOver(from: number, to: number): boolean;
}

/** At most `BUDGET` ms of work in each window of `WINDOW` ms; one window may be over. */
const WINDOW = 10_000;
const BUDGET = 1000;
/**
 * The clock goes on while the machine does other work, within whichever piece of ours that comes. So the longest tenth of a window's
 * pieces does not count: what is wrong with a page, or with us, shows in more of them.
 */
const LONGEST = 0.1;
/** Where they take so many times the budget, they count all the same. */
const BEYOND_WAITING = 3;

export function createTimeBudget(): TimeBudget {
  /** Begins with the first piece of work. */
  let start = Number.NEGATIVE_INFINITY;
  let pieces: number[] = [];
  let lastWasOver = false;

  /** @param length of the window, in ms: where it is much longer, there was a pause in it, or the machine slept. */
  function end(length: number): boolean {
    const wasOver = lastWasOver;
    lastWasOver = length < 2 * WINDOW && isTooMuch(pieces);
    return wasOver && lastWasOver;
  }

  return {
    isOver(from, to) {
      const isEnd = to - start > WINDOW;
      const over = isEnd && end(to - start);
      if (isEnd) {
        start = to;
        pieces = [];
      }
      // Most pieces are shorter than what the clock can tell.
      if (to > from) pieces.push(to - from);
      return over;
    },
  };
}

function isTooMuch(pieces: readonly number[]): boolean {
  const all = sum(pieces);
  if (all <= BUDGET || all > BUDGET * BEYOND_WAITING) return all > BUDGET;
  const counted = pieces.toSorted((a, b) => a - b).slice(0, Math.floor(pieces.length * (1 - LONGEST)));
  return sum(counted) > BUDGET;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
