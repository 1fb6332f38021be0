import type { Download } from './download.ts';
import { type Circumstances, checkManifest, readManifest } from './manifest.ts';
import { readParts } from './parts.ts';
import { canVerify, readEnvelope, sha256, verify } from './signature.ts';
import { APPLIED, intactFile, type KeyValues, note, readApplied, swap } from './store.ts';
import {
  type Applied,
  type FileEntry,
  type KeyPair,
  type LastCheck,
  type Manifest,
  PART_NAMES,
  type PartName,
  type UpdateParts,
  UpdateRefused,
  type UpdateSource,
} from './types.ts';

/** Largest manifest, in bytes; one of today has less than 4,000. */
const MOST_MANIFEST_BYTES = 100_000;

export interface CheckParts extends Pick<Circumstances, 'extension' | 'packaged'> {
  source: UpdateSource;
  download: Download;
  store: KeyValues;
  /** Code of the language whose texts are wanted; English where the update has none of it. */
  language: string;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Looks for an update and takes it if everything about it is right. Never rejects: the outcome says what happened, and is stored. */
export async function checkForUpdate(parts: CheckParts): Promise<LastCheck['outcome']> {
  const outcome = await look(parts).catch((error) => (error instanceof UpdateRefused ? error.kind : 'storage'));
  await note(parts.store, { at: parts.now(), outcome });
  return outcome;
}

async function look(parts: CheckParts): Promise<LastCheck['outcome']> {
  const { source, download, store, now } = parts;
  if (!(await canVerify())) throw new UpdateRefused('unsupported', 'no Ed25519');
  const standing = readApplied((await store.get(APPLIED))[APPLIED]);
  const whole = standing !== undefined && (await isWhole(store, standing));
  const bytes = await download(
    'manifest.json',
    MOST_MANIFEST_BYTES,
    whole && standing.language === parts.language ? standing.manifest : undefined,
  );
  if (!bytes) return standing && Date.parse(standing.expires) <= now() ? 'expired' : 'same';
  const tag = await sha256(bytes);
  const { manifest, keys } = await readSigned(bytes, trustedKeys(source, standing));
  checkManifest(manifest, tag, { ...parts, now: now(), seen: standing });
  const { language, entries } = entriesFor(manifest, parts.language);
  if (whole && tag === standing.manifest && language === standing.language) return 'same';
  const contents = await loadFiles(entries, store, download);
  const content = readParts(contents);
  await swap(store, toApplied({ manifest, tag, language, entries, content, keys, source, standing }), contents);
  return 'fresh';
}

/** Whether all files of an update are there and undamaged. */
async function isWhole(store: KeyValues, { files }: Applied): Promise<boolean> {
  const contents = await Promise.all(PART_NAMES.map((part) => intactFile(store, files[part])));
  return contents.every((content) => content !== undefined);
}

async function readSigned(bytes: Uint8Array<ArrayBuffer>, trusted: KeyPair): Promise<{ manifest: Manifest; keys: KeyPair }> {
  const envelope = readEnvelope(toText(bytes));
  const keys = await verify(envelope, trusted);
  return { manifest: readManifest(envelope.payload), keys };
}

/** Keys that took the place of the package's hold until a package with other keys comes. */
function trustedKeys({ keys }: UpdateSource, standing: Applied | undefined): KeyPair {
  return standing?.keys && String(standing.keys.instead) === String(keys) ? standing.keys.trusted : keys;
}

type Entries = Record<PartName, FileEntry>;

/** The files of a language; those in English where there is none of it. */
function entriesFor({ files }: Manifest, wanted: string): { language: string; entries: Entries } {
  const language = PART_NAMES.every((part) => `${wanted}.${part}` in files) ? wanted : 'en';
  const entries = PART_NAMES.map((part) => [part, files[`${language}.${part}`]] as const);
  const missing = entries.find(([, entry]) => !entry);
  if (missing) throw new UpdateRefused('format', `it names no file for ${language}.${missing[0]}`);
  return { language, entries: Object.fromEntries(entries) as Entries };
}

/** One after the other: a server sees one request at a time, and what is here already is not asked for. */
async function loadFiles(entries: Entries, store: KeyValues, download: Download): Promise<Record<PartName, string>> {
  const contents: Partial<Record<PartName, string>> = {};
  for (const part of PART_NAMES)
    contents[part] = (await intactFile(store, entries[part].sha256)) ?? (await loadFile(entries[part], download));
  return contents as Record<PartName, string>;
}

async function loadFile({ sha256: wanted, bytes: length }: FileEntry, download: Download): Promise<string> {
  const bytes = await download(`${wanted}.json`, length);
  if (bytes?.length !== length || (await sha256(bytes)) !== wanted) throw new UpdateRefused('damaged', `${wanted}.json`);
  return toText(bytes);
}

interface Taken {
  manifest: Manifest;
  tag: string;
  language: string;
  entries: Entries;
  content: UpdateParts;
  keys: KeyPair;
  source: UpdateSource;
  standing: Applied | undefined;
}

function toApplied({ manifest, tag, language, entries, content, keys, source, standing }: Taken): Applied {
  const { version, issued, expires, stop } = manifest;
  const files = Object.fromEntries(PART_NAMES.map((part) => [part, entries[part].sha256])) as Applied['files'];
  const rotated = String(keys) !== String(source.keys);
  return {
    format: 1,
    version,
    manifest: tag,
    issued,
    expires,
    language,
    files,
    ...(standing?.language === language && { previous: standing.files }),
    headlines: content.headlines,
    stop,
    ...(rotated && { keys: { instead: source.keys, trusted: keys } }),
  };
}

function toText(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UpdateRefused('format', 'it is not UTF-8');
  }
}
