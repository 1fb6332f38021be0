import { updatedPart } from '../updates/read.ts';
import type { EvidenceParts } from './types.ts';

type Loader = () => Promise<unknown>;

/** `generated/evidence/<language>.<part>.json`, each loaded when it is asked for. */
// Stryker disable next-line all: Vite reads these words while it builds.
const files: Record<string, Loader> = import.meta.glob('../../generated/evidence/*.json', { import: 'default' });

/**
 * One part of the evidence in a language, or in English where that has none; from an update where one is in use. Pages load what
 * they show and no more: a file a part and language. Rejects when the extension's own files are gone (after an update).
 */
export async function loadEvidence<P extends keyof EvidenceParts>(part: P, language: string): Promise<EvidenceParts[P]> {
  const spoken = pathOf(part, language) in files ? language : 'en';
  return (await updatedPart(part, spoken)) ?? ((await files[pathOf(part, spoken)]()) as EvidenceParts[P]);
}

function pathOf(part: keyof EvidenceParts, language: string): string {
  return `../../generated/evidence/${language}.${part}.json`;
}
