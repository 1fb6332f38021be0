import { unpackForms } from './forms.ts';
import type { MatchPack } from './pack.ts';

/** The match pack as it is shipped: without the names of concepts, which only explanations need, and with forms as `unpackForms` reads them. */
export interface PackedMatchPack extends Omit<MatchPack, 'concepts'> {
  forms: string;
}

/** @param names of the concepts, in their order; they are only used to explain. */
export function unpack({ forms, ...pack }: PackedMatchPack, names: readonly string[] = []): MatchPack {
  return { ...pack, concepts: unpackForms(forms).map((own, concept) => ({ name: names[concept] ?? '', forms: own })) };
}
