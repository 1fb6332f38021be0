import { createMatcher, type Matcher } from '../../../lib/matching/index.ts';
import type { MatchPack } from '../../../lib/matching/pack.ts';
import { compileRules } from '../../../scripts/claims/compile-rules.ts';
import type { DataFile } from '../../../scripts/claims/data-file.ts';
import type { AuthorCues, AuthorNode, AuthorRule, Collection } from '../../../scripts/claims/load.ts';
import { DataError, type Problem } from '../../../scripts/claims/problems.ts';

interface Tiny {
  concepts: Record<string, string[] | { common: true; forms: string[] }>;
  rules: (AuthorRule & { claim?: string })[];
  compounds?: Record<string, AuthorNode>;
  stance?: AuthorCues[];
  fillers?: string[];
  numbers?: Record<string, number>;
}

function asFile<T>(value: T): DataFile<T> {
  return { file: 'tiny.yaml', value, problems: [], problem: (field, message) => ({ file: 'tiny.yaml', field: field.join('.'), message }) };
}

/**
 * Builds matchers over a handful of concepts and rules, so that a test shows all it depends on. Their pack is compiled once, when the
 * first is asked for.
 */
export function tinyMatcher(tiny: Tiny): () => Matcher {
  let pack: MatchPack | undefined;
  return () => {
    pack ??= tinyPack(tiny);
    return createMatcher(pack);
  };
}

/** Compiles a handful of concepts and rules. @throws DataError */
export function tinyPack({ concepts, rules, compounds = {}, stance = [], fillers = [], numbers = {} }: Tiny): MatchPack {
  const problems: Problem[] = [];
  const claims = Map.groupBy(rules, ({ claim }) => claim ?? 'claim');
  const collection = {
    claims: [...claims].map(([id, own]) => asFile({ id, status: 'active', rules: own })),
    lexicons: [asFile(concepts)],
    compounds: asFile(compounds),
    words: asFile({ fillers, numbers }),
    stance: asFile(stance),
  } as unknown as Collection;
  const { match: pack } = compileRules(collection, problems);
  if (problems.length > 0) throw new DataError(problems);
  return pack;
}
