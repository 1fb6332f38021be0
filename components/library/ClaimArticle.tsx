import type { Claim, Evidence, Series } from '../../lib/claims/types.ts';
import { ClaimBody } from '../card/ClaimBody.tsx';
import { inWords } from '../ui/dates.ts';
import { strings } from '../ui/strings.ts';
import { claimAnchor, topicAnchor } from './families.ts';

interface Props {
  claim: Claim;
  evidence: Evidence;
  onDownload: (series: Series) => void;
}

/** One claim in full, at its own anchor. */
export function ClaimArticle({ claim, evidence, onDownload }: Props) {
  const heading = `${claimAnchor(claim.id)}-title`;
  const series = evidence.series.find((entry) => entry.id === claim.series);
  const topics = evidence.topics.filter(({ claims }) => claims.includes(claim.id));
  return (
    <article class="claim" id={claimAnchor(claim.id)} aria-labelledby={heading}>
      <h3 id={heading}>{claim.title}</h3>
      {claim.status !== 'active' && <p class="dim">{strings.library.status[claim.status]}</p>}
      <p class="claim-fact">{claim.fact}</p>
      <ClaimBody body={{ claim, sources: evidence.sources, series }} onDownload={onDownload} />
      {topics.length > 0 && (
        <p>
          {strings.library.seeAlso}{' '}
          {topics.map((topic, i) => (
            <span key={topic.id}>
              {i > 0 && '; '}
              <a href={`#${topicAnchor(topic.id)}`}>{topic.title}</a>
            </span>
          ))}
        </p>
      )}
      <p class="dim small">
        {strings.verdicts[claim.verdict]}. {strings.claim.reviewed(inWords(claim.reviewedOn), inWords(claim.reviewBy))}
      </p>
    </article>
  );
}
