import type { Evidence, Headline } from '../../lib/claims/types.ts';
import type { Localised } from '../../lib/language.ts';
import { readParts } from '../../lib/updates/parts.ts';
import { type Envelope, manifestBytes, type Rotation, rotationBytes, sha256 } from '../../lib/updates/signature.ts';
import { type FileEntry, type KeyPair, type Manifest, PART_NAMES, type PartName, type StopList } from '../../lib/updates/types.ts';
import { partsOf } from '../claims/compile.ts';
import { type SigningKey, sign } from './keys.ts';

const DAY = 86_400_000;

/** What an update is made of. */
export interface Publication {
  evidence: Localised<Evidence>;
  headlines: Localised<Headline[]>;
  stop: StopList;
  key: SigningKey;
  rotations?: Rotation[];
  /** Milliseconds since 1970. */
  now: number;
  /** Which update of its day it is, from 0 to 99. */
  nth?: number;
  /** Days until it expires. */
  days: number;
  /** The first version of the extension that understands it. */
  needs: string;
}

/** The files of an update by name, as a server has to give them out. */
export type UpdateFiles = Map<string, Uint8Array<ArrayBuffer>>;

/**
 * Makes and signs an update.
 * @throws UpdateRefused when the extension would not take what it holds.
 */
export async function makeUpdate(publication: Publication): Promise<UpdateFiles> {
  const out: UpdateFiles = new Map();
  const files: Record<string, FileEntry> = {};
  for (const [language, contents] of Object.entries(contentsOf(publication))) {
    for (const part of PART_NAMES) {
      const bytes = toBytes(contents[part]);
      const hash = await sha256(bytes);
      files[`${language}.${part}`] = { sha256: hash, bytes: bytes.length };
      out.set(`${hash}.json`, bytes);
    }
  }
  out.set('manifest.json', await signManifest(toManifest(publication, files), publication));
  return out;
}

/** Signs a manifest and puts it into its envelope. */
export async function signManifest(manifest: Manifest, { key, rotations }: Pick<Publication, 'key' | 'rotations'>) {
  const payload = JSON.stringify(manifest);
  const envelope: Envelope = {
    payload,
    signatures: [{ key: key.id, signature: await sign(key, manifestBytes(payload)) }],
    ...(rotations?.length && { rotations }),
  };
  return toBytes(JSON.stringify(envelope));
}

/** "From now on trust these", by the reserve key of the pair before. */
export async function makeRotation(keys: KeyPair, reserve: SigningKey): Promise<Rotation> {
  return { keys, signature: await sign(reserve, rotationBytes(keys)) };
}

function contentsOf({ evidence, headlines }: Publication): Record<string, Record<PartName, string>> {
  return Object.fromEntries(
    Object.entries(evidence).map(([language, whole]) => {
      const { claims, series, help } = partsOf(whole as Evidence);
      const values: Record<PartName, unknown> = { headlines: headlines[language], claims, series, help };
      const contents = Object.fromEntries(PART_NAMES.map((part) => [part, JSON.stringify(values[part])])) as Record<PartName, string>;
      readParts(contents);
      return [language, contents];
    }),
  );
}

function toManifest({ now, nth = 0, days, needs, stop }: Publication, files: Record<string, FileEntry>): Manifest {
  const issued = new Date(now).toISOString();
  const version = Number(issued.slice(0, 10).replaceAll('-', '')) * 100 + nth;
  return { format: 1, version, issued, expires: new Date(now + days * DAY).toISOString(), needs, files, stop };
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
