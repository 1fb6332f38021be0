import { list, maybe, object, type Shape, ShapeError, text } from './shape.ts';
import { type KeyPair, UpdateRefused } from './types.ts';

/** The signed list as it is sent: the letters that were signed, and who signed them. */
export interface Envelope {
  payload: string;
  signatures: { key: string; signature: string }[];
  /** Every change of keys since the first package, oldest first. */
  rotations?: Rotation[];
}

/** "From now on trust these", signed by the reserve key of the pair before. */
export interface Rotation {
  keys: KeyPair;
  signature: string;
}

/** Signed together with what follows: a signature made for something else proves nothing here. */
const PURPOSE = { manifest: 'case-by-case manifest 1\n', rotation: 'case-by-case keys 1\n' };
const ALGORITHM = 'Ed25519';

const base64url = (letters: number) => text(letters, new RegExp(`^[A-Za-z0-9_-]{${letters}}$`));
const key = base64url(43);
const signature = base64url(86);

/** Two different public keys, the daily one first. */
export const keyPair: Shape<KeyPair> = (value, place) => {
  const [daily, reserve] = list(key, 2, 2)(value, place);
  if (daily === reserve) throw new ShapeError(place, 'two different keys');
  return [daily, reserve];
};

const envelope = object<Envelope>({
  payload: text(200_000),
  signatures: list(object<Envelope['signatures'][number]>({ key, signature }), 4, 1),
  rotations: maybe(list(object<Rotation>({ keys: keyPair, signature }), 20)),
});

/** What is signed for a manifest, as bytes. */
export function manifestBytes(payload: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(PURPOSE.manifest + payload);
}

/** What is signed for a change of keys, as bytes. */
export function rotationBytes(keys: KeyPair): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(PURPOSE.rotation + keys.join('\n'));
}

/** @throws UpdateRefused of kind `format`. */
export function readEnvelope(json: string): Envelope {
  try {
    return envelope(JSON.parse(json), '');
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError) throw new UpdateRefused('format', error.message);
    throw error;
  }
}

/**
 * The keys trusted after this envelope, when one of them signed it.
 * @throws UpdateRefused: `unsupported` when this browser has no Ed25519, `signature` when none of the keys signed it.
 */
export async function verify({ payload, signatures, rotations = [] }: Envelope, trusted: KeyPair): Promise<KeyPair> {
  let keys = trusted;
  // A rotation away from keys that are not the present ones is an old one: it was followed before.
  for (const one of rotations) if (await isSigned(keys[1], one.signature, rotationBytes(one.keys))) keys = one.keys;
  const bytes = manifestBytes(payload);
  for (const one of signatures) if (keys.includes(one.key) && (await isSigned(one.key, one.signature, bytes))) return keys;
  throw new UpdateRefused('signature', 'none of the trusted keys signed it');
}

async function isSigned(key: string, signature: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return crypto.subtle.verify(ALGORITHM, await importKey(key), fromBase64url(signature), bytes);
}

/** Whether this browser can verify at all; asked before anything is asked of a server. */
export async function canVerify(): Promise<boolean> {
  return importKey('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo').then(
    () => true,
    () => false,
  );
}

async function importKey(key: string): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', fromBase64url(key), ALGORITHM, false, ['verify']);
  } catch (error) {
    throw new UpdateRefused('unsupported', String(error));
  }
}

/** SHA-256 in hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromBase64url(value: string): Uint8Array<ArrayBuffer> {
  const letters = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
