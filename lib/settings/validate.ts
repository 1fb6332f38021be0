import { migrate } from './migrate.ts';
import { CARD_SIZES, type Choices, DEFAULT_SETTINGS, type SettingName, type Settings } from './types.ts';

/** Settings made of whatever was stored: good fields are kept, others replaced by defaults and named in `bad`. */
export interface Validated {
  settings: Settings;
  /** Names of the fields that could not be used. */
  bad: string[];
}

const MAX_LIST = 1000;
const MAX_WORD = 200;
/** No pause lasts longer, in ms. */
const LONGEST_PAUSE = 7_200_000;

type Check<T> = (value: unknown) => T | undefined;

const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** A pause that ends later than any pause can was set while the clock was wrong, or the clock was set back since: it is over. */
const pause: Check<number> = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return undefined;
  return value > Date.now() + LONGEST_PAUSE ? 0 : value;
};

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

const CHECKS: { [K in SettingName]: Check<Choices[K]> } = {
  enabled: flag,
  sitesOff: listOf(isId),
  originsAdded: listOf(isOrigin),
  topicsHidden: listOf(isId),
  cardSize: (value) => CARD_SIZES.find((size) => size === value),
  pausedUntil: pause,
  helpCountry: country,
  language,
  updates: flag,
};

/** Every setting there is. */
export const SETTING_NAMES = Object.keys(CHECKS) as SettingName[];

/** A list of which only the good entries are kept; a list with none left of several, or no list, is no list. */
function listOf(good: (value: unknown) => value is string): Check<string[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const kept = [...new Set(value.filter(good))].slice(0, MAX_LIST);
    return value.length > 0 && kept.length === 0 ? undefined : kept;
  };
}

/** The fields that could be used, and the names of those that are there and could not. */
export function readFields(value: Record<string, unknown>): { good: Partial<Choices>; bad: SettingName[] } {
  const good: Partial<Choices> = {};
  const bad = SETTING_NAMES.filter((name) => value[name] !== undefined && !take(good, name, value[name]));
  return { good, bad };
}

function take<K extends SettingName>(into: Partial<Choices>, name: K, value: unknown): boolean {
  const good = (CHECKS[name] as Check<Choices[K]>)(value);
  if (good !== undefined) into[name] = good;
  return good !== undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Never throws. Nothing stored gives the defaults and no complaint. */
export function validate(stored: unknown): Validated {
  const defaults = structuredClone(DEFAULT_SETTINGS);
  if (stored === undefined) return { settings: defaults, bad: [] };
  if (!isRecord(stored)) return { settings: defaults, bad: ['settings'] };
  const value = migrate(stored);
  const { good, bad } = readFields(value);
  return { settings: { ...defaults, ...good }, bad: value.version === DEFAULT_SETTINGS.version ? bad : ['version', ...bad] };
}
