import { migrate } from './migrate.ts';
import { type Choices, DEFAULT_SETTINGS, type SettingName, type Settings } from './types.ts';
import { isRecord, readFields, SETTING_NAMES } from './validate.ts';

/** Says whose file it is, so that another program's is told apart. */
const EXTENSION = 'case-by-case';
/** No file of ours comes near this many characters. */
const MOST_LETTERS = 500_000;
/** A pause is of the moment, not of the person. Updates are switched on by a click, never by a file. */
const NOT_IN_FILE: SettingName[] = ['pausedUntil', 'updates'];
const FIELDS = SETTING_NAMES.filter((name) => !NOT_IN_FILE.includes(name));

/** Why a file was not taken. Nothing of it is used then. */
export type FileFault = { kind: 'unreadable' | 'foreign' | 'newer' } | { kind: 'fields'; names: string[] };

/** The settings as a file to keep or to carry to another browser: JSON, one field a line. */
export function settingsToFile(settings: Settings): string {
  const fields = Object.fromEntries(FIELDS.map((name) => [name, settings[name]]));
  return `${JSON.stringify({ extension: EXTENSION, version: settings.version, ...fields }, null, 2)}\n`;
}

/** What a file says, or what is wrong with it. All or nothing: a field that cannot be used, or is unknown, is a fault. Never throws. */
export function settingsFromFile(text: string): { choices: Partial<Choices> } | { fault: FileFault } {
  const file = parse(text);
  if (!file) return { fault: { kind: 'unreadable' } };
  if (file.extension !== EXTENSION || !Number.isInteger(file.version)) return { fault: { kind: 'foreign' } };
  if (Number(file.version) > DEFAULT_SETTINGS.version) return { fault: { kind: 'newer' } };
  const { extension: _, version: __, ...fields } = migrate(file);
  const { good, bad } = readFields(fields);
  const names = [
    ...Object.keys(fields).filter((name) => !FIELDS.includes(name as SettingName)),
    ...FIELDS.filter((name) => bad.includes(name) || !isWhole(fields[name], good[name])),
  ];
  return names.length > 0 ? { fault: { kind: 'fields', names } } : { choices: good };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = text.length > MOST_LETTERS ? undefined : JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True when no entry of a list was dropped. */
function isWhole(given: unknown, kept: Choices[SettingName] | undefined): boolean {
  return !Array.isArray(given) || !Array.isArray(kept) || new Set(given).size === kept.length;
}
