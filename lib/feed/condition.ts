import type { Health } from '../health/health.ts';
import type { CardSize } from '../settings/types.ts';
import type { Site } from '../sites/site.ts';
import { isNeverPath } from './guard.ts';
import type { FeedReason, FeedState, OffReason } from './types.ts';

/** The part of the person's choices a page needs. */
export interface FeedSettings {
  on: boolean;
  /** Why it is off. */
  offReason?: OffReason;
  topicsHidden: readonly string[];
  cardSize: CardSize;
}

/** What the popup says about the page, and why where the state alone does not tell. */
export function condition(site: Site, settings: FeedSettings, health: Health, pathname: string, blind: boolean): [FeedState, FeedReason?] {
  const stopped = health.stopped();
  if (stopped) return ['stopped', stopped];
  if (!settings.on) return ['off', settings.offReason];
  if (isNeverPath(site, pathname)) return ['off', 'private'];
  if (blind) return ['blind'];
  return [health.counts.withText > 0 ? 'reading' : 'waiting'];
}
