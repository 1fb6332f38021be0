import type { MatchPack } from './pack.ts';

/**
 * The match pack as it is shipped: without the names of concepts, which only explanations need, and with the forms of
 * each concept in one line, sorted. Each form begins with a capital that says how many letters it shares with the one
 * before it: A for none, B for one …
 */
export interface PackedMatchPack extends Omit<MatchPack, 'concepts'> {
  forms: string;
}

/** Character that stands for no shared letters. */
export const NONE_SHARED = 65;
/** More shared letters are written out; it makes the last capital Z. */
export const MOST_SHARED = 25;

const NEXT_FORM = /[A-Z\n][^A-Z\n]*/g;

/** @param names of the concepts, in their order; they are only used to explain. */
export function unpack({ forms, ...pack }: PackedMatchPack, names: readonly string[] = []): MatchPack {
  const concepts: MatchPack['concepts'] = [{ name: names[0] ?? '', forms: [] }];
  let own = concepts[0].forms;
  let before = '';
  for (const piece of forms.match(NEXT_FORM) ?? []) {
    if (piece === '\n') {
      own = [];
      concepts.push({ name: names[concepts.length] ?? '', forms: own });
      continue;
    }
    const shared = piece.charCodeAt(0) - NONE_SHARED;
    before = shared === 0 ? piece.slice(1) : before.slice(0, shared) + piece.slice(1);
    own.push(before);
  }
  return { ...pack, concepts };
}
