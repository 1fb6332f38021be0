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
/** More shared letters are written out. */
export const MOST_SHARED = 25;

/** @param names of the concepts, in their order; they are only used to explain. */
export function unpack({ forms, ...pack }: PackedMatchPack, names: readonly string[] = []): MatchPack {
  return { ...pack, concepts: forms.split('\n').map((line, index) => ({ name: names[index] ?? '', forms: readForms(line) })) };
}

function readForms(line: string): string[] {
  const forms: string[] = [];
  let before = '';
  for (let at = 0; at < line.length; ) {
    const from = at++;
    while (at < line.length && !(line.charCodeAt(at) >= NONE_SHARED && line.charCodeAt(at) <= NONE_SHARED + MOST_SHARED)) at++;
    before = before.slice(0, line.charCodeAt(from) - NONE_SHARED) + line.slice(from + 1, at);
    forms.push(before);
  }
  return forms;
}
