import { useMemo, useState } from 'preact/hooks';
import type { Claim, Source } from '../../lib/claims/types.ts';
import { claimText, createIndex, sourceText } from './search.ts';

/** One query over claims and documents. */
export function useSearch(claims: Claim[], sources: Source[]) {
  const [query, setQuery] = useState('');
  const claimIndex = useMemo(() => createIndex(claims, claimText), [claims]);
  const sourceIndex = useMemo(() => createIndex(sources, sourceText), [sources]);
  const foundClaims = useMemo(() => claimIndex(query), [claimIndex, query]);
  const foundSources = useMemo(() => sourceIndex(query), [sourceIndex, query]);
  return { query, setQuery, foundClaims, foundSources };
}
