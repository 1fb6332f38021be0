import type { Ref } from 'preact';
import type { Claim, Evidence, Series, Topic } from '../../lib/claims/types.ts';
import { ClaimBody } from '../card/ClaimBody.tsx';
import { inWords } from '../ui/dates.ts';
import { strings } from '../ui/strings.ts';
import { Address } from './Address.tsx';
import { claimAnchor, toClaims, topicAnchor } from './families.ts';
import { LinkLine, LinkList } from './Links.tsx';
import { relatedTo } from './related.ts';

interface Props {
  claim: Claim;
  evidence: Evidence;
  onDownload: (series: Series) => void;
  element: Ref<HTMLElement>;
}

/** One claim in full, at its own anchor. */
export function ClaimArticle({ claim, evidence, onDownload, element }: Props) {
  const anchor = claimAnchor(claim.id);
  const series = evidence.series.find((entry) => entry.id === claim.series);
  return (
    <article class="claim" id={anchor} ref={element} aria-labelledby={`${anchor}-title`}>
      <header class="claim-head">
        <h3 id={`${anchor}-title`}>{claim.title}</h3>
        <Address anchor={anchor} of={claim.title} />
      </header>
      {claim.status !== 'active' && <p class="dim">{strings.library.status[claim.status]}</p>}
      <p class="claim-fact">{claim.fact}</p>
      <ClaimBody body={{ claim, sources: evidence.sources, series }} onDownload={onDownload} />
      <Background topics={evidence.topics.filter(({ claims }) => claims.includes(claim.id))} />
      <Related claims={relatedTo(claim, evidence.claims)} />
      <History claim={claim} />
    </article>
  );
}

function Background({ topics }: { topics: Topic[] }) {
  if (topics.length === 0) return null;
  return (
    <p>
      {strings.library.seeAlso} <LinkLine to={topics.map(({ id, title }) => ({ anchor: topicAnchor(id), title }))} />
    </p>
  );
}

function Related({ claims }: { claims: Claim[] }) {
  if (claims.length === 0) return null;
  return (
    <section class="claim-part">
      <h4>{strings.library.related}</h4>
      <LinkList to={toClaims(claims)} plain />
    </section>
  );
}

function History({ claim }: { claim: Claim }) {
  return (
    <section class="claim-part dim small">
      <p>
        {strings.verdicts[claim.verdict]}. {strings.claim.reviewed(inWords(claim.reviewedOn), inWords(claim.reviewBy))}
      </p>
      <ul>
        {claim.changes.map(({ date, what }) => (
          <li key={date + what}>
            {inWords(date)}: {what}
          </li>
        ))}
      </ul>
    </section>
  );
}
