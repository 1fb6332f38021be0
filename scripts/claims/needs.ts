import type { NeedSets } from '../../lib/matching/needs.ts';
import type { Node } from '../../lib/matching/pack.ts';

/** The needs of a node, wherever its parts stand. Of alternatives only the smallest need of each counts. */
export function needsOf(node: Node): NeedSets {
  if ('concept' in node) return [[node.concept]];
  if ('tag' in node) return [[node.tag]];
  if ('number' in node) return needsOf(node.number.of);
  if ('any' in node) {
    const smallest = node.any.flatMap((part) => needsOf(part).toSorted((a, b) => a.length - b.length)[0]);
    return [[...new Set(smallest)]];
  }
  return ('all' in node ? node.all : node.order).flatMap(needsOf);
}

/** The same with the rarest first; where several are equally rare, the first of them. */
export function rarestFirst(needs: NeedSets, commonness: readonly number[]): NeedSets {
  const sum = (choices: readonly number[]) => choices.reduce((total, concept) => total + commonness[concept], 0);
  const rarest = needs.reduce((best, choices) => (sum(choices) < sum(best) ? choices : best));
  return [rarest, ...needs.filter((choices) => choices !== rarest)];
}

/**
 * How often the forms of each concept are to be expected in texts: a form half as often for each letter more.
 * @param concepts forms of each.
 */
export function expectedCommonness(concepts: readonly (readonly string[])[]): number[] {
  return concepts.map((forms) => forms.reduce((sum, form) => sum + 2 ** -form.replaceAll(' ', '').length, 0));
}
