/** What is written in two ways, British and American: a reader who types one finds the other. */
const PAIRS: readonly (readonly [british: string, american: string])[] = [
  ['our', 'or'],
  ['is', 'iz'],
  ['ys', 'yz'],
  ['enc', 'ens'],
  ['tre', 'ter'],
  ['ae', 'e'],
  ['ll', 'l'],
  ['mme', 'm'],
  ['ogue', 'og'],
  ['sce', 'ske'],
];

/** Shorter words are too like each other: "four" is not "for", "cart" not "card". */
const SHORTEST = 5;

/** A word in its other spellings: with one place written the other way. Most of what comes out is no word, and found nowhere. */
export function otherSpellings(word: string): string[] {
  if (word.length < SHORTEST) return [];
  return PAIRS.flatMap(([british, american]) => [...swapped(word, british, american), ...swapped(word, american, british)]);
}

function swapped(word: string, from: string, to: string): string[] {
  const found: string[] = [];
  for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1))
    found.push(word.slice(0, at) + to + word.slice(at + from.length));
  return found;
}

/** True when one slip of the hand makes one word of the other: a letter too many, too few or wrong, or two in the wrong order. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < SHORTEST - 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [ofA, ofB] = [a, b].map((word) => word.slice(start, word.length - end));
  if (ofA.length <= 1 && ofB.length <= 1) return true;
  return ofA.length === 2 && ofB.length === 2 && ofA[0] === ofB[1] && ofA[1] === ofB[0];
}
