import { useId } from 'preact/hooks';
import type { Claim, Source } from '../../lib/claims/types.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';
import { SourceList } from './SourceList.tsx';
import { useSearch } from './useSearch.ts';

interface Props {
  claims: Claim[];
  sources: Source[];
  /** Address of a claim in the library. */
  claimUrl: (id: string) => string;
}

interface CountsProps {
  claims: number;
  sources: number;
  topics?: number;
  series?: number;
  query: string;
}

/** One search field over claims and documents; everything is listed while it is empty. */
export function SourceSearch({ claims, sources, claimUrl }: Props) {
  const { query, setQuery, foundClaims, foundSources } = useSearch(claims, sources);
  return (
    <div class="search-view">
      <SearchField label={strings.sources.search} query={query} onQuery={setQuery} />
      <Counts claims={foundClaims.size} sources={foundSources.size} query={query} />
      {foundClaims.size > 0 && <ClaimHits claims={[...foundClaims]} claimUrl={claimUrl} />}
      {foundSources.size > 0 && (
        <section>
          <h2>{strings.sources.documents}</h2>
          <SourceList sources={[...foundSources]} />
        </section>
      )}
    </div>
  );
}

/** How many were found, said aloud as the query changes. */
export function Counts({ claims, sources, topics = 0, series = 0, query }: CountsProps) {
  return (
    <p class="dim small" role="status">
      {claims + sources + topics + series > 0 ? strings.sources.counts(claims, sources, topics, series) : strings.sources.none(query)}
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
