import type { NumberHit } from './numbers.ts';
import type { Node, Rule, Within } from './pack.ts';
import { HIT_STEP, type Scan } from './scanned.ts';
import type { Structure } from './structure.ts';

/** Words `first` to `last`, and the pieces that matched between them. */
export interface Interval {
  first: number;
  last: number;
  pieces: { first: number; last: number }[];
}

type NumberNode = Extract<Node, { number: unknown }>['number'];

/** Everything the rules may ask about one post. */
export interface Reading {
  scan: Scan;
  structure: Structure;
  byConcept: Map<number, Interval[]>;
  numbers: () => NumberHit[];
}

/** Findings kept for one concept or node; bounds the work on texts made of nothing but matches. */
const MOST_FINDINGS = 48;

/** Groups the hits of a scan by concept. */
export function indexHits(scan: Scan): Map<number, Interval[]> {
  const byConcept = new Map<number, Interval[]>();
  for (let at = 0; at < scan.hitCount * HIT_STEP; at += HIT_STEP) {
    const [concept, first, last] = [scan.hits[at], scan.hits[at + 1], scan.hits[at + 2]];
    const list = byConcept.get(concept) ?? [];
    byConcept.set(concept, list);
    const twin = list.at(-1);
    if (list.length < MOST_FINDINGS && !(twin && twin.first === first && twin.last === last)) {
      list.push({ first, last, pieces: [{ first, last }] });
    }
  }
  return byConcept;
}

/** All places where a node holds, in no particular order, at most `MOST_FINDINGS`. */
export function findNode(node: Node, reading: Reading): Interval[] {
  if ('concept' in node) return reading.byConcept.get(node.concept) ?? [];
  if ('tag' in node) return findNode({ concept: node.tag }, reading).filter((interval) => isTag(interval, reading.scan));
  if ('any' in node) return node.any.flatMap((part) => findNode(part, reading)).slice(0, MOST_FINDINGS);
  if ('all' in node) return findAll(node.all, node.within, reading);
  if ('order' in node) return findOrder(node.order, node.gap, reading);
  return findNumber(node.number, reading);
}

/** Places where a rule holds before stance is weighed. */
export function findRule(rule: Rule, reading: Reading): Interval[] {
  const found = findNode(rule.node, reading).filter((interval) => rule.kind === 'background' || !isAllTags(interval, reading.scan));
  if (found.length === 0) return found;
  const excluding = rule.none.flatMap((node) => findNode(node, reading));
  return found.filter((interval) => !excluding.some((other) => together(interval, other, rule.within, reading.structure)));
}

/** A pile of hashtags asserts nothing. */
function isAllTags({ pieces }: Interval, scan: Scan): boolean {
  return pieces.every((piece) => isTag(piece, scan));
}

/** Whether two intervals stand as close as `within` asks. */
export function together(a: Interval, b: Interval, within: Within, structure: Structure): boolean {
  if (within === 'post') return true;
  if (typeof within === 'number') return distance(a, b) <= within;
  const unit = within === 'clause' ? structure.clause : structure.sentence;
  return unit[a.first] <= unit[b.last] && unit[b.first] <= unit[a.last];
}

/** Words between two intervals; 0 when they touch or overlap. */
export function distance(a: Interval, b: Interval): number {
  return Math.max(0, Math.max(a.first, b.first) - Math.min(a.last, b.last) - 1);
}

function merge(a: Interval, b: Interval): Interval {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last), pieces: [...a.pieces, ...b.pieces] };
}

/** Starts from the rarest part and takes the nearest finding of each other part. */
function findAll(parts: readonly Node[], within: Within, reading: Reading): Interval[] {
  const lists = parts.map((part) => findNode(part, reading));
  lists.sort((a, b) => a.length - b.length);
  const found: Interval[] = [];
  for (const base of lists[0]) {
    const whole = lists.slice(1).reduce<Interval | undefined>((sofar, list) => {
      if (!sofar) return undefined;
      const near = nearest(
        list.filter((other) => together(base, other, within, reading.structure)),
        base,
      );
      return near && merge(sofar, near);
    }, base);
    if (whole) found.push(whole);
  }
  return found;
}

function nearest(list: readonly Interval[], to: Interval): Interval | undefined {
  let best: Interval | undefined;
  for (const interval of list) if (!best || distance(interval, to) < distance(best, to)) best = interval;
  return best;
}

/** The parts one after another, with at most `gap` words between, in one sentence. */
function findOrder(parts: readonly Node[], gap: number, reading: Reading): Interval[] {
  const { sentence } = reading.structure;
  let found = findNode(parts[0], reading);
  for (const part of parts.slice(1)) {
    const followers = findNode(part, reading);
    found = found.flatMap((head) => {
      const next = nearest(
        followers.filter((f) => f.first > head.last && f.first - head.last - 1 <= gap && sentence[f.first] === sentence[head.last]),
        head,
      );
      return next ? [merge(head, next)] : [];
    });
  }
  return found;
}

function findNumber({ min, max, of, gap, measure }: NumberNode, reading: Reading): Interval[] {
  const counted = findNode(of, reading);
  if (counted.length === 0) return [];
  const { sentence } = reading.structure;
  return reading.numbers().flatMap((number) => {
    if (number.value < min || number.value > max) return [];
    const others = measure === undefined ? [] : (reading.byConcept.get(measure) ?? []);
    const what = counted.find(
      (c) => c.first > number.last && c.first - number.last - 1 <= gap && sentence[c.first] === sentence[number.last],
    );
    if (what && others.some((other) => other.first > number.last && other.last < what.first)) return [];
    return what ? [merge({ ...number, pieces: [{ first: number.first, last: number.last }] }, what)] : [];
  });
}

/** Whether the words begin a hashtag. */
export function isTag({ first }: Pick<Interval, 'first'>, scan: Scan): boolean {
  const before = scan.text.charCodeAt(scan.wordStart[first] - 1);
  return before === 0x23 || before === 0xff03;
}
