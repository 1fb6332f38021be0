import type { CueFamily } from './pack.ts';
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
export function readStance(match: Interval, families: readonly CueFamily[], reading: Reading, links: () => readonly string[]): CueFamily | undefined {
  return families.find((family) => {
    if (family.question && !isQuestion(match, reading)) return false;
    if (family.links) return hasLink(family.links, links());
    return family.cue ? hasCue(match, family, reading) : family.question === true;
  });
}

function isQuestion(match: Interval, { structure }: Reading): boolean {
  return structure.question[structure.sentence[match.last]] === 1;
}

function hasLink(domains: readonly string[], links: readonly string[]): boolean {
  return links.some((link) => {
    const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#\s]+)/i.exec(link)?.[1]?.toLowerCase() ?? '';
    return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  });
}

function hasCue(match: Interval, family: CueFamily, reading: Reading): boolean {
  if (!family.cue) return false;
  const turns = family.turned ? findNode(family.turned, reading) : [];
  const cues = findNode(family.cue, reading).filter((cue) => reaches(cue, match, family, reading) && !turns.some((turn) => isRightBefore(turn, cue)));
  if (!family.unless) return cues.length > 0;
  const counters = findNode(family.unless, reading);
  return cues.some((cue) => !counters.some((counter) => isCountered(cue, counter, reading)));
}

/** "They call it a conspiracy theory": the counter stands near the cue, in its sentence. */
function isCountered(cue: Interval, counter: Interval, { structure }: Reading): boolean {
  return structure.sentence[cue.first] === structure.sentence[counter.first] && distance(cue, counter) <= COUNTER_REACH;
}

function isRightBefore(turn: Interval, cue: Interval): boolean {
  return turn.last < cue.first && cue.first - turn.last <= TURN_REACH;
}

/** "No, …": the cue is a clause by itself. */
function isAlone(cue: Interval, { structure }: Reading): boolean {
  const { clause } = structure;
  return (cue.first === 0 || clause[cue.first - 1] !== clause[cue.first]) && clause[cue.last + 1] !== clause[cue.last];
}

function reaches(cue: Interval, match: Interval, family: CueFamily, reading: Reading): boolean {
  if (isTag(cue, reading.scan) || !inReach(cue, match, family.reach, reading)) return false;
  if (family.atStart && cue.first > 0 && reading.structure.sentence[cue.first - 1] === reading.structure.sentence[cue.first]) return false;
  if (family.alone && !isAlone(cue, reading)) return false;
  if (family.side === 'before' && cue.first > match.first) return false;
  if (family.side === 'after' && cue.last < match.last) return false;
  if (family.gap === undefined) return true;
  const gap = match.pieces.map((piece) => Math.max(cue.first, piece.first) - Math.min(cue.last, piece.last) - 1);
  return Math.min(...gap) <= family.gap;
}

function inReach(cue: Interval, match: Interval, reach: CueFamily['reach'], { structure }: Reading): boolean {
  if (reach === 'post') return true;
  const unit = reach === 'clause' ? structure.clause : structure.sentence;
  const slack = reach === 'adjacent' ? 1 : 0;
  return match.pieces.some((piece) => unit[cue.last] >= unit[piece.first] - slack && unit[cue.first] <= unit[piece.last] + slack);
}
