import { useId, useState } from 'preact/hooks';
import type { Evidence, Series } from '../../lib/claims/types.ts';
import { SeriesDetails } from '../chart/SeriesDetails.tsx';
import { SeriesView } from '../chart/SeriesView.tsx';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';

interface Props extends Pick<Evidence, 'series' | 'sources'> {
  onDownload: (series: Series) => void;
}

/** One series at a time: they count different things and are never drawn together. */
export function DataTab({ series: all, sources, onDownload }: Props) {
  const [id, setId] = useState(all[0]?.id);
  const series = all.find((entry) => entry.id === id);
  if (!series) return null;
  const source = sources.find((entry) => entry.id === series.sources[0]);
  return (
    <div class="data-tab">
      {all.length > 1 && <Choice all={all} id={series.id} onChange={setId} />}
      <SeriesView key={series.id} series={series} sources={sources} onDownload={onDownload} />
      <SeriesDetails series={series} />
      {source && (
        <p>
          <Link href={source.url}>{strings.popup.toSource(source.publisher)}</Link>
        </p>
      )}
    </div>
  );
}

function Choice({ all, id, onChange }: { all: Series[]; id: string; onChange: (id: string) => void }) {
  const field = useId();
  return (
    <p>
      <label for={field} class="visually-hidden">
        {strings.popup.series}
      </label>
      <select id={field} value={id} onChange={(event) => onChange(event.currentTarget.value)}>
        {all.map((series) => (
          <option key={series.id} value={series.id}>
            {series.title}
          </option>
        ))}
      </select>
    </p>
  );
}
