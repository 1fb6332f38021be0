import type { ComponentChildren } from 'preact';
import type { CardBody, Series, Source } from '../../lib/claims/types.ts';
import { SeriesView } from '../chart/SeriesView.tsx';
import { SourceList } from '../sources/SourceList.tsx';
import { strings } from '../ui/strings.ts';
import { Figures } from './Figures.tsx';

interface Props {
  body: CardBody;
  /** Years the post mentions, labelled in the chart. */
  highlightYears?: number[];
  onDownload?: (series: Series) => void;
  /** For a card, which lives in somebody's feed: sentences run on, and what few look up is folded. */
  short?: boolean;
  /** Stands beside what unfolds the other sources. */
  children?: ComponentChildren;
}

const words = strings.claim;

/** Figures the eye should land on; more of them would be noise, so the others are folded. */
const LEADING_FIGURES = 2;
/** Sources shown at once; the others are folded. */
const LEADING_SOURCES = 3;
const LEADING_IN_SHORT = 1;

/** What the record says about one claim, in the same order in the card and in the library. */
export function ClaimBody({ body, highlightYears, onDownload, short = false, children }: Props) {
  const { claim, sources, series } = body;
  // In a card one thing leads: where there is a chart, its figures are what the eye lands on.
  const chartLeads = short && series !== undefined;
  const figures = <Figures figures={claim.figures} sources={sources} prominent={chartLeads ? 0 : LEADING_FIGURES} />;
  const written = (sentences: string[]) => (short ? [sentences.join(' ')] : sentences);
  return (
    <dl class="claim-body">
      <Part title={words.claimed}>
        <p>{claim.claim}</p>
      </Part>
      <Part title={words.record}>
        {!chartLeads && figures}
        <Sentences of={written(claim.record)} />
        {series && <SeriesView series={series} sources={sources} highlightYears={highlightYears} onDownload={onDownload} short={short} />}
        {chartLeads && figures}
      </Part>
      <Part title={words.trueParts} hidden={claim.trueParts.length === 0}>
        <Sentences of={written(claim.trueParts)} />
      </Part>
      <Part title={words.missing} hidden={claim.missing.length === 0}>
        <Sentences of={written(claim.missing)} />
      </Part>
      <Part title={words.numbers} hidden={claim.caveats.length === 0}>
        <Sentences of={written(claim.caveats)} />
      </Part>
      <Part title={words.sources}>
        <Sources sources={cited(claim.sources, sources)} leading={short ? LEADING_IN_SHORT : LEADING_SOURCES}>
          {children}
        </Sources>
      </Part>
    </dl>
  );
}

/** The sources an id list names, in its order. */
export function cited(ids: string[], sources: Source[]): Source[] {
  return ids.flatMap((id) => sources.find((source) => source.id === id) ?? []);
}

function Sources({ sources, leading, children }: { sources: Source[]; leading: number; children: ComponentChildren }) {
  const folded = sources.slice(leading);
  return (
    <>
      <SourceList sources={sources.slice(0, leading)} />
      <div class="onwards">
        {folded.length > 0 && (
          <details class="fold">
            <summary>{strings.sources.moreSources(folded.length)}</summary>
            <SourceList sources={folded} />
          </details>
        )}
        {children}
      </div>
    </>
  );
}

function Part({ title, hidden = false, children }: { title: string; hidden?: boolean; children: ComponentChildren }) {
  if (hidden) return null;
  return (
    <div class="part">
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sentences({ of }: { of: string[] }) {
  return (
    <>
      {of.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
