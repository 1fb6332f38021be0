import { createMatcher, type Matcher } from '../../../lib/matching/index.ts';
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

/** A matcher over a handful of concepts and rules, so that a test shows all it depends on. */
export function tinyMatcher({ concepts, rules, compounds = {}, stance = [], fillers = [], numbers = {} }: Tiny): Matcher {
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
  return createMatcher(pack);
}
