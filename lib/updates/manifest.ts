import { list, maybe, object, oneOf, record, ShapeError, text, whole } from './shape.ts';
import { type FileEntry, type Manifest, type StopEntry, type StopList, UpdateRefused } from './types.ts';

/** Largest file of an update, in bytes; the largest of today has a quarter of it. */
export const MOST_FILE_BYTES = 1_000_000;
/** Longest time from issue to expiry, in ms: a replayed update is refused after it. */
const LONGEST_LIFE = 92 * 86_400_000;
/** A clock may be wrong by this, in ms. */
const CLOCK_SLACK = 86_400_000;

const time = text(24, /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
const release = text(20, /^\d+(\.\d+){0,3}$/);
const stopped = list(object<StopEntry>({ id: text(60, /^[a-z0-9-]+$/), before: maybe(release) }), 500);

const form = object<Manifest>({
  format: oneOf(1),
  version: whole(1, Number.MAX_SAFE_INTEGER),
  issued: time,
  expires: time,
  needs: release,
  files: record(
    /^[a-z]{2,3}\.(headlines|claims|series|help)$/,
    object<FileEntry>({ sha256: text(64, /^[0-9a-f]{64}$/), bytes: whole(2, MOST_FILE_BYTES) }),
    200,
  ),
  stop: object<StopList>({ claims: stopped, sites: stopped }),
});

/** @throws UpdateRefused of kind `format` or, for a form this version does not know yet, `newer`. */
export function readManifest(payload: string): Manifest {
  try {
    const value: unknown = JSON.parse(payload);
    const { format } = (value ?? {}) as { format?: unknown };
    if (typeof format === 'number' && format > 1) throw new UpdateRefused('newer', `it has format ${format}`);
    return form(value, '');
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError) throw new UpdateRefused('format', error.message);
    throw error;
  }
}

/** What the receiver knows by itself. */
export interface Circumstances {
  /** Milliseconds since 1970, by this computer. */
  now: number;
  /** Version of the extension. */
  extension: string;
  /** ISO day of the data in the package: the present cannot be earlier. */
  packaged: string;
  /** Number and SHA-256 of the newest update seen. */
  seen?: { version: number; manifest: string };
}

/**
 * Whether a genuine manifest is one for here and now.
 * @param tag SHA-256 of the manifest as it came.
 * @throws UpdateRefused: `rollback`, `clock`, `expired`, `newer`, `format`.
 */
export function checkManifest(manifest: Manifest, tag: string, { now, extension, packaged, seen }: Circumstances): void {
  const issued = Date.parse(manifest.issued);
  const expires = Date.parse(manifest.expires);
  if (!(expires > issued && expires - issued <= LONGEST_LIFE)) throw new UpdateRefused('format', 'its dates contradict each other');
  if (Math.floor(manifest.version / 100) !== Number(manifest.issued.slice(0, 10).replaceAll('-', '')))
    throw new UpdateRefused('format', `number ${manifest.version} is not one of its day`);
  if (seen && (manifest.version < seen.version || (manifest.version === seen.version && tag !== seen.manifest)))
    throw new UpdateRefused('rollback', `number ${manifest.version} came after number ${seen.version}`);
  if (now < Date.parse(packaged) - CLOCK_SLACK || issued > now + CLOCK_SLACK) throw new UpdateRefused('clock', `issued ${manifest.issued}`);
  if (expires <= now) throw new UpdateRefused('expired', `valid until ${manifest.expires}`);
  if (compareReleases(extension, manifest.needs) < 0) throw new UpdateRefused('newer', `it needs version ${manifest.needs}`);
}

/** Negative when `a` is the earlier release. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [a, b].map((one) => one.split('.').map(Number));
  for (let place = 0; place < Math.max(left.length, right.length); place++) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Ids on a stop list that hold for this version of the extension. */
export function stoppedIds(entries: readonly StopEntry[], extension: string): string[] {
  return entries.filter(({ before }) => before === undefined || compareReleases(extension, before) < 0).map(({ id }) => id);
}
