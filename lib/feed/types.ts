import type { CardBody, ClaimId, Headline } from '../claims/types.ts';
import type { StopReason } from '../health/health.ts';
import type { Match } from '../matching/types.ts';
import type { CardSize } from '../settings/types.ts';
import type { WatchPresses } from './presses.ts';

/** `waiting`: nothing seen yet. `off`: switched off here. `blind`: a feed is visible and no post can be read. */
export type FeedState = 'waiting' | 'reading' | 'off' | 'blind' | 'stopped';

/** Why a page is not read, besides what its state says; the words for it stand with the interface's. */
export type OffReason = 'switch' | 'pause' | 'site' | 'update' | 'private';
export type FeedReason = OffReason | StopReason;

/** What the popup shows about a tab. Holds no text, name or address of a post. */
export interface FeedStatus {
  site: string;
  siteId: string;
  state: FeedState;
  /** Why the state is `off` or `stopped`. */
  reason?: FeedReason;
  /** Different posts read since the page was loaded. */
  read: number;
  /** The last choice made on this page could not be stored; it holds here only. */
  unsaved?: true;
  /** Cards now standing on the page, in reading order. */
  cards: { number: number; claim: string; kind: Match['kind']; brief: string }[];
}

/** What a card needs to draw itself collapsed. */
export interface CardModel {
  headline: Headline;
  match: Match;
  /** The matched words, cut from the post, for "Why this card". Kept in memory only. */
  quotes: string[];
  /** Further claims found in the same post. */
  also: Headline[];
  /** How much of it stands there while it is closed. */
  size: CardSize;
  /** The host page behind the card. */
  look: { dark: boolean; fontSize: number; rtl: boolean };
  /** The post's text, for a card that does not stand in the post: a sign at a frame's edge, which changes no settings. */
  signOf?: Element;
}

/** A mounted card. */
export interface CardHandle {
  unmount(): void;
  /** Makes it light or dark, as the page behind it is. */
  dress(dark: boolean): void;
  /** Draws the reader's eye to the card for a moment and moves focus to it. */
  highlight(): void;
}

/** Draws a card into an element that already stands in the page at its final place. */
export type MountCard = (host: HTMLElement, model: CardModel, actions: CardActions) => CardHandle;

/** What the reader can do on a card. */
export interface CardActions {
  /** Loads what the record says of one of the card's claims; rejects when the extension was updated or removed meanwhile. */
  loadBody(claim: ClaimId): Promise<CardBody>;
  /** Opens the claim's entry in the library, in a tab of its own. */
  openLibrary(claim: ClaimId): void;
  hidePost(): void;
  hideTopic(): void;
  hideSite(): void;
  /** Keeps presses that a page had a person make from acting; our own pages need none of it. */
  watchPresses?: WatchPresses;
}
