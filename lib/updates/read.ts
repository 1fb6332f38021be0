import { browser } from 'wxt/browser';
import about from '#generated/about.json';
import type { Headline } from '../claims/types.ts';
import { stoppedIds } from './manifest.ts';
import { readPart } from './parts.ts';
import { UPDATE_SOURCE } from './source.ts';
import { APPLIED, CHECKED, intactFile, type KeyValues, readApplied, readChecked } from './store.ts';
import type { Applied, LastCheck, PartName, StopList, UpdateParts } from './types.ts';

const store = browser.storage?.local as KeyValues;

/** What an update changes on a page. */
export interface CardUpdates {
  /** Lines of closed cards in place of the package's; nothing for those of the package. */
  headlines?: Headline[];
  claimsStopped: string[];
  sitesStopped: string[];
}

const NO_UPDATES: CardUpdates = { claimsStopped: [], sitesStopped: [] };

/** A part of the evidence from the update in use. Nothing, for the package's own, whenever anything about it is not right. Never rejects. */
export async function updatedPart<P extends PartName>(part: P, language: string): Promise<UpdateParts[P] | undefined> {
  if (!UPDATE_SOURCE) return undefined;
  try {
    const applied = readApplied((await store.get(APPLIED))[APPLIED]);
    if (!applied || !counts(applied, language)) return undefined;
    const content =
      (await intactFile(store, applied.files[part])) ?? (applied.previous && (await intactFile(store, applied.previous[part])));
    return content === undefined ? undefined : readPart(part, content);
  } catch {
    return undefined;
  }
}

/** What the update in use changes for cards in a language. Never rejects. */
export async function cardUpdates(language: string): Promise<CardUpdates> {
  if (!UPDATE_SOURCE) return NO_UPDATES;
  try {
    return forCards((await store.get(APPLIED))[APPLIED], language);
  } catch {
    return NO_UPDATES;
  }
}

/** Calls back when another update, or none, comes into use. Returns how to end that. */
export function onCardUpdates(language: string, changed: (updates: CardUpdates) => void): () => void {
  if (!UPDATE_SOURCE) return () => undefined;
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && APPLIED in changes) changed(forCards(changes[APPLIED].newValue, language));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function forCards(stored: unknown, language: string): CardUpdates {
  const applied = readApplied(stored);
  if (!applied) return NO_UPDATES;
  const { claims, sites }: StopList = applied.stop;
  const { version } = browser.runtime.getManifest();
  return {
    ...(counts(applied, language) && { headlines: applied.headlines }),
    claimsStopped: stoppedIds(claims, version),
    sitesStopped: stoppedIds(sites, version),
  };
}

/** Texts count in their language, and until a package with newer ones comes. A stop list counts whatever its age. */
function counts({ language, issued }: Applied, wanted: string): boolean {
  return language === wanted && issued.slice(0, about.builtFrom.length) >= about.builtFrom;
}

/** What a person is told about updates. */
export interface UpdateStatus {
  /** Day of issue of the texts in use, when they are not the package's own. */
  inUse?: string;
  last?: LastCheck;
  /** Something is stored that cannot be used. */
  unreadable: boolean;
}

/** Never rejects. */
export async function updateStatus(): Promise<UpdateStatus> {
  if (!UPDATE_SOURCE) return { unreadable: false };
  try {
    const stored = await store.get([APPLIED, CHECKED]);
    const applied = readApplied(stored[APPLIED]);
    const last = readChecked(stored[CHECKED]);
    const inUse = applied && counts(applied, applied.language) ? applied.issued.slice(0, 10) : undefined;
    return { ...(inUse && { inUse }), ...(last && { last }), unreadable: stored[APPLIED] !== undefined && !applied };
  } catch {
    return { unreadable: true };
  }
}

/** Calls back whenever the status may be another. Returns how to end that. */
export function onUpdateStatus(changed: (status: UpdateStatus) => void): () => void {
  if (!UPDATE_SOURCE) return () => undefined;
  const listener = (changes: object, area: string): void => {
    if (area === 'local' && (APPLIED in changes || CHECKED in changes)) void updateStatus().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
