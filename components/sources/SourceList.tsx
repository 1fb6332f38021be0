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

/** Cited documents, the leading one first. `anchors` gives each an id to link to, when it was read and what to know of it. */
export function SourceList({ sources, anchors = false }: { sources: Source[]; anchors?: boolean }) {
  return (
    <ol class="sources">
      {sources.map((source) => (
        <li key={source.id} id={anchors ? `source-${source.id}` : undefined}>
          <Link href={source.url}>{source.title}</Link>
          <span class="sources-meta">
            {provenance(source)}
            {anchors && ` · ${strings.sources.seen(inWords(source.seen))}`}
          </span>
          {anchors && source.note && <span class="sources-meta">{source.note}</span>}
        </li>
      ))}
    </ol>
  );
}
