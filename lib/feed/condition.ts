import type { Health } from '../health/health.ts';
import type { CardSize } from '../settings/types.ts';
import type { Site } from '../sites/site.ts';
import { isNeverPath } from './guard.ts';
import type { FeedState } from './types.ts';

/** The part of the person's choices a page needs. */
export interface FeedSettings {
  on: boolean;
  /** Why it is off, in words for the person. */
  offReason?: string;
  topicsHidden: readonly string[];
  cardSize: CardSize;
}

const NEVER = 'Messages, settings and sign-in pages are never read.';
const BLIND = 'Not working on this layout: a feed is on the page and no post in it can be read.';

/** What the popup says about the page, and why when it is not `reading`. */
export function condition(site: Site, settings: FeedSettings, health: Health, pathname: string, blind: boolean): [FeedState, string?] {
  const stopped = health.stopped();
  if (stopped) return ['stopped', stopped];
  if (!settings.on) return ['off', settings.offReason];
  if (isNeverPath(site, pathname)) return ['off', NEVER];
  if (blind) return ['blind', BLIND];
  return [health.counts.withText > 0 ? 'reading' : 'waiting'];
}
