import { browser } from 'wxt/browser';
import type { CardBody } from './claims/types.ts';
import type { FeedState, FeedStatus } from './feed/types.ts';
import type { StructureReport } from './health/report.ts';

/** One-shot messages between the parts of the extension. None but `check:take` carries words of a page, and none a page's address. */
export interface Messages {
  /** popup → content script. */
  'page:status': { request: Record<never, never>; reply: FeedStatus };
  /** popup → content script: bring card `number` into view and highlight it for a moment. */
  'page:show': { request: { number: number }; reply: undefined };
  /** popup → content script: the page's structure, for a report the person reads, edits and may send. */
  'page:report': { request: Record<never, never>; reply: StructureReport };
  /** content script → background: for the toolbar. */
  'toolbar:count': { request: { cards: number; state: FeedState }; reply: undefined };
  /** content script → background: set the second script beside this one; answered when that is done. */
  'engine:load': { request: Record<never, never>; reply: undefined };
  /** content script → background: the body of a card the reader opens. */
  'evidence:claim': { request: { claim: string }; reply: CardBody };
  /** content script → background: open the library at the claim of a card; a page may not lead there itself. */
  'library:open': { request: { claim: string }; reply: undefined };
  /** check page → background: the words selected on a page, once. Only between our own pages; kept in memory, never stored. */
  'check:take': { request: Record<never, never>; reply: string };
}

export type MessageType = keyof Messages;
export type Request<T extends MessageType> = { [Type in T]: { type: Type } & Messages[Type]['request'] }[T];
export type Reply<T extends MessageType> = Messages[T]['reply'];

/** Answers one message, or returns nothing to leave it to others. */
export type Answer = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

/** Who sent a message, as the browser says. */
export interface Sender {
  id?: string;
  url?: string;
  tab?: { id?: number };
  frameId?: number;
  /** The very page, where the browser tells it: a frame may show another by now. */
  documentId?: string;
}

/**
 * Answers messages from now on; the asking side gets nothing when an answer fails. Returns how to end that. Written with
 * `sendResponse`, which all browsers know: Chrome takes no promise from a listener.
 */
export function answerMessages(answer: Answer): () => void {
  const listener = (message: unknown, sender: Sender, respond: (reply?: unknown) => void): true | undefined => {
    const reply = answer(message, sender);
    reply?.then(respond, () => respond());
    return reply && true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
