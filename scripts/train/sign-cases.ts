import type { Matcher, MatchPack, RuleTrace } from '../../lib/matching/index.ts';
import type { Node, Rule } from '../../lib/matching/pack.ts';
import type { Case } from './logistic.ts';

/** A post with a label, as in tests/quality. */
export interface LabelledPost {
  id: string;
  text: string;
  gold: string;
  claims?: string[];
}

/** Marks the looser forms of a rule. */
const LOOSE = '~';
/** Cases that only a looser form finds count this much. */
const LOOSE_WEIGHT = 0.2;

/**
 * The pack with every rule also in looser forms, over the whole post and without one of its parts: cases like those that
 * better rules will bring.
 */
export function loosened(pack: MatchPack): MatchPack {
  return { ...pack, rules: pack.rules.flatMap((rule) => [rule, ...looserForms(rule)]) };
}

function looserForms(rule: Rule): Rule[] {
  if (!('all' in rule.node)) return [];
  const parts = rule.node.all;
  const nodes: Node[] = [{ all: parts, within: 'post' }, ...parts.map((_, i): Node => ({ all: parts.toSpliced(i, 1), within: 'post' }))];
  return nodes
    .slice(0, parts.length > 1 ? undefined : 1)
    .map((node, i) => ({ ...rule, id: `${rule.id}${LOOSE}`, node, none: [], confidence: rule.confidence - (i === 0 ? 1 : 2) }));
}

/** What the gate would weigh in a post, with the post's label; nothing where no rule holds. */
export function casesOf(post: LabelledPost, matcher: Matcher, pack: MatchPack, weight = 1): (Case & { claim: string })[] {
  const { traces } = matcher.explain(post.text);
  const own = traces.filter(({ rule }) => post.claims?.includes(pack.claims[rule.claim].id));
  const best = (own.length > 0 ? own : traces).reduce<RuleTrace | undefined>((a, b) => (!a || rank(b) > rank(a) ? b : a), undefined);
  if (!best?.weighed) return [];
  const isHeld = traces.some(({ rule }) => !rule.id.endsWith(LOOSE));
  return [
    {
      claim: post.claims?.[0] ?? pack.claims[best.rule.claim].id,
      // What stance.yaml silences anyway should not be learned from the words around it.
      signs: [
        ...best.weighed.signs.map(({ name }) => name),
        ...(best.silencedBy && best.silencedBy !== 'gate' ? [`veto ${best.silencedBy}`] : []),
      ],
      asserts: post.gold !== 'no',
      weight: weight * (isHeld ? 1 : LOOSE_WEIGHT),
    },
  ];
}

const rank = ({ rule, interval }: RuleTrace) => rule.confidence + interval.pieces.length / 100;
