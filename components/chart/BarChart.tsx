import { useId } from 'preact/hooks';
import type { Series } from '../../lib/claims/types.ts';
import { numberInWords } from '../ui/numbers.ts';
import { strings } from '../ui/strings.ts';
import { smallTextWidth } from './labels.ts';
import { type ChartLayout, layoutChart } from './layout.ts';
import { summaryOf, yearInWords } from './values.ts';

interface Props {
  series: Series;
  /** CSS pixels. */
  width: number;
  /** Years that get a direct label besides the peak and the last. */
  highlightYears?: number[];
  /** A lower chart, for a card. */
  low?: boolean;
}

const BAND_TEXT_Y = 10;
const BAND_Y = 15;
const BAND_HEIGHT = 3;
const TICK_Y = 15;
const HATCH = 5;

/** Bars from zero in one colour; years without a figure stay empty and say so. */
export function BarChart({ series, width, highlightYears = [], low = false }: Props) {
  const hatch = useId();
  const layout = layoutChart(series, width, highlightYears, low);
  return (
    <svg
      class="chart-plot"
      role="img"
      aria-label={summaryOf(series)}
      width={width}
      height={layout.height}
      viewBox={`0 0 ${width} ${layout.height}`}
    >
      <defs>
        <pattern id={hatch} width={HATCH} height={HATCH} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width={HATCH} height={HATCH} />
          <rect class="hatch-line" width={HATCH / 2} height={HATCH} />
        </pattern>
      </defs>
      <Bands layout={layout} />
      <Grid layout={layout} width={width} />
      <Bars layout={layout} hatch={`url(#${hatch})`} />
      <Axis layout={layout} series={series} width={width} />
      {layout.labels.map((label) => (
        <text key={label.key} class="chart-value" x={label.x} y={label.y}>
          {label.text}
        </text>
      ))}
    </svg>
  );
}

function Bands({ layout }: { layout: ChartLayout }) {
  return (
    <g>
      {layout.bands.map((band, i) => (
        <g key={band.from}>
          <text class="chart-small" x={band.middle} y={BAND_TEXT_Y}>
            {band.short}
          </text>
          <rect class={i % 2 ? 'band-b' : 'band-a'} x={band.x + 1} y={BAND_Y} width={Math.max(0, band.width - 2)} height={BAND_HEIGHT} />
        </g>
      ))}
    </g>
  );
}

function Grid({ layout, width }: { layout: ChartLayout; width: number }) {
  return (
    <g>
      {layout.grid.map((value) => (
        <g key={value}>
          <line class={value === 0 ? 'chart-zero' : 'chart-grid'} x1={layout.gutter} x2={width} y1={layout.y(value)} y2={layout.y(value)} />
          <text class="chart-tick" x={layout.gutter - 5} y={layout.y(value)} dy="0.35em">
            {numberInWords(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Bars({ layout, hatch }: { layout: ChartLayout; hatch: string }) {
  return (
    <g>
      {layout.slots.map(({ year, row }) =>
        row ? (
          <rect
            key={year}
            class={row.status === 'chart' ? 'bar-approx' : 'bar'}
            fill={row.status === 'chart' ? hatch : undefined}
            x={layout.start(year)}
            y={layout.y(row.value)}
            width={layout.bar}
            height={layout.bottom - layout.y(row.value)}
          />
        ) : (
          <NoFigure key={year} x={layout.middle(year)} y={layout.bottom} room={layout.room} />
        ),
      )}
    </g>
  );
}

const NO_FIGURE_LIFT = 6;

/** Written upwards; in a language whose words have no room there, a dash. */
function NoFigure({ x, y, room }: { x: number; y: number; room: number }) {
  const foot = y - NO_FIGURE_LIFT;
  const words = strings.chart.noFigure;
  if (smallTextWidth(words) > room) {
    return (
      <text class="chart-small" x={x} y={foot}>
        –
      </text>
    );
  }
  return (
    <text class="chart-gap" x={x} y={foot} dy="0.35em" transform={`rotate(-90 ${x} ${foot})`}>
      {words}
    </text>
  );
}

function Axis({ layout, series, width }: { layout: ChartLayout; series: Series; width: number }) {
  return (
    <g>
      {layout.ticks.map((year, i) => (
        <text key={year} class="chart-small" x={Math.min(layout.middle(year), width - TICK_Y)} y={layout.bottom + TICK_Y}>
          {i === 0 ? yearInWords(series, year) : year}
        </text>
      ))}
    </g>
  );
}
