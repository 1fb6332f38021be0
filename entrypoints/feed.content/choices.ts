import type { FeedSettings } from '../../lib/feed/feed.ts';
import type { OffReason } from '../../lib/feed/types.ts';
import type { Settings } from '../../lib/settings/types.ts';
import type { Site } from '../../lib/sites/site.ts';
import type { CardUpdates } from '../../lib/updates/read.ts';

/** Longest delay a timer takes, in ms. */
const MAX_DELAY = 2 ** 31 - 1;

/** What the person's choices, and an update's stop list, mean for one site now. */
export function feedSettings(settings: Settings, site: Site, updates: CardUpdates, now = Date.now()): FeedSettings {
  const offReason = reasonOff(settings, site, updates, now);
  const topicsHidden = [...settings.topicsHidden, ...updates.claimsStopped];
  return { on: offReason === undefined, ...(offReason && { offReason }), topicsHidden, cardSize: settings.cardSize };
}

function reasonOff(settings: Settings, site: Site, { sitesStopped }: CardUpdates, now: number): OffReason | undefined {
  if (!settings.enabled) return 'switch';
  if (settings.pausedUntil > now) return 'pause';
  if (settings.sitesOff.includes(site.id)) return 'site';
  if (sitesStopped.includes(site.id)) return 'update';
  return undefined;
}

/** Milliseconds until a pause ends; none when there is no pause. */
export function msUntilResume(settings: Settings, now = Date.now()): number | undefined {
  return settings.pausedUntil > now ? Math.min(settings.pausedUntil - now + 50, MAX_DELAY) : undefined;
}
