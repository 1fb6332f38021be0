import type { ClaimId } from '../claims/types.ts';

/** Everything the person chose. Kept in `storage.local`; never holds a post, a handle or an address read on a page. */
export interface Settings {
  version: 1;
  /** The whole extension. */
  enabled: boolean;
  /** Site ids on which it is off. */
  sitesOff: string[];
  /** Origins the person added, such as `https://mastodon.example`. */
  originsAdded: string[];
  /** Claims that get no card. */
  topicsHidden: ClaimId[];
  /** Milliseconds since 1970; no cards before then. */
  pausedUntil: number;
  /** Country of the help page, ISO 3166 alpha-2; empty until the person chose one. */
  helpCountry: string;
  /** Code of the interface's language; empty for the browser's own. */
  language: string;
}

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  enabled: true,
  sitesOff: [],
  originsAdded: [],
  topicsHidden: [],
  pausedUntil: 0,
  helpCountry: '',
  language: '',
};
