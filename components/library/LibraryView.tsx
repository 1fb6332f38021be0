import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Claim, Evidence, Series } from '../../lib/claims/types.ts';
import { SeriesDetails } from '../chart/SeriesDetails.tsx';
import { SeriesView } from '../chart/SeriesView.tsx';
import { HelpView } from '../help/HelpView.tsx';
import { SourceList } from '../sources/SourceList.tsx';
import { SearchField } from '../sources/SourceSearch.tsx';
import { findClaims, findSources, findTopics } from '../sources/search.ts';
import { Mark } from '../ui/Mark.tsx';
import { strings } from '../ui/strings.ts';
import { ChangeLog } from './ChangeLog.tsx';
import { ClaimArticle } from './ClaimArticle.tsx';
import { Contents } from './Contents.tsx';
import { byFamily, familyAnchor, familyName } from './families.ts';
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

/** Everything the extension knows, on one page: claims, topics, series, sources, changes, method, help. */
export function LibraryView({ evidence, country, onCountry, onDownload, onLeave }: Props) {
  const [query, setQuery] = useState('');
  const claims = findClaims(evidence.claims, query);
  const sources = findSources(evidence.sources, query);
  return (
    <div class="library" lang={strings.lang}>
      <header class="library-header">
        <p class="library-name">
          <Mark size="22px" /> {strings.name}
        </p>
        <h1>{words.title}</h1>
        <p class="library-lead">{words.lead}</p>
        <SearchField label={strings.sources.search} query={query} onQuery={setQuery} />
        <p class="dim small" role="status">
          {claims.length + sources.length > 0 ? strings.sources.counts(claims.length, sources.length) : strings.sources.none(query)}
        </p>
      </header>
      <Contents claims={claims} />
      <main class="library-main">
        <Claims claims={claims} evidence={evidence} onDownload={onDownload} />
        <Section id="topics" title={words.topics}>
          {findTopics(evidence.topics, query).map((topic) => (
            <TopicArticle key={topic.id} topic={topic} evidence={evidence} />
          ))}
        </Section>
        <Data evidence={evidence} onDownload={onDownload} />
        <Section id="sources" title={words.sources}>
          <SourceList sources={sources} anchors />
        </Section>
        <Section id="changes" title={words.changes}>
          <ChangeLog claims={evidence.claims} />
        </Section>
        <Section id="method" title={words.method}>
          {words.methodText.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p class="dim small">{words.version(evidence.version, evidence.builtFrom)}</p>
        </Section>
        <Section id="help" title={words.help}>
          <HelpView help={evidence.help} country={country} onCountry={onCountry} onLeave={onLeave} />
        </Section>
      </main>
    </div>
  );
}

function Claims({ claims, evidence, onDownload }: { claims: Claim[]; evidence: Evidence; onDownload: (series: Series) => void }) {
  return (
    <section id="claims" aria-label={words.claims}>
      {byFamily(claims).map(([family, members]) => (
        <section key={family} class="family" id={familyAnchor(family)}>
          <h2>{familyName(family)}</h2>
          {members.map((claim) => (
            <ClaimArticle key={claim.id} claim={claim} evidence={evidence} onDownload={onDownload} />
          ))}
        </section>
      ))}
    </section>
  );
}

function Data({ evidence, onDownload }: { evidence: Evidence; onDownload: (series: Series) => void }) {
  return (
    <Section id="data" title={words.data}>
      {evidence.series.map((series) => (
        <div key={series.id} id={`series-${series.id}`} class="library-series">
          <SeriesView series={series} sources={evidence.sources} onDownload={onDownload} />
          <SeriesDetails series={series} />
        </div>
      ))}
    </Section>
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
