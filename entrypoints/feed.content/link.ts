import { browser } from 'wxt/browser';
import type { CardBody } from '../../lib/claims/types.ts';
import type { Feed } from '../../lib/feed/feed.ts';
import type { FeedState } from '../../lib/feed/types.ts';
import { answerMessages, type Reply, type Request } from '../../lib/messages.ts';

/** At most one message to the toolbar in this many ms. */
const REPORT_EVERY = 500;
/** Longest wait for an answer of the background, in ms: it may have to start first. */
const PATIENCE = 10_000;

/** Tells the toolbar, throttled, what stands on the page. */
export function createReporter(count: () => { cards: number; state: FeedState } | undefined): { changed(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';

  function report(): void {
    timer = undefined;
    const now = count();
    if (!now || JSON.stringify(now) === last) return;
    last = JSON.stringify(now);
    send({ type: 'toolbar:count', ...now }).catch(() => undefined);
  }

  return {
    changed() {
      timer ??= setTimeout(report, REPORT_EVERY);
    },
    stop() {
      clearTimeout(timer);
      timer = -1 as unknown as ReturnType<typeof setTimeout>;
    },
  };
}

/**
 * The body of a card, from the background. Rejects when the extension was updated or removed meanwhile, when no answer comes, and
 * when it is not the answer to this question; the card can ask again.
 */
export async function loadBody(claim: string): Promise<CardBody> {
  const reply = (await inTime(send({ type: 'evidence:claim', claim }))) as Partial<CardBody> | null | undefined;
  if (reply?.claim?.id !== claim) throw new Error('no such claim');
  return reply as CardBody;
}

/** Opens the library at a claim. After an update of the extension nothing happens; the card then says to reload the page. */
export function openLibrary(claim: string): void {
  send({ type: 'library:open', claim }).catch(() => undefined);
}

/** Asks the background for the second script. It comes by itself; this ends when the background is done, or could not. Never rejects. */
export async function requestEngine(): Promise<undefined> {
  await inTime(send({ type: 'engine:load' })).catch(() => undefined);
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Answers the popup's questions about this page. Returns how to end that.
 * @param unsaved whether the last choice made here could not be stored.
 */
export function answerPopup(feed: Feed, unsaved: () => boolean): () => void {
  return answerMessages((message, sender): Promise<Reply<'page:status' | 'page:report'> | undefined> | undefined => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return undefined;
    const { type, number } = message as Record<string, unknown>;
    if (type === 'page:status') return Promise.resolve({ ...feed.status(), ...(unsaved() && { unsaved: true as const }) });
    if (type === 'page:report') return Promise.resolve(feed.report());
    if (type !== 'page:show' || !Number.isInteger(number)) return undefined;
    feed.show(number as number);
    return Promise.resolve(undefined);
  });
}

async function send(message: Request<'toolbar:count' | 'evidence:claim' | 'library:open' | 'engine:load'>): Promise<unknown> {
  if (!browser.runtime?.id) throw new Error('the extension was updated or removed');
  return browser.runtime.sendMessage(message);
}
