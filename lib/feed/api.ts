import type { CardBody, ClaimId } from '../claims/types.ts';
import type { Health } from '../health/health.ts';
import type { StructureReport } from '../health/report.ts';
import type { Site } from '../sites/site.ts';
import type { FeedSettings } from './condition.ts';
import type { Engine } from './engine.ts';
import type { FeedState, FeedStatus } from './types.ts';

export interface FeedOptions {
  site: Site;
  document: Document;
  /** True for an embedded post, whose card may take no room in its frame: it is a sign at the frame's edge. */
  embedded?: boolean;
  /** False only where no claim can be in a text: asked of every post, so it has to be quick. */
  mayMatch(text: string): boolean;
  /** Asked for once, when a post comes that may assert a claim. Rejects when the engine cannot be had on this page. */
  loadEngine(): Promise<Engine>;
  loadBody(claim: ClaimId): Promise<CardBody>;
  openLibrary(claim: ClaimId): void;
  settings: FeedSettings;
  hideTopic(claim: ClaimId): void;
  hideSite(): void;
  /** Called when the number of cards or the state may have changed. */
  changed?(): void;
  health?: Health;
  /** Milliseconds a feed is given to load before it can be called unreadable. */
  blindAfter?: number;
}

export interface Feed {
  status(): FeedStatus;
  /** Cheap form of `status` for the toolbar. */
  count(): { cards: number; state: FeedState };
  /** Brings card `number` (as numbered by `status`) into view and highlights it. */
  show(number: number): void;
  /** The page's structure for a report the person may send; on pages that are never read, without any of it. */
  report(): StructureReport;
  update(settings: FeedSettings): void;
  /** Ends reading and takes every trace off the page. */
  stop(): void;
}
