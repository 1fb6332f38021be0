import { readFileSync, writeFileSync } from 'node:fs';
import { toBase64url } from '../../lib/updates/signature.ts';

/** A pair of Ed25519 keys; `id` is the public one in base64url, by which it is known. */
export interface SigningKey {
  id: string;
  secret: CryptoKey;
}

const ALGORITHM = 'Ed25519';
const OWNER_ONLY = 0o600;

export async function newKey(): Promise<SigningKey & { pem: string }> {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as CryptoKeyPair;
  const id = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
  const body = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
  return { id, secret: privateKey, pem: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n` };
}

/** Writes a new key to a file that must not exist yet, readable by its owner only. Returns the public key. */
export async function writeNewKey(file: string): Promise<string> {
  const { id, pem } = await newKey();
  writeFileSync(file, pem, { mode: OWNER_ONLY, flag: 'wx' });
  return id;
}

/**
 * Reads a private key file made by `keygen`.
 * @throws {Error} naming the file when it holds no such key.
 */
export async function readKey(file: string): Promise<SigningKey> {
  const body = readFileSync(file, 'utf8').replace(/-----[A-Z ]+-----|\s/g, '');
  try {
    const secret = await crypto.subtle.importKey('pkcs8', Buffer.from(body, 'base64'), ALGORITHM, true, ['sign']);
    const { x } = await crypto.subtle.exportKey('jwk', secret);
    if (!x) throw new Error('it has no public half');
    return { id: x, secret };
  } catch (error) {
    throw new Error(`${file} is no Ed25519 key as \`npm run updates -- keygen\` makes them: ${String(error)}`);
  }
}

export async function sign(key: SigningKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key.secret, bytes)));
}
