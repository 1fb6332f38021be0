import { useId } from 'preact/hooks';
import type { Claim, Source } from '../../lib/claims/types.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';
import { SourceList } from './SourceList.tsx';
import { type Found, sizeOf, useSearch } from './useSearch.ts';

interface Props {
  claims: Claim[];
  sources: Source[];
  /** Address of a claim in the library. */
  claimUrl: (id: string) => string;
}

/** One search field over claims and documents; everything is listed while it is empty. */
export function SourceSearch({ claims, sources, claimUrl }: Props) {
  const { query, setQuery, found } = useSearch(claims, sources);
  return (
    <div class="search-view">
      <SearchField label={strings.sources.search} query={query} onQuery={setQuery} />
      <Counts found={found} query={query} />
      {found.claims.size > 0 && <ClaimHits claims={[...found.claims]} claimUrl={claimUrl} />}
      {found.sources.size > 0 && (
        <section>
          <h2>{strings.sources.documents}</h2>
          <SourceList sources={[...found.sources]} />
        </section>
      )}
    </div>
  );
}

/** How many were found, said aloud as the query changes; and that it was for other words, if so. */
export function Counts({ found, query }: { found: Found; query: string }) {
  const { claims, sources, topics, series, near } = found;
  const words = strings.sources;
  const none = near || sizeOf(found) === 0;
  return (
    <p class="dim small" role="status">
      {[
        ...(none ? [words.none(query)] : []),
        ...(near && sizeOf(found) > 0 ? [words.near] : []),
        ...(sizeOf(found) > 0 ? [words.counts(claims.size, sources.size, topics.size, series.size)] : []),
      ].join(' ')}
    </p>
  );
}

/** A labelled search field. */
export function SearchField(props: { label: string; query: string; onQuery: (query: string) => void }) {
  const id = useId();
  return (
    <div class="search-field">
      <label for={id} class="visually-hidden">
        {props.label}
      </label>
      <input
        id={id}
        type="search"
        placeholder={props.label}
        value={props.query}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => props.onQuery(event.currentTarget.value)}
      />
    </div>
  );
}

function ClaimHits({ claims, claimUrl }: { claims: Claim[]; claimUrl: (id: string) => string }) {
  return (
    <section>
      <h2>{strings.sources.claims}</h2>
      <ul class="sources">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Link href={claimUrl(claim.id)}>{claim.title}</Link>
            <span class="sources-meta">{claim.fact}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
