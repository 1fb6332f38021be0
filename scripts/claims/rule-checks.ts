import type { Matcher, MatchPack } from '../../lib/matching/index.ts';
import type { Node, Rule, Within } from '../../lib/matching/pack.ts';
import type { DataFile } from './data-file.ts';
import type { AuthorClaim } from './load.ts';
import type { Problem } from './problems.ts';

/** From near to far; a number of words is nearer than a sentence. */
const REACH = ['clause', 'sentence', 'post'];

/** Rules that do nothing: none of their claim's examples meets them, or another rule of the claim holds wherever they do. */
export function checkRules(claims: readonly DataFile<AuthorClaim>[], pack: MatchPack, matcher: Matcher): Problem[] {
  return claims.flatMap((file) => {
    const own = pack.rules.filter((rule) => pack.claims[rule.claim].id === file.value.id);
    const met = new Set(file.value.examples.match.flatMap((text) => matcher.explain(text).traces.map(({ rule }) => rule)));
    return own.flatMap((rule) => {
      const at = file.value.rules.findIndex(({ id }) => id === rule.id);
      const wider = own.find((other) => other !== rule && shadows(other, rule));
      return [
        ...(met.has(rule)
          ? []
          : [file.problem(['rules', at], `no example under "match" meets the rule "${rule.id}"; add one, or remove the rule`)]),
        ...(wider ? [file.problem(['rules', at], `"${rule.id}" never finds what "${wider.id}" does not find; remove one of them`)] : []),
      ];
    });
  });
}

/** Whether the wide rule holds wherever the narrow one does: it asks for no more, over no less reach, and is silenced by no more. */
export function shadows(wide: Rule, narrow: Rule): boolean {
  if (wide.kind === 'background' && narrow.kind === 'claim') return false;
  if (wide.confidence < narrow.confidence || wide.ignore.length < narrow.ignore.length) return false;
  const has = (nodes: readonly Node[], node: Node) => nodes.some((other) => JSON.stringify(other) === JSON.stringify(node));
  const narrowParts = partsOf(narrow.node);
  const asksNoMore = partsOf(wide.node).every((part) => narrowParts.some((other) => covers(part, other)));
  return asksNoMore && atLeast(reachOf(wide), reachOf(narrow)) && wide.none.every((node) => has(narrow.none, node));
}

/** A rule of one part that is itself a set of words has the reach of that set. */
function reachOf({ node, within }: Rule): Within {
  return 'all' in node ? node.within : within;
}

function partsOf(node: Node): readonly Node[] {
  return 'all' in node ? node.all : [node];
}

/** The part is the same, or a choice that includes all of the other. */
function covers(part: Node, other: Node): boolean {
  const key = JSON.stringify(part);
  if (key === JSON.stringify(other)) return true;
  if (!('any' in part)) return false;
  const choices = new Set(part.any.map((node) => JSON.stringify(node)));
  return 'any' in other ? other.any.every((node) => choices.has(JSON.stringify(node))) : choices.has(JSON.stringify(other));
}

function atLeast(wide: Within, narrow: Within): boolean {
  if (typeof wide === 'number') return typeof narrow === 'number' && wide >= narrow;
  if (typeof narrow === 'number') return wide === 'post';
  return REACH.indexOf(wide) >= REACH.indexOf(narrow);
}
