import type { MatchPack } from './pack.ts';

/** The match pack as it is shipped: without the names of concepts. */
export type PackedMatchPack = Omit<MatchPack, 'names'>;

/** @param names of the concepts, in their order; they are only used to explain. */
export function unpack(pack: PackedMatchPack, names: readonly string[] = []): MatchPack {
  return { ...pack, names };
}
