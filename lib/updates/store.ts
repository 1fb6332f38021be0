import { headlines } from './parts.ts';
import { list, maybe, object, oneOf, record, type Shape, ShapeError, text, whole } from './shape.ts';
import { keyPair, sha256 } from './signature.ts';
import { type Applied, type LastCheck, PART_NAMES, type PartName, type StopEntry, type StopList } from './types.ts';

/** The part of the browser's storage that is needed here; tests bring their own. */
export interface KeyValues {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** All keys of ours begin with this. */
const PREFIX = 'updates:';
export const APPLIED = `${PREFIX}applied`;
export const CHECKED = `${PREFIX}checked`;
const FILE = `${PREFIX}file:`;

const hash = text(64, /^[0-9a-f]{64}$/);
const files: Shape<Record<PartName, string>> = (value, place) => {
  const read = record(/^(headlines|claims|series|help)$/, hash, PART_NAMES.length)(value, place);
  for (const part of PART_NAMES) if (!(part in read)) throw new ShapeError(`${place}.${part}`, 'a hash');
  return read as Record<PartName, string>;
};
const stopped = list(object<StopEntry>({ id: text(60), before: maybe(text(20)) }), 500);

const applied = object<Applied>({
  format: oneOf(1),
  version: whole(1, Number.MAX_SAFE_INTEGER),
  manifest: hash,
  issued: text(24),
  expires: text(24),
  language: text(3),
  files,
  previous: maybe(files),
  headlines,
  stop: object<StopList>({ claims: stopped, sites: stopped }),
  keys: maybe(object<NonNullable<Applied['keys']>>({ instead: keyPair, trusted: keyPair })),
});

const checked = object<LastCheck>({ at: whole(0, Number.MAX_SAFE_INTEGER), outcome: text(20) as Shape<LastCheck['outcome']> });

/** What is in use; nothing when there is none, when it is damaged, or when a newer version of the extension wrote it. */
export function readApplied(stored: unknown): Applied | undefined {
  return readOr(applied, stored);
}

export function readChecked(stored: unknown): LastCheck | undefined {
  return readOr(checked, stored);
}

function readOr<T>(shape: Shape<T>, stored: unknown): T | undefined {
  try {
    return stored === undefined ? undefined : shape(stored, '');
  } catch {
    return undefined;
  }
}

/** The text of a stored file, if every letter of it is as it was signed. */
export async function intactFile(store: KeyValues, hashOfFile: string): Promise<string | undefined> {
  const key = FILE + hashOfFile;
  const content = (await store.get(key))[key];
  if (typeof content !== 'string') return undefined;
  return (await sha256(new TextEncoder().encode(content))) === hashOfFile ? content : undefined;
}

/**
 * Brings an update into use. Files are laid beside what is in use, then one write changes over: whoever is interrupted leaves
 * either the old update or the new one. Rejects when the browser has no room.
 */
export async function swap(store: KeyValues, next: Applied, contents: Record<PartName, string>): Promise<void> {
  const before = readApplied((await store.get(APPLIED))[APPLIED]);
  await sweep(store, before ? [before] : []);
  await store.set(Object.fromEntries(PART_NAMES.map((part) => [FILE + next.files[part], contents[part]])));
  await store.set({ [APPLIED]: next });
  await sweep(store, [next]);
}

/** Removes files that nothing refers to: those of older updates, and those of a change that was interrupted. */
async function sweep(store: KeyValues, inUse: readonly Applied[]): Promise<void> {
  const wanted = new Set(inUse.flatMap(({ files: now, previous = now }) => [...Object.values(now), ...Object.values(previous)]));
  const keys = Object.keys(await store.get(null)).filter((key) => key.startsWith(FILE) && !wanted.has(key.slice(FILE.length)));
  if (keys.length > 0) await store.remove(keys);
}

/** Removes everything that was ever downloaded. */
export async function forget(store: KeyValues): Promise<void> {
  const keys = Object.keys(await store.get(null)).filter((key) => key.startsWith(PREFIX));
  if (keys.length > 0) await store.remove(keys);
}

/** Notes how a look for updates ended. Not being able to note it changes nothing. */
export async function note(store: KeyValues, check: LastCheck): Promise<void> {
  await store.set({ [CHECKED]: check }).catch(() => undefined);
}
