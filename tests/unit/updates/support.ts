import evidenceByLanguage from '#generated/evidence.json';
import headlinesByLanguage from '#generated/headlines.json';
import type { Evidence, Headline } from '../../../lib/claims/types.ts';
import type { Localised } from '../../../lib/language.ts';
import { type CheckParts, checkForUpdate } from '../../../lib/updates/check.ts';
import { downloadFrom } from '../../../lib/updates/download.ts';
import type { KeyPair } from '../../../lib/updates/types.ts';
import { newKey, type SigningKey } from '../../../scripts/updates/keys.ts';
import { memoryStore } from '../../../scripts/updates/memory-store.ts';
import { makeUpdate, type Publication, type UpdateFiles } from '../../../scripts/updates/publish.ts';

export const DAY = 86_400_000;
export const NOW = Date.parse('2027-03-01T12:00:00Z');
/** Longest wait for a file in these tests, in ms. */
const PATIENCE = 400;

const evidence = evidenceByLanguage as unknown as Localised<Evidence>;
const headlines = headlinesByLanguage as unknown as Localised<Headline[]>;

/** The data as it is, with one claim's fact changed to these words. */
export function edited(words: string): Pick<Publication, 'evidence' | 'headlines'> {
  const { en, es } = structuredClone(evidence);
  en.claims[0].fact = words;
  return { evidence: { en, es }, headlines };
}

export interface Keys {
  daily: SigningKey;
  reserve: SigningKey;
  pair: KeyPair;
}

export async function newPair(): Promise<Keys> {
  const [daily, reserve] = [await newKey(), await newKey()];
  return { daily, reserve, pair: [daily.id, reserve.id] };
}

export function publish(key: SigningKey, words: string, more: Partial<Publication> = {}): Promise<UpdateFiles> {
  return makeUpdate({ ...edited(words), stop: { claims: [], sites: [] }, key, now: NOW, days: 30, needs: '0.1.0', ...more });
}

export type Memory = ReturnType<typeof memoryStore>;

/** One extension that looks for updates. */
export function receiver(origin: string, keys: KeyPair, more: Partial<CheckParts> = {}): { store: Memory; check: () => Promise<string> } {
  const store = memoryStore();
  const parts: CheckParts = {
    source: { origin, keys },
    download: downloadFrom(origin, PATIENCE),
    store,
    language: 'en',
    extension: '0.1.0',
    packaged: '2026-11-22',
    now: () => NOW,
    ...more,
  };
  return { store, check: () => checkForUpdate(parts) };
}

/** Everything stored but the note of the last look, as text. */
export function inUse({ data }: Memory): string {
  return JSON.stringify(Object.entries(data).filter(([key]) => key !== 'updates:checked'));
}
