import { useMemo, useState } from 'preact/hooks';
import type { Claim, Series, Source, Topic } from '../../lib/claims/types.ts';
import { claimText, createIndex, type Reading, seriesText, sourceText, topicText } from './search.ts';

const NO_TOPICS: Topic[] = [];
const NO_SERIES: Series[] = [];

/** What a query found, of each kind. `near`: nothing has its words; these have words nearly like them. */
export interface Found {
  claims: ReadonlySet<Claim>;
  sources: ReadonlySet<Source>;
  topics: ReadonlySet<Topic>;
  series: ReadonlySet<Series>;
  near: boolean;
}

/** One query over claims, documents and, where they are shown, topics and data series. */
export function useSearch(claims: Claim[], sources: Source[], topics = NO_TOPICS, series = NO_SERIES) {
  const [query, setQuery] = useState('');
  const inClaims = useMemo(() => createIndex(claims, claimText), [claims]);
  const inSources = useMemo(() => createIndex(sources, sourceText), [sources]);
  const inTopics = useMemo(() => createIndex(topics, topicText), [topics]);
  const inSeries = useMemo(() => createIndex(series, seriesText), [series]);
  const found = useMemo(() => {
    const read = (reading: Reading): Found => ({
      claims: inClaims(query, reading),
      sources: inSources(query, reading),
      topics: inTopics(query, reading),
      series: inSeries(query, reading),
      near: reading === 'near',
    });
    const spelt = read('spelt');
    return sizeOf(spelt) > 0 ? spelt : read('near');
  }, [inClaims, inSources, inTopics, inSeries, query]);
  return { query, setQuery, found };
}

/** How much was found, of all kinds. */
export function sizeOf({ claims, sources, topics, series }: Found): number {
  return claims.size + sources.size + topics.size + series.size;
}
