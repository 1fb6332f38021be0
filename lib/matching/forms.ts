/** Character that stands for no shared letters. */
export const NONE_SHARED = 65;
/** More shared letters are written out; it makes the last capital Z. */
export const MOST_SHARED = 25;

const NEXT_FORM = /[A-Z\n][^A-Z\n]*/g;

/**
 * Reads forms as they are shipped: lines of sorted forms, each of which begins with a capital that says how many letters it
 * shares with the one before it. A for none, B for one …
 * @returns the forms of each line.
 */
export function unpackForms(packed: string): string[][] {
  let own: string[] = [];
  const lines = [own];
  let before = '';
  for (const piece of packed.match(NEXT_FORM) ?? []) {
    if (piece === '\n') {
      own = [];
      lines.push(own);
      continue;
    }
    const shared = piece.charCodeAt(0) - NONE_SHARED;
    before = shared === 0 ? piece.slice(1) : before.slice(0, shared) + piece.slice(1);
    own.push(before);
  }
  return lines;
}
