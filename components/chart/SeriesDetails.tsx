import type { Series } from '../../lib/claims/types.ts';
import { percentInWords } from '../ui/numbers.ts';
import { strings } from '../ui/strings.ts';

/** What a series leaves out, and the shares that go with it. */
export function SeriesDetails({ series }: { series: Series }) {
  return (
    <div class="series-details">
      {series.notCounted.length > 0 && (
        <>
          <p>{strings.chart.notCounted}</p>
          <ul class="bullets">
            {series.notCounted.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
      {series.rates.length > 0 && (
        <table class="series-table">
          <caption class="shown">{strings.chart.rates}</caption>
          <tbody>
            {series.rates.map((rate) => (
              <tr key={rate.label}>
                <th scope="row">{rate.label}</th>
                <td class="num">{percentInWords(rate.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
