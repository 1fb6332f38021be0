import type { Series } from '../../lib/claims/types.ts';
import type { FeedStatus } from '../../lib/feed/types.ts';

/**
 * What the popup knows about the tab. `unread`: no content script answered there; `origin` where the person may turn it on.
 * `withheld`: a site we know, and the browser was told not to let us read it. `early`: one that stood open before the extension did.
 */
export type PageState =
  | { kind: 'asking' | 'early' }
  | { kind: 'unread'; origin?: string }
  | { kind: 'withheld'; origin: string }
  | { kind: 'read'; status: FeedStatus };

/** What a person can do in the popup. */
export interface PopupActions {
  /** Switches the site of this tab on or off. */
  setSite(siteId: string, on: boolean): void;
  /** Brings card `number` of the page into view. */
  show(number: number): void;
  /** The structure of the page as text, for a report; rejects when the page does not answer. */
  makeReport(): Promise<string>;
  /** Asks the browser for one site, and reads its pages from then on; false when it was told no. */
  tryHere(origin: string): Promise<boolean>;
  /** Asks the browser for a site we know; false when it was told no. */
  allowHere(origin: string): Promise<boolean>;
  /** Loads the page of this tab again. */
  reload(): void;
  pauseHour(): void;
  resume(): void;
  openOptions(): void;
  chooseCountry(country: string): void;
  leave(): void;
  download(series: Series): void;
}
