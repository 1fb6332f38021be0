import type { FeedReason, FeedStatus } from '../../lib/feed/types.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { timeOfDay } from '../ui/dates.ts';
import { strings } from '../ui/strings.ts';
import type { PageState } from './types.ts';

/** True while cards are paused; `now` in milliseconds since 1970. */
export function isPaused(settings: Settings, now: number): boolean {
  return settings.pausedUntil > now;
}

/** True when the site of the tab is switched on, whether or not a pause is running. */
export function isSiteOn(settings: Settings, siteId: string): boolean {
  return settings.enabled && !settings.sitesOff.includes(siteId);
}

/** The line under the name: what happens on this tab, in words. */
export function stateInWords(page: PageState, settings: Settings, now: number): string {
  if (page.kind !== 'read') return strings.popup[page.kind];
  const { status } = page;
  if (isSiteOn(settings, status.siteId) && isPaused(settings, now)) return strings.popup.paused(timeOfDay(settings.pausedUntil));
  return strings.popup.state[asChosen(status, settings, now).state](status.site);
}

/** What a page told, brought up to what was chosen since: the page tells of a choice a moment later. */
export function asChosen(status: FeedStatus, settings: Settings, now: number): FeedStatus {
  const off = chosenOff(status.siteId, settings, now);
  const { reason, ...rest } = status;
  if (off) return { ...status, state: 'off', reason: off, cards: [] };
  return reason && CHOICES.includes(reason) ? { ...rest, state: 'waiting' } : status;
}

const CHOICES: readonly FeedReason[] = ['switch', 'site', 'pause'];

function chosenOff(siteId: string, settings: Settings, now: number): FeedReason | undefined {
  if (!settings.enabled) return 'switch';
  if (!isSiteOn(settings, siteId)) return 'site';
  return isPaused(settings, now) ? 'pause' : undefined;
}

/** Why nothing is read, or what was found, in sentences; and what was chosen and could not be kept. */
export function findingInWords(status: FeedStatus): string[] {
  return [...findings(status), ...(status.unsaved ? [strings.popup.unsavedHere] : [])];
}

function findings(status: FeedStatus): string[] {
  const { site, state, reason } = status;
  const explanation = reason ? strings.popup.reasons[reason](site) : strings.popup.explain[state];
  if (status.cards.length > 0) return [strings.popup.found(status.cards.length, status.read), strings.popup.foundNote];
  if (state === 'reading') return [status.read > 0 ? strings.popup.nothing(status.read) : strings.popup.explain.waiting];
  return [explanation];
}
