import { createTimeBudget } from './time-budget.ts';

/** Why reading was stopped for good on a page; the words for it stand with the interface's. */
export type StopReason = 'matches' | 'engine' | 'drawing' | 'errors' | 'time';

/** Counters of one page. No text, name or address. */
export interface Counts {
  /** Different posts read; one whose words changed counts again. */
  posts: number;
  /** Of these, with words. */
  withText: number;
  /** Of these, asserting a claim (tag cards are not counted: a page of one tag is full of them). */
  matched: number;
  cards: number;
  mountFailures: number;
  errors: number;
}

/** Watches over one page: counts, and stops the reader when something is wrong with it. */
export interface Health {
  readonly counts: Readonly<Counts>;
  /** Kinds of errors and how often each came. */
  readonly errors: ReadonlyMap<string, number>;
  post(hasText: boolean): void;
  matched(): void;
  card(): void;
  mountFailed(): void;
  /** What recognises claims could not be loaded. */
  engineMissing(): void;
  /** Notes an error by the place it came from; messages are not kept, they could hold words of a post. */
  error(where: string): void;
  /** Notes a piece of work by its begin and end, in milliseconds of a clock that never goes back. */
  spent(from: number, to: number): void;
  /** Why reading was stopped for good on this page; nothing while it goes on. */
  stopped(): StopReason | undefined;
}

/** More matches than this share of at least `MATCH_POSTS` posts means the rules, not the posts, are wrong. */
const MATCH_SHARE = 0.4;
const MATCH_POSTS = 50;
const MAX_MOUNT_FAILURES = 5;
const MAX_ERRORS = 50;

export function createHealth(): Health {
  const counts: Counts = { posts: 0, withText: 0, matched: 0, cards: 0, mountFailures: 0, errors: 0 };
  const errors = new Map<string, number>();
  const budget = createTimeBudget();
  let reason: StopReason | undefined;

  const stop = (why: StopReason): void => {
    reason ??= why;
  };

  return {
    counts,
    errors,
    post(hasText) {
      counts.posts += 1;
      if (hasText) counts.withText += 1;
    },
    matched() {
      counts.matched += 1;
      if (counts.posts >= MATCH_POSTS && counts.matched > counts.posts * MATCH_SHARE) stop('matches');
    },
    card() {
      counts.cards += 1;
    },
    mountFailed() {
      counts.mountFailures += 1;
      if (counts.mountFailures >= MAX_MOUNT_FAILURES) stop('drawing');
    },
    engineMissing() {
      stop('engine');
    },
    error(where) {
      counts.errors += 1;
      errors.set(where, (errors.get(where) ?? 0) + 1);
      if (counts.errors >= MAX_ERRORS) stop('errors');
    },
    spent(from, to) {
      if (budget.isOver(from, to)) stop('time');
    },
    stopped: () => reason,
  };
}
