import { DEFAULT_SETTINGS, type Settings } from './types.ts';

/** Settings made of whatever was stored: good fields are kept, others replaced by defaults and named in `bad`. */
export interface Validated {
  settings: Settings;
  /** Names of the fields that could not be used. */
  bad: string[];
}

const MAX_LIST = 1000;
const MAX_WORD = 200;

type Check<T> = (value: unknown) => T | undefined;

const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

const time: Check<number> = (value) => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined);

const country: Check<string> = (value) => (typeof value === 'string' && /^([A-Z]{2})?$/.test(value) ? value : undefined);

const language: Check<string> = (value) => (typeof value === 'string' && /^([a-z]{2,3})?$/.test(value) ? value : undefined);

/** An id of ours: letters, digits and hyphens. */
const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_WORD && /^[a-z0-9-]+$/.test(value);

/** An https or http origin exactly as the URL standard writes it. */
const isOrigin = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > MAX_WORD) return false;
  try {
    const url = new URL(value);
    return url.origin === value && /^https?:$/.test(url.protocol);
  } catch {
    return false;
  }
};

const CHECKS: { [K in Exclude<keyof Settings, 'version'>]: Check<Settings[K]> } = {
  enabled: flag,
  sitesOff: listOf(isId),
  originsAdded: listOf(isOrigin),
  topicsHidden: listOf(isId),
  pausedUntil: time,
  helpCountry: country,
  language,
};

/** A list of which only the good entries are kept; a list with none left of several, or no list, is no list. */
function listOf(good: (value: unknown) => value is string): Check<string[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const kept = [...new Set(value.filter(good))].slice(0, MAX_LIST);
    return value.length > 0 && kept.length === 0 ? undefined : kept;
  };
}

/** Brings stored values of earlier versions to the present form. Add a step here with every new version. */
const MIGRATIONS: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {};

function migrate(stored: Record<string, unknown>): Record<string, unknown> {
  let value = stored;
  for (let version = Number(value.version); MIGRATIONS[version]; version++) value = { ...MIGRATIONS[version](value), version: version + 1 };
  return value;
}

/** Never throws. Nothing stored gives the defaults and no complaint. */
export function validate(stored: unknown): Validated {
  const settings: Settings = structuredClone(DEFAULT_SETTINGS);
  if (stored === undefined) return { settings, bad: [] };
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return { settings, bad: ['settings'] };
  const value = migrate(stored as Record<string, unknown>);
  const bad: string[] = value.version === DEFAULT_SETTINGS.version ? [] : ['version'];
  for (const name of Object.keys(CHECKS) as (keyof typeof CHECKS)[]) {
    if (value[name] === undefined) continue;
    if (!take(settings, name, value[name])) bad.push(name);
  }
  return { settings, bad };
}

function take<K extends keyof typeof CHECKS>(settings: Settings, name: K, value: unknown): boolean {
  const good = (CHECKS[name] as Check<Settings[K]>)(value);
  if (good === undefined) return false;
  settings[name] = good;
  return true;
}
