import type { EvidenceParts, Headline } from '../claims/types.ts';

/** Where updates come from, as `claims-data/updates/server.yaml` has it. */
export interface UpdateSource {
  /** Such as `https://updates.example`. Nothing else is ever asked. */
  origin: string;
  /** Public keys (Ed25519, base64url): the one that signs day by day, then the reserve, which alone may name other keys. */
  keys: KeyPair;
}

export type KeyPair = [daily: string, reserve: string];

/** What one file of an update holds. */
export interface UpdateParts extends EvidenceParts {
  headlines: Headline[];
}
export type PartName = keyof UpdateParts;
export const PART_NAMES: readonly PartName[] = ['headlines', 'claims', 'series', 'help'];

/** Something switched off from afar. With `before` only in versions of the extension before that one. */
export interface StopEntry {
  id: string;
  before?: string;
}

/** Claims that get no card and sites that are not read until they are mended. */
export interface StopList {
  claims: StopEntry[];
  sites: StopEntry[];
}

/** The list of an update; all else hangs on its signature. */
export interface Manifest {
  format: 1;
  /** Day of issue and a number, `yyyymmddnn`: it only goes up, and nobody can jump ahead of the calendar. */
  version: number;
  /** ISO date and time in UTC. */
  issued: string;
  expires: string;
  /** The first version of the extension that understands these files. */
  needs: string;
  /** Files by `<language>.<part>`. */
  files: Record<string, FileEntry>;
  stop: StopList;
}

export interface FileEntry {
  /** SHA-256 in hexadecimal digits; the file is `<sha256>.json`. */
  sha256: string;
  bytes: number;
}

/** What is in use, stored in one piece: either all of an update or none of it. */
export interface Applied {
  format: 1;
  version: number;
  /** SHA-256 of the manifest as it came. */
  manifest: string;
  issued: string;
  expires: string;
  language: string;
  /** SHA-256 of the stored file of each part. */
  files: Record<PartName, string>;
  /** The files of the update before, used when one of these is damaged. */
  previous?: Record<PartName, string>;
  /** The closed cards' lines, here so that a page needs one look into the storage. */
  headlines: Headline[];
  stop: StopList;
  /** Keys that took the place of those in the package, and the ones they took it from. */
  keys?: { instead: KeyPair; trusted: KeyPair };
}

/** Why an update was not taken. What was in use before stays in use. */
export type RefusalKind =
  /** Nobody answered, or not in time. */
  | 'offline'
  /** The server answered with an error. */
  | 'server'
  | 'redirect'
  | 'oversize'
  /** Bytes are not those that were signed for. */
  | 'damaged'
  | 'signature'
  | 'format'
  /** Older than what was seen before, or another one of the same number. */
  | 'rollback'
  | 'expired'
  /** By this computer's clock the update comes from the future, or the extension does. */
  | 'clock'
  /** Made for a newer version of the extension. */
  | 'newer'
  | 'storage'
  /** This browser has no Ed25519. */
  | 'unsupported'
  /** The browser's permission for the server is missing. */
  | 'permission';

/** How the last look for updates ended. */
export interface LastCheck {
  /** Milliseconds since 1970. */
  at: number;
  outcome: 'fresh' | 'same' | RefusalKind;
}

/** An update, or a part of it, was not taken. */
export class UpdateRefused extends Error {
  readonly kind: RefusalKind;
  constructor(kind: RefusalKind, detail: string) {
    super(`${kind}: ${detail}`);
    this.name = 'UpdateRefused';
    this.kind = kind;
  }
}
