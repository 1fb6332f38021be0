import { useMemo, useState } from 'preact/hooks';
import type { Claim, Source, Topic } from '../../lib/claims/types.ts';
import { claimText, createIndex, sourceText, topicText } from './search.ts';

const NO_TOPICS: Topic[] = [];

/** One query over claims, documents and, where they are shown, topics. */
export function useSearch(claims: Claim[], sources: Source[], topics = NO_TOPICS) {
  const [query, setQuery] = useState('');
  const foundClaims = useFound(claims, claimText, query);
  const foundSources = useFound(sources, sourceText, query);
  const foundTopics = useFound(topics, topicText, query);
  return { query, setQuery, foundClaims, foundSources, foundTopics };
}

function useFound<T>(items: readonly T[], textOf: (item: T) => string, query: string): ReadonlySet<T> {
  const index = useMemo(() => createIndex(items, textOf), [items]);
  return useMemo(() => index(query), [index, query]);
}
