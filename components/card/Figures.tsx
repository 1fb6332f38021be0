import type { Figure, Source } from '../../lib/claims/types.ts';
import { monthInWords } from '../ui/dates.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';

interface Props {
  figures: Figure[];
  sources: Source[];
}

/** Figures the eye should land on; more of them would be noise, so the others are folded. */
const PROMINENT = 2;

/** The numbers of a claim, the leading ones large, each with its source. */
export function Figures({ figures, sources }: Props) {
  const folded = figures.slice(PROMINENT);
  if (figures.length === 0) return null;
  return (
    <>
      <ul class="figures">
        <Items figures={figures.slice(0, PROMINENT)} sources={sources} />
      </ul>
      {folded.length > 0 && (
        <details class="fold">
          <summary>{strings.claim.moreFigures(folded.length)}</summary>
          <ul class="figures-folded">
            <Items figures={folded} sources={sources} />
          </ul>
        </details>
      )}
    </>
  );
}

function Items({ figures, sources }: Props) {
  return (
    <>
      {figures.map((figure) => (
        <li key={figure.value + figure.what}>
          <span class="figure-value">{figure.value}</span> <span class="figure-what">{figure.what}</span>{' '}
          <FigureSource source={sources.find((source) => source.id === figure.source)} />
        </li>
      ))}
    </>
  );
}

/** Publisher and month of the document that holds a figure, as a link. */
export function FigureSource({ source }: { source?: Source }) {
  if (!source) return null;
  return (
    <Link class="figure-source" href={source.url} title={source.title}>
      {[source.publisher, source.date && monthInWords(source.date)].filter(Boolean).join(', ')}
    </Link>
  );
}
