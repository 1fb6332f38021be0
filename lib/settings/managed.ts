import { browser } from 'wxt/browser';
import type { Choices, SettingName, Settings } from './types.ts';
import { readFields } from './validate.ts';

/** What an organisation set for this browser; nearly always nothing. */
export interface Managed {
  values: Partial<Choices>;
  /** Names of values that could not be used. */
  bad: SettingName[];
}

export const UNMANAGED: Managed = { values: {}, bad: [] };

/** Reads the policy of the browser (`docs/managed.md`). Never throws: browsers without one refuse the question. */
export async function loadManaged(): Promise<Managed> {
  try {
    const { pausedUntil: _, updates: __, ...policy } = await browser.storage.managed.get();
    const { good, bad } = readFields(policy);
    if (Object.keys(good).length + bad.length === 0) return UNMANAGED;
    return { values: good, bad };
  } catch {
    return UNMANAGED;
  }
}

/** The person's settings as they hold under a policy: single values are the organisation's, lists have the entries of both. */
export function underPolicy(own: Settings, { values }: Managed): Settings {
  const joined: Partial<Choices> = {};
  for (const [name, value] of entries(values)) Object.assign(joined, { [name]: Array.isArray(value) ? union(value, own[name]) : value });
  return { ...own, ...joined };
}

/**
 * What of a change is the person's own: single values the organisation set are left out, and of a list those of its entries that
 * the person had not chosen too. So the policy leaves no trace in the person's settings when it ends.
 */
export function ownPart(patch: Partial<Choices>, own: Settings, { values }: Managed): Partial<Choices> {
  const kept: Partial<Choices> = {};
  for (const [name, value] of entries(patch)) {
    const policy = values[name];
    if (policy === undefined) Object.assign(kept, { [name]: value });
    else if (Array.isArray(value)) {
      const theirs = (policy as string[]).filter((entry) => !(own[name] as string[]).includes(entry));
      Object.assign(kept, { [name]: value.filter((entry) => !theirs.includes(entry)) });
    }
  }
  return kept;
}

function entries(choices: Partial<Choices>): [SettingName, Choices[SettingName]][] {
  return Object.entries(choices) as [SettingName, Choices[SettingName]][];
}

function union(theirs: string[], own: unknown): string[] {
  return [...new Set([...theirs, ...(own as string[])])];
}
