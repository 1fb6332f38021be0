import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type Settings } from './types.ts';
import { validate } from './validate.ts';

const KEY = 'settings';

const NAMES: Record<string, string> = {
  settings: 'everything',
  version: 'the version mark',
  enabled: 'the main switch',
  sitesOff: 'sites switched off',
  originsAdded: 'sites added',
  topicsHidden: 'topics hidden',
  pausedUntil: 'the pause',
  helpCountry: 'the country for help',
  language: 'the language',
};

/** What was stored, made usable. */
export interface Loaded {
  settings: Settings;
  /** What could not be read, in words for the person. */
  problem?: string;
}

/**
 * Reads the person's choices. Never throws: what cannot be read is replaced by its default and told in `problem`.
 * A damaged value stays as it is in storage until the person changes something.
 */
export async function loadSettings(): Promise<Loaded> {
  try {
    const stored = await browser.storage.local.get(KEY);
    return describe(stored[KEY]);
  } catch {
    return { settings: structuredClone(DEFAULT_SETTINGS), problem: 'Your settings could not be read. The usual ones are in use.' };
  }
}

/** Changes some settings and keeps the rest. Rejects when the browser cannot store them, so that a page can say so. */
export function saveSettings(patch: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
  const saved = lastSave.then(() => save(patch));
  lastSave = saved.catch(() => undefined);
  return saved;
}

/** Saves of this page follow one another: two quick changes do not undo each other. */
let lastSave: Promise<unknown> = Promise.resolve();

async function save(patch: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  const { settings } = validate({ ...validate(stored[KEY]).settings, ...patch });
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

/** Calls back with every change, whichever part of the extension made it. Returns how to end that. */
export function onSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && KEY in changes) changed(describe(changes[KEY].newValue).settings);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function describe(stored: unknown): Loaded {
  const { settings, bad } = validate(stored);
  if (bad.length === 0) return { settings };
  const names = bad.map((name) => NAMES[name] ?? name).join(', ');
  return { settings, problem: `Some settings could not be read and are at their usual values: ${names}.` };
}
