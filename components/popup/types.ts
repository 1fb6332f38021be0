import type { Series } from '../../lib/claims/types.ts';
import type { FeedStatus } from '../../lib/feed/types.ts';

/** What the popup knows about the tab. `unread`: no content script answered there; `origin` where the person may turn it on. */
export type PageState = { kind: 'asking' } | { kind: 'unread'; origin?: string } | { kind: 'read'; status: FeedStatus };

/** What a person can do in the popup. */
export interface PopupActions {
  /** Switches the site of this tab on or off. */
  setSite(siteId: string, on: boolean): void;
  /** Brings card `number` of the page into view. */
  show(number: number): void;
  /** The structure of the page as text, for a report; rejects when the page does not answer. */
  makeReport(): Promise<string>;
  /** Asks the browser for one site, and reads its pages from then on. */
  tryHere(origin: string): void;
  pauseHour(): void;
  resume(): void;
  openOptions(): void;
  chooseCountry(country: string): void;
  leave(): void;
  download(series: Series): void;
}
