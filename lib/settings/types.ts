import type { ClaimId } from '../claims/types.ts';

/** How much of a closed card stands under a post: the fact with its source, one line, or the mark alone. */
export const CARD_SIZES = ['full', 'line', 'icon'] as const;
export type CardSize = (typeof CARD_SIZES)[number];

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
  cardSize: CardSize;
  /** Milliseconds since 1970; no cards before then. */
  pausedUntil: number;
  /** Country of the help page, ISO 3166 alpha-2; empty until the person chose one. */
  helpCountry: string;
  /** Code of the interface's language; empty for the browser's own. */
  language: string;
  /** Whether corrected texts are fetched between two versions of the extension. */
  updates: boolean;
}

/** The settings themselves, without the mark of their form. */
export type Choices = Omit<Settings, 'version'>;
export type SettingName = keyof Choices;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  enabled: true,
  sitesOff: [],
  originsAdded: [],
  topicsHidden: [],
  cardSize: 'full',
  pausedUntil: 0,
  helpCountry: '',
  language: '',
  updates: false,
};

/** Why settings are not as the person left them; the words for it stand with the interface's. */
export type SettingsProblem =
  | { kind: 'unreadable' }
  | { kind: 'unsaved' }
  /** Stored fields that could not be used; `settings` and `version` mean the whole. */
  | { kind: 'fields'; names: string[] }
  /** The same for what the organisation set. */
  | { kind: 'managed'; names: string[] };
