import type { Source } from '../../lib/claims/types.ts';
import { inWords } from '../ui/dates.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';

/** Publisher, kind in words and date: who says so, and when. */
export function provenance(source: Source): string {
  const parts = [source.publisher, strings.sourceKinds[source.kind]];
  if (source.date) parts.push(inWords(source.date));
  return parts.join(' · ');
}

/** Cited documents, the leading one first. */
export function SourceList({ sources }: { sources: Source[] }) {
  return (
    <ol class="sources">
      {sources.map((source) => (
        <li key={source.id}>
          <SourceItem source={source} />
        </li>
      ))}
    </ol>
  );
}

/** One document; `full` adds when it was read and what to know of it. */
export function SourceItem({ source, full = false }: { source: Source; full?: boolean }) {
  return (
    <>
      <Link href={source.url}>
        <span lang={source.language ?? 'en'} dir="auto">
          {source.title}
        </span>
      </Link>
      <span class="sources-meta">
        {provenance(source)}
        {full && ` · ${strings.sources.seen(inWords(source.seen))}`}
        {source.archive && (
          <>
            {' · '}
            <Link href={source.archive}>{strings.sources.archive}</Link>
          </>
        )}
      </span>
      {full && source.note && (
        <span class="sources-meta" lang="en">
          {source.note}
        </span>
      )}
    </>
  );
}
