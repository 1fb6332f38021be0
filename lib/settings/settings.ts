import { browser } from 'wxt/browser';
import { loadManaged, type Managed, ownPart, UNMANAGED, underPolicy } from './managed.ts';
import { type Choices, DEFAULT_SETTINGS, type Settings, type SettingsProblem } from './types.ts';
import { validate } from './validate.ts';

const KEY = 'settings';

/** What was stored, made usable. */
export interface Loaded {
  /** The person's choices, under those of the organisation where there is one. */
  settings: Settings;
  /** What the organisation set; empty for most people. */
  managed: Partial<Choices>;
  /** What could not be read. */
  problem?: SettingsProblem;
}

/** The policy as it was last read: changes of the person's settings are heard with it. */
let policy: Managed = UNMANAGED;

/** Who wants to hear of changes. */
const listening = new Set<(settings: Settings) => void>();

/**
 * While a browser starts it can take seconds to know its policy. Nobody waits for it longer than this, in ms, unless they say
 * otherwise: a policy that comes later is told like a change.
 */
const PATIENCE = 20;

/**
 * Reads the person's choices. Never throws: what cannot be read is replaced by its default and told in `problem`.
 * A damaged value stays as it is in storage until the person changes something.
 *
 * @param patience how long to wait for the organisation's policy, in ms.
 */
export async function loadSettings(patience = PATIENCE): Promise<Loaded> {
  try {
    const [stored] = await Promise.all([browser.storage.local.get(KEY), readPolicy(patience)]);
    return describe(stored[KEY]);
  } catch {
    return { settings: structuredClone(DEFAULT_SETTINGS), managed: {}, problem: { kind: 'unreadable' } };
  }
}

async function readPolicy(patience: number): Promise<void> {
  let late = false;
  const read = loadManaged().then((managed) => {
    policy = managed;
    if (late && managed !== UNMANAGED) tell();
  });
  await Promise.race([read, new Promise((resolve) => setTimeout(resolve, patience))]);
  late = true;
}

function tell(): void {
  void loadSettings().then(({ settings }) => {
    for (const changed of listening) changed(settings);
  });
}

/** The person's own choices, without the organisation's. Rejects when the browser cannot read them. */
export async function ownSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return validate(stored[KEY]).settings;
}

/** Changes some settings and keeps the rest. Rejects when the browser cannot store them, so that a page can say so. */
export function saveSettings(patch: Partial<Choices>): Promise<void> {
  const saved = lastSave.then(() => save(patch));
  lastSave = saved.catch(() => undefined);
  return saved;
}

/** Saves of this page follow one another: two quick changes do not undo each other. */
let lastSave: Promise<unknown> = Promise.resolve();

async function save(patch: Partial<Choices>): Promise<void> {
  const own = await ownSettings();
  const { settings } = validate({ ...own, ...ownPart(patch, own, policy) });
  await browser.storage.local.set({ [KEY]: settings });
}

/** Calls back with every change, whichever part of the extension or policy made it. Returns how to end that. */
export function onSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && KEY in changes) changed(describe(changes[KEY].newValue).settings);
    if (area === 'managed') tell();
  };
  browser.storage.onChanged.addListener(listener);
  listening.add(changed);
  return () => {
    listening.delete(changed);
    browser.storage.onChanged.removeListener(listener);
  };
}

function describe(stored: unknown): Loaded {
  const { settings, bad } = validate(stored);
  return { settings: underPolicy(settings, policy), managed: policy.values, ...problemOf(bad, policy.bad) };
}

function problemOf(bad: string[], managedBad: string[]): Pick<Loaded, 'problem'> {
  if (bad.length > 0) return { problem: { kind: 'fields', names: bad } };
  return managedBad.length > 0 ? { problem: { kind: 'managed', names: managedBad } } : {};
}
