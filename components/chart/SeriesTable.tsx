import type { Series, Source } from '../../lib/claims/types.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';
import { valueInWords, yearInWords, yearSlots } from './values.ts';

/** The same values as the chart, one row a year, with where each was read. */
export function SeriesTable({ series, sources }: { series: Series; sources: Source[] }) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <table class="series-table">
      <caption>
        {series.title} {series.definition}
      </caption>
      <thead>
        <tr>
          <th scope="col">{strings.chart.year(series.yearPrefix)}</th>
          <th scope="col" class="num">
            {series.unit}
          </th>
          <th scope="col">{strings.chart.howRead}</th>
        </tr>
      </thead>
      <tbody>
        {yearSlots(series.rows).map(({ year, row }) => (
          <tr key={year}>
            <th scope="row">{yearInWords(series, year)}</th>
            <td class="num">{row ? <bdi dir="ltr">{valueInWords(row)}</bdi> : '–'}</td>
            <td>{row ? <Read how={row.status} source={byId.get(row.source)} /> : strings.chart.noFigure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Read({ how, source }: { how: 'read' | 'chart'; source?: Source }) {
  const words = how === 'chart' ? strings.chart.approx : strings.chart.read;
  return source ? (
    <Link href={source.url} title={source.title}>
      {words}
    </Link>
  ) : (
    <span>{words}</span>
  );
}
