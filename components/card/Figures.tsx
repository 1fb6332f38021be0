import type { Figure, Source } from '../../lib/claims/types.ts';
import { monthInWords } from '../ui/dates.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';

interface Props {
  figures: Figure[];
  sources: Source[];
}

/** The numbers of a claim, the first `prominent` ones large and the others folded, each with its source. */
export function Figures({ figures, sources, prominent }: Props & { prominent: number }) {
  const leading = figures.slice(0, prominent);
  const folded = figures.slice(prominent);
  return (
    <>
      {leading.length > 0 && (
        <ul class="figures">
          <Items figures={leading} sources={sources} />
        </ul>
      )}
      {folded.length > 0 && (
        <details class="fold">
          <summary>{leading.length > 0 ? strings.claim.moreFigures(folded.length) : strings.claim.figures(folded.length)}</summary>
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
