import { browser } from 'wxt/browser';
import about from '#generated/about.json';
import { languageFor } from '../language.ts';
import { patternOf } from '../settings/pattern.ts';
import { loadSettings, onSettings } from '../settings/settings.ts';
import { checkForUpdate } from './check.ts';
import { downloadFrom } from './download.ts';
import { untilNextLook } from './schedule.ts';
import { CHECKED, forget, type KeyValues, note, readChecked } from './store.ts';
import type { UpdateSource } from './types.ts';

const ALARM = 'updates';
const store = browser.storage.local as KeyValues;

/**
 * Keeps the evidence up to date while the person wants it: looks when it is switched on and then about once a day. Holds no
 * state: whatever ends the background, the next start finds alarm and storage.
 */
export function startUpdates(source: UpdateSource): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void inTurn(() => look(source));
  });
  browser.runtime.onInstalled.addListener(() => void inTurn(() => settle(source)));
  browser.runtime.onStartup.addListener(() => void inTurn(() => settle(source)));
  onSettings(() => void inTurn(() => settle(source)));
}

/** One thing after the other: two looks at once would undo each other. */
let turn: Promise<void> = Promise.resolve();

function inTurn(work: () => Promise<void>): Promise<void> {
  turn = turn.then(work).catch(() => undefined);
  return turn;
}

/** Brings alarm and storage in line with the person's choice. */
async function settle(source: UpdateSource): Promise<void> {
  const { settings } = await loadSettings();
  const alarm = await browser.alarms.get(ALARM);
  if (!settings.updates) {
    if (alarm) await browser.alarms.clear(ALARM);
    await forget(store);
  } else if (!(await lastLook())) await look(source);
  else if (!alarm) await setAlarm();
}

async function look(source: UpdateSource): Promise<void> {
  const { settings } = await loadSettings();
  if (!settings.updates) return;
  // Before anything that may be interrupted: the next look is sure to come.
  await setAlarm(Date.now());
  const now = () => Date.now();
  if (!(await browser.permissions.contains({ origins: [patternOf(source.origin)] }))) {
    await note(store, { at: now(), outcome: 'permission' });
    return;
  }
  const { version } = browser.runtime.getManifest();
  await checkForUpdate({
    source,
    store,
    download: downloadFrom(source.origin),
    language: languageFor(settings.language, navigator.language),
    extension: version,
    packaged: about.builtFrom,
    now,
  });
}

async function lastLook(): Promise<number | undefined> {
  return readChecked((await store.get(CHECKED))[CHECKED])?.at;
}

async function setAlarm(last?: number): Promise<void> {
  const wait = untilNextLook(Date.now(), last ?? (await lastLook()), Math.random());
  await browser.alarms.create(ALARM, { delayInMinutes: wait / 60_000 });
}
