import type { CueFamily, Node } from './pack.ts';
import { distance, findNode, type Interval, isTag, type Reading } from './rules.ts';

/** "not a hoax", "isn't just a theory": the cue is at most this many words after the negation. */
const TURN_REACH = 3;
/** Most words between a cue and what takes its force away. */
const COUNTER_REACH = 8;

/**
 * The first family of cues that turns a match from "asserts" into something else, or `undefined`.
 * A cue reaches only as far as its family says: the clause, the sentence, the neighbouring sentences or the post.
 * Hashtags are no cues: they are piled up for reach, #conspiracytheories among them.
 * @param links addresses in the post, asked for only when a family needs them.
 */
export function readStance(
  match: Interval,
  families: readonly CueFamily[],
  reading: Reading,
  links: () => readonly string[],
): CueFamily | undefined {
  return families.find((family) => {
    if (family.question && !isQuestion(match, reading)) return false;
    if (family.quoted && !isQuoted(match, reading)) return false;
    if (family.scare) return hasScareQuote(match, reading);
    if (family.links) return hasLink(family.links, links());
    return family.cue ? hasCue(family.cue, family, reading, (cue) => reaches(cue, match, family, reading)) : family.question === true;
  });
}

/**
 * The first family of which a cue stands anywhere in a text: for the words of somebody who quotes a post, which are about
 * the quoted words wherever they stand.
 */
export function findDoubt(families: readonly CueFamily[], reading: Reading): CueFamily | undefined {
  return families.find((family) => family.cue && !family.question && !family.quoted && hasCue(family.cue, family, reading, () => true));
}

function isQuestion(match: Interval, { structure }: Reading): boolean {
  return structure.question[structure.sentence[match.last]] === 1;
}

/** All words that matched stand in quotation marks. */
function isQuoted({ pieces }: Interval, { structure }: Reading): boolean {
  return pieces.every(({ first, last }) => structure.quoted[first] === 1 && structure.quoted[last] === 1);
}

/** A word or two that matched stand in quotation marks of their own. */
function hasScareQuote({ pieces }: Interval, { structure: { quoted } }: Reading): boolean {
  return pieces.some(
    ({ first, last }) => last - first < 2 && quoted[first] === 1 && quoted[last] === 1 && quoted[first - 1] !== 1 && quoted[last + 1] !== 1,
  );
}

function hasLink(domains: readonly string[], links: readonly string[]): boolean {
  return links.some((link) => {
    const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#\s]+)/i.exec(link)?.[1].toLowerCase() ?? '';
    return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  });
}

/** @param isNear whether a cue that stands where its family asks also reaches what it is to silence. */
function hasCue(node: Node, family: CueFamily, reading: Reading, isNear: (cue: Interval) => boolean): boolean {
  const turns = family.turned ? findNode(family.turned, reading) : [];
  const cues = findNode(node, reading).filter(
    (cue) => isCue(cue, family, reading) && isNear(cue) && !turns.some((turn) => isRightBefore(turn, cue, reading)),
  );
  if (!family.unless) return cues.length > 0;
  const counters = findNode(family.unless, reading);
  return cues.some((cue) => !counters.some((counter) => isCountered(cue, counter, reading)));
}

/** "They call it a conspiracy theory": the counter stands near the cue, in its sentence. */
function isCountered(cue: Interval, counter: Interval, { structure }: Reading): boolean {
  return structure.sentence[cue.first] === structure.sentence[counter.first] && distance(cue, counter) <= COUNTER_REACH;
}

function isRightBefore(turn: Interval, cue: Interval, { structure }: Reading): boolean {
  return turn.last < cue.first && cue.first - turn.last <= TURN_REACH && structure.clause[turn.last] === structure.clause[cue.first];
}

/** Nothing stands before the cue in its clause. */
export function beginsClause(cue: Interval, { structure }: Reading): boolean {
  return structure.clause[cue.first - 1] !== structure.clause[cue.first];
}

/** "No, …": the cue is a clause by itself. */
function isAlone(cue: Interval, reading: Reading): boolean {
  const { clause } = reading.structure;
  return beginsClause(cue, reading) && clause[cue.last + 1] !== clause[cue.last];
}

/** Whether words stand in their own sentence and clause as cues of the family do. */
function isCue(cue: Interval, family: CueFamily, reading: Reading): boolean {
  const { sentence, quoted } = reading.structure;
  if (isTag(cue, reading.scan)) return false;
  if (family.atStart && sentence[cue.first - 1] === sentence[cue.first]) return false;
  if (family.inside && beginsClause(cue, reading)) return false;
  if (family.alone && !isAlone(cue, reading)) return false;
  return !family.quoted || quoted[cue.first] !== 1;
}

function reaches(cue: Interval, match: Interval, family: CueFamily, reading: Reading): boolean {
  if (!inReach(cue, match, family.reach, reading)) return false;
  if (family.gap !== undefined) return stepsToPiece(cue, match, family.side) <= family.gap;
  if (family.side === 'before') return cue.first <= match.first;
  return family.side !== 'after' || cue.last >= match.last;
}

/** Words between the cue and the nearest matched piece on the side where pieces are sought; a cue inside a piece is none. */
function stepsToPiece(cue: Interval, { pieces }: Interval, side: CueFamily['side']): number {
  if (pieces.some((piece) => cue.first <= piece.last && piece.first <= cue.last)) return Infinity;
  const steps = pieces.map((piece) =>
    piece.first > cue.last
      ? side === 'after'
        ? Infinity
        : piece.first - cue.last - 1
      : side === 'before'
        ? Infinity
        : cue.first - piece.last - 1,
  );
  return Math.min(...steps);
}

function inReach(cue: Interval, match: Interval, reach: CueFamily['reach'], { structure }: Reading): boolean {
  if (reach === 'post') return true;
  const unit = reach === 'clause' ? structure.clause : structure.sentence;
  const slack = reach === 'adjacent' ? 1 : 0;
  return match.pieces.some((piece) => unit[cue.last] >= unit[piece.first] - slack && unit[cue.first] <= unit[piece.last] + slack);
}
