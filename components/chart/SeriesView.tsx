import { useId, useState } from 'preact/hooks';
import type { Series, Source } from '../../lib/claims/types.ts';
import { inWords } from '../ui/dates.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';
import { useWidth } from '../ui/useWidth.ts';
import { BarChart } from './BarChart.tsx';
import { layoutChart } from './layout.ts';
import { SeriesTable } from './SeriesTable.tsx';

interface Props {
  series: Series;
  sources: Source[];
  highlightYears?: number[];
  /** Offers the values as a file; given only on the extension's own pages. */
  onDownload?: (series: Series) => void;
  /** For a card: a lower chart; its definition, table and sources are folded. */
  short?: boolean;
}

const WIDTH_BEFORE_MEASURED = 320;

/** A series as a figure: the finding, its definition, a chart or the same values as a table, and who published it. */
export function SeriesView(props: Props) {
  const title = useId();
  const { series, short = false } = props;
  if (series.rows.length === 0) return null;
  return (
    <figure class="series" aria-labelledby={title}>
      <p class="series-title" id={title}>
        {series.title}
      </p>
      {short ? <ShortSeries {...props} /> : <FullSeries {...props} />}
    </figure>
  );
}

function ShortSeries({ series, sources, highlightYears }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(WIDTH_BEFORE_MEASURED);
  return (
    <>
      <div ref={ref}>
        <BarChart series={series} width={width} highlightYears={highlightYears} low />
      </div>
      <Legend series={series} width={width} />
      <details class="fold series-more">
        <summary>{strings.chart.more}</summary>
        <p class="series-subtitle">{series.definition}</p>
        <SeriesTable series={series} sources={sources} />
        <Caption series={series} sources={sources} />
      </details>
    </>
  );
}

function FullSeries({ series, sources, highlightYears, onDownload }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(WIDTH_BEFORE_MEASURED);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <>
      <p class="series-subtitle">{series.definition}</p>
      <div ref={ref}>
        {view === 'chart' ? (
          <BarChart series={series} width={width} highlightYears={highlightYears} />
        ) : (
          <SeriesTable series={series} sources={sources} />
        )}
      </div>
      {view === 'chart' && <Legend series={series} width={width} />}
      <div class="series-tools">
        <div class="segmented" role="group" aria-label={strings.chart.view}>
          <ViewButton on={view === 'chart'} onClick={() => setView('chart')} label={strings.chart.chart} />
          <ViewButton on={view === 'table'} onClick={() => setView('table')} label={strings.chart.table} />
        </div>
        {onDownload && (
          <button type="button" class="quiet" onClick={() => onDownload(series)}>
            {strings.chart.download}
          </button>
        )}
      </div>
      <Caption series={series} sources={sources} />
    </>
  );
}

function ViewButton({ on, onClick, label }: { on: boolean; onClick: () => void; label: string }) {
  return (
    <button type="button" aria-pressed={on} onClick={onClick}>
      {label}
    </button>
  );
}

function Legend({ series, width }: { series: Series; width: number }) {
  const approx = series.rows.some((row) => row.status === 'chart');
  const keyed = layoutChart(series, width, []).bands.filter((band) => band.keyed);
  if (!approx && keyed.length === 0) return null;
  return (
    <ul class="legend">
      {approx && (
        <>
          <li>
            <span class="swatch" /> {strings.chart.read}
          </li>
          <li>
            <span class="swatch swatch-approx" /> {strings.chart.approx}
          </li>
        </>
      )}
      {keyed.map((band) => (
        <li key={band.short}>
          <b>{band.short}</b> {band.label}
        </li>
      ))}
    </ul>
  );
}

function Caption({ series, sources }: { series: Series; sources: Source[] }) {
  const cited = series.sources.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return (
    <figcaption class="series-caption">
      {cited.length > 0 && (
        <p>
          {strings.chart.sources}{' '}
          {cited.map((source, i) => (
            <span key={source.id}>
              {i > 0 && '; '}
              <Link href={source.url}>{nameAfter(source, cited[i - 1])}</Link>
            </span>
          ))}
          .
        </p>
      )}
      <Notes notes={series.notes} />
    </figcaption>
  );
}

/** The first note stands in the open, the others are folded: most readers need one, a few need all. */
function Notes({ notes: [first, ...rest] }: { notes: string[] }) {
  return (
    <>
      {first && <p>{first}</p>}
      {rest.length > 0 && (
        <details class="fold">
          <summary>{strings.chart.moreNotes}</summary>
          <ul class="bullets">
            {rest.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Publisher and date; the date alone when the source before has the same publisher. */
function nameAfter(source: Source, before?: Source): string {
  const date = source.date && inWords(source.date);
  if (date && before?.publisher === source.publisher) return date;
  return [source.publisher, date].filter(Boolean).join(', ');
}
