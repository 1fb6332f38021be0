import type { Claim, Evidence, Series } from '../../lib/claims/types.ts';
import { SeriesDetails } from '../chart/SeriesDetails.tsx';
import { SeriesView } from '../chart/SeriesView.tsx';
import { strings } from '../ui/strings.ts';
import { Address } from './Address.tsx';
import { seriesAnchor, toClaims } from './families.ts';
import { LinkList } from './Links.tsx';
import type { Shown } from './shown.ts';

interface Props {
  evidence: Evidence;
  shown: Shown;
  onDownload: (series: Series) => void;
}

/** The list of all series; by this name it is left out of a search. */
export const SERIES_LIST = 'list of series';

/** Every series with its chart, its table, what it leaves out and the claims that rest on it. They count different things and are never joined. */
export function SeriesExplorer({ evidence, shown, onDownload }: Props) {
  const words = strings.library;
  return (
    <>
      <p>{words.seriesNote}</p>
      <div ref={shown.part(SERIES_LIST)}>
        <LinkList to={evidence.series.map(({ id, title }) => ({ anchor: seriesAnchor(id), title }))} />
      </div>
      {evidence.series.map((series) => (
        <article
          key={series.id}
          id={seriesAnchor(series.id)}
          class="library-series"
          aria-label={series.title}
          ref={shown.item(series, 'data')}
        >
          <SeriesView series={series} sources={evidence.sources} onDownload={onDownload} />
          <SeriesDetails series={series} />
          <Users claims={evidence.claims.filter((claim) => claim.series === series.id)} />
          <Address anchor={seriesAnchor(series.id)} of={series.title} />
        </article>
      ))}
    </>
  );
}

function Users({ claims }: { claims: Claim[] }) {
  if (claims.length === 0) return null;
  return (
    <div class="claim-part">
      <h3>{strings.library.usedBy}</h3>
      <LinkList to={toClaims(claims)} plain />
    </div>
  );
}
