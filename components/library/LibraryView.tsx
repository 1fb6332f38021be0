import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Claim, Evidence, Series } from '../../lib/claims/types.ts';
import { HelpView } from '../help/HelpView.tsx';
import { SourceItem } from '../sources/SourceList.tsx';
import { Counts, SearchField } from '../sources/SourceSearch.tsx';
import { useSearch } from '../sources/useSearch.ts';
import { PageHead } from '../ui/Page.tsx';
import { strings } from '../ui/strings.ts';
import { ChangeLog, changesOf, isCorrection } from './ChangeLog.tsx';
import { ClaimArticle } from './ClaimArticle.tsx';
import { Contents } from './Contents.tsx';
import { byFamily, familyAnchor, familyName } from './families.ts';
import { SERIES_LIST, SeriesExplorer } from './SeriesExplorer.tsx';
import { Shown } from './shown.ts';
import { TopicArticle } from './TopicArticle.tsx';

interface Props {
  evidence: Evidence;
  /** Whose help is shown, ISO 3166 alpha-2. */
  country: string;
  onCountry: (country: string) => void;
  onDownload: (series: Series) => void;
  onLeave: () => void;
}

const words = strings.library;

/** What is left out while somebody searches: it holds nothing a search finds. */
const UNSEARCHED = [SERIES_LIST, 'corrections', 'changes', 'method'] as const;

/** Everything the extension knows, on one page, drawn once. A search hides what it does not find. */
export function LibraryView({ evidence, country, onCountry, onDownload, onLeave }: Props) {
  const { claims, sources, topics, series } = evidence;
  const { query, setQuery, found } = useSearch(claims, sources, topics, series);
  const shown = useMemo(() => new Shown(), [evidence]);
  const contents = useMemo(() => <Contents claims={claims} shown={shown} />, [shown]);
  const everything = useMemo(() => <Everything evidence={evidence} shown={shown} onDownload={onDownload} />, [shown]);
  useLayoutEffect(() => {
    const families = [...found.claims].map(({ family }) => familyAnchor(family));
    const places = [
      ...(found.claims.size > 0 ? ['claims'] : []),
      ...(found.topics.size > 0 ? ['topics'] : []),
      ...(found.sources.size > 0 ? ['sources'] : []),
      ...(found.series.size > 0 ? ['data'] : []),
      ...(query.trim() === '' ? UNSEARCHED : []),
      'help',
    ];
    shown.show(new Set([...families, ...places]), new Set([...found.claims, ...found.topics, ...found.sources, ...found.series]));
  }, [shown, found]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the press is a link's, and does there what it always does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by key is clicked too.
    <div class="page library" lang={strings.lang} dir={strings.dir} onClick={(event) => leadsToHidden(event) && setQuery('')}>
      <PageHead title={words.title} lead={words.lead}>
        <SearchField label={strings.sources.search} query={query} onQuery={setQuery} />
        <Counts found={found} query={query} />
      </PageHead>
      {contents}
      <main class="library-main">
        {everything}
        <Section id="help" title={words.help}>
          <HelpView help={evidence.help} country={country} onCountry={onCountry} onLeave={onLeave} />
        </Section>
      </main>
    </div>
  );
}

/** True for a press on a link to a part of the page that the search hides: what is found no longer matters then. */
function leadsToHidden({ target }: Event): boolean {
  const hash = (target as Element).closest('a')?.hash ?? '';
  return Boolean(document.getElementById(decodeURIComponent(hash.slice(1)))?.closest('[hidden]'));
}

function Everything({ evidence, shown, onDownload }: Pick<Props, 'evidence' | 'onDownload'> & { shown: Shown }) {
  const changes = changesOf(evidence.claims);
  return (
    <>
      <section id="claims" aria-label={words.claims} ref={shown.part('claims')}>
        {byFamily(evidence.claims).map(([family, members]) => (
          <section key={family} class="family" id={familyAnchor(family)} ref={shown.part(familyAnchor(family))}>
            <h2>{familyName(family)}</h2>
            {members.map((claim: Claim) => (
              <ClaimArticle
                key={claim.id}
                claim={claim}
                evidence={evidence}
                onDownload={onDownload}
                element={shown.item(claim, familyAnchor(family))}
              />
            ))}
          </section>
        ))}
      </section>
      <Section id="topics" title={words.topics} shown={shown}>
        {evidence.topics.map((topic) => (
          <TopicArticle key={topic.id} topic={topic} evidence={evidence} element={shown.item(topic, 'topics')} />
        ))}
      </Section>
      <Section id="sources" title={words.sources} shown={shown}>
        <ol class="sources">
          {evidence.sources.map((source) => (
            <li key={source.id} id={`source-${source.id}`} ref={shown.item(source, 'sources')}>
              <SourceItem source={source} full />
            </li>
          ))}
        </ol>
      </Section>
      <Section id="data" title={words.data} shown={shown}>
        <SeriesExplorer evidence={evidence} shown={shown} onDownload={onDownload} />
      </Section>
      <Section id="corrections" title={words.corrections} shown={shown}>
        {words.correctionsText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <ChangeLog changes={changes.filter(isCorrection)} none={words.noCorrections} />
      </Section>
      <Section id="changes" title={words.changes} shown={shown}>
        <ChangeLog changes={changes} none={words.noChanges} />
      </Section>
      <Section id="method" title={words.method} shown={shown}>
        {words.methodText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p class="dim small">{words.version(evidence.version, evidence.builtFrom)}</p>
      </Section>
    </>
  );
}

/** A part of the page; one that a search can hide knows where that is decided. */
function Section({ id, title, shown, children }: { id: string; title: string; shown?: Shown; children: ComponentChildren }) {
  return (
    <section id={id} class="library-section" ref={shown?.part(id)}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
