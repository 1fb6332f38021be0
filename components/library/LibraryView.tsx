import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
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
import { SeriesExplorer } from './SeriesExplorer.tsx';
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

/**
 * Everything the extension knows, on one page. A search hides what it does not find and draws nothing anew: what does not depend
 * on the query is made once.
 */
export function LibraryView({ evidence, country, onCountry, onDownload, onLeave }: Props) {
  const { query, setQuery, foundClaims, foundSources, foundTopics } = useSearch(evidence.claims, evidence.sources, evidence.topics);
  const articles = useMemo(
    () => new Map(evidence.claims.map((claim) => [claim, <ClaimArticle claim={claim} evidence={evidence} onDownload={onDownload} />])),
    [evidence],
  );
  const topics = useMemo(
    () => new Map(evidence.topics.map((topic) => [topic, <TopicArticle topic={topic} evidence={evidence} />])),
    [evidence],
  );
  const sources = useMemo(() => new Map(evidence.sources.map((source) => [source, <SourceItem source={source} full />])), [evidence]);
  const rest = useMemo(() => <Rest evidence={evidence} onDownload={onDownload} />, [evidence]);
  return (
    <div class="page library" lang={strings.lang} dir={strings.dir}>
      <PageHead title={words.title} lead={words.lead}>
        <SearchField label={strings.sources.search} query={query} onQuery={setQuery} />
        <Counts claims={foundClaims.size} sources={foundSources.size} topics={foundTopics.size} query={query} />
      </PageHead>
      <Contents claims={evidence.claims} shown={foundClaims} />
      <main class="library-main">
        <section id="claims" aria-label={words.claims}>
          {byFamily(evidence.claims).map(([family, members]) => (
            <section key={family} class="family" id={familyAnchor(family)} hidden={!members.some((claim) => foundClaims.has(claim))}>
              <h2>{familyName(family)}</h2>
              {members.map((claim: Claim) => (
                <div key={claim.id} hidden={!foundClaims.has(claim)}>
                  {articles.get(claim)}
                </div>
              ))}
            </section>
          ))}
        </section>
        <Section id="topics" title={words.topics}>
          {evidence.topics.map((topic) => (
            <div key={topic.id} hidden={!foundTopics.has(topic)}>
              {topics.get(topic)}
            </div>
          ))}
        </Section>
        <Section id="sources" title={words.sources}>
          <ol class="sources">
            {evidence.sources.map((source) => (
              <li key={source.id} id={`source-${source.id}`} hidden={!foundSources.has(source)}>
                {sources.get(source)}
              </li>
            ))}
          </ol>
        </Section>
        {rest}
        <Section id="help" title={words.help}>
          <HelpView help={evidence.help} country={country} onCountry={onCountry} onLeave={onLeave} />
        </Section>
      </main>
    </div>
  );
}

/** What a search does not touch. */
function Rest({ evidence, onDownload }: Pick<Props, 'evidence' | 'onDownload'>) {
  const changes = changesOf(evidence.claims);
  return (
    <>
      <Section id="data" title={words.data}>
        <SeriesExplorer evidence={evidence} onDownload={onDownload} />
      </Section>
      <Section id="corrections" title={words.corrections}>
        {words.correctionsText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <ChangeLog changes={changes.filter(isCorrection)} none={words.noCorrections} />
      </Section>
      <Section id="changes" title={words.changes}>
        <ChangeLog changes={changes} none={words.noChanges} />
      </Section>
      <Section id="method" title={words.method}>
        {words.methodText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p class="dim small">{words.version(evidence.version, evidence.builtFrom)}</p>
      </Section>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section id={id} class="library-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
