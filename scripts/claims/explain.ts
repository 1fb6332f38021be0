import { addressesIn } from '../../lib/feed/addresses.ts';
import type { Matcher, MatchPack } from '../../lib/matching/index.ts';
import type { Node, Rule } from '../../lib/matching/pack.ts';
import { weighedInWords } from '../../lib/matching/scales.ts';

/** Rules that almost held are listed up to this many. */
const MOST_CLOSE = 8;

/** A readable explanation of one text: what matched, what kept a rule silent, which rules came close, which concepts were found. */
export function explain(matcher: Matcher, pack: MatchPack, text: string): void {
  const links = () => addressesIn(text);
  const verdict = matcher.match(text, links);
  const { traces, concepts, isPlausible } = matcher.explain(text, links);
  for (const match of verdict.matches) {
    console.log(`${match.claim} (${match.kind}, ${match.confidence})`);
    for (const why of match.why) console.log(`  ${why}`);
  }
  for (const { rule, stance, weighed } of traces) {
    if (weighed && stance === 'asserts') console.log(`  ${nameOf(rule, pack)}: ${weighedInWords(weighed)}`);
  }
  if (verdict.matches.length === 0) console.log(`no card (${verdict.stance}). That does not make it true.`);
  if (traces.length > 0 && !isPlausible)
    console.log('  silent: all of it, because it holds no rare word, and its words are those of ordinary posts');
  for (const trace of traces.filter(({ silencedBy }) => silencedBy)) {
    console.log(`  silent: ${nameOf(trace.rule, pack)}, because ${trace.because} (${trace.silencedBy})`);
  }
  const held = new Set(traces.map(({ rule }) => rule));
  const close = closeRules(pack, new Set(concepts.keys())).filter(({ rule }) => !held.has(rule));
  if (close.length > 0) console.log('came close:');
  for (const { rule, missing } of close.slice(0, MOST_CLOSE)) {
    const why =
      missing.length > 0
        ? `missing ${missing.join(' and ')}`
        : `all its words are there, but not within ${reachInWords(rule)}, or it is ruled out`;
    console.log(`  ${nameOf(rule, pack)}: ${why}`);
  }
  console.log('concepts found:');
  for (const [name, words] of concepts) console.log(`  ${name}: ${words.join(', ')}`);
}

/** Rules with a rare word in the text and at most one part missing, the nearest first. */
function closeRules(pack: MatchPack, found: ReadonlySet<string>): { rule: Rule; missing: string[] }[] {
  const has = (concept: number) => found.has(pack.names[concept]);
  return pack.rules
    .filter(({ anchors }) => anchors.some(has))
    .map((rule) => ({
      rule,
      missing: partsOf(rule.node)
        .filter((part) => !isThere(part, has))
        .map((part) => inWords(part, pack)),
    }))
    .filter(({ missing }) => missing.length <= 1)
    .sort((a, b) => a.missing.length - b.missing.length);
}

function partsOf(node: Node): readonly Node[] {
  if ('all' in node) return node.all;
  return 'order' in node ? node.order : [node];
}

/** Whether the words of a condition are in the text, wherever they stand. */
function isThere(node: Node, has: (concept: number) => boolean): boolean {
  if ('concept' in node) return has(node.concept);
  if ('tag' in node) return has(node.tag);
  if ('any' in node) return node.any.some((part) => isThere(part, has));
  if ('number' in node) return isThere(node.number.of, has);
  return partsOf(node).every((part) => isThere(part, has));
}

function inWords(node: Node, pack: MatchPack): string {
  const all = (nodes: readonly Node[], between: string) => nodes.map((part) => inWords(part, pack)).join(between);
  if ('concept' in node) return pack.names[node.concept];
  if ('tag' in node) return `#${pack.names[node.tag]}`;
  if ('any' in node) return `(${all(node.any, ' or ')})`;
  if ('number' in node) return `${node.number.min} to ${node.number.max} ${inWords(node.number.of, pack)}`;
  return 'all' in node ? `(${all(node.all, ' with ')})` : `(${all(node.order, ' then ')})`;
}

function nameOf(rule: Rule, pack: MatchPack): string {
  return `${pack.claims[rule.claim].id}/${rule.id}`;
}

function reachInWords({ within }: Rule): string {
  return typeof within === 'number' ? `${within} words` : `one ${within}`;
}
