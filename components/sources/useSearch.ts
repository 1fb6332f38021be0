import { useMemo, useState } from 'preact/hooks';
import type { Claim, Series, Source, Topic } from '../../lib/claims/types.ts';
import { claimText, createIndex, seriesText, sourceText, topicText } from './search.ts';

const NO_TOPICS: Topic[] = [];
const NO_SERIES: Series[] = [];

/** One query over claims, documents and, where they are shown, topics and data series. */
export function useSearch(claims: Claim[], sources: Source[], topics = NO_TOPICS, series = NO_SERIES) {
  const [query, setQuery] = useState('');
  const foundClaims = useFound(claims, claimText, query);
  const foundSources = useFound(sources, sourceText, query);
  const foundTopics = useFound(topics, topicText, query);
  const foundSeries = useFound(series, seriesText, query);
  return { query, setQuery, foundClaims, foundSources, foundTopics, foundSeries };
}

function useFound<T>(items: readonly T[], textOf: (item: T) => string, query: string): ReadonlySet<T> {
  const index = useMemo(() => createIndex(items, textOf), [items]);
  return useMemo(() => index(query), [index, query]);
}
