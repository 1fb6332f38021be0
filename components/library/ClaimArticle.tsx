import type { Claim, Evidence, Series } from '../../lib/claims/types.ts';
import { ClaimBody } from '../card/ClaimBody.tsx';
import { inWords } from '../ui/dates.ts';
import { strings } from '../ui/strings.ts';
import { claimAnchor } from './families.ts';

interface Props {
  claim: Claim;
  evidence: Evidence;
  onDownload: (series: Series) => void;
}

/** One claim in full, at its own anchor. */
export function ClaimArticle({ claim, evidence, onDownload }: Props) {
  const heading = `${claimAnchor(claim.id)}-title`;
  const series = evidence.series.find((entry) => entry.id === claim.series);
  return (
    <article class="claim" id={claimAnchor(claim.id)} aria-labelledby={heading}>
      <h3 id={heading}>{claim.title}</h3>
      <p class="claim-fact">{claim.fact}</p>
      <ClaimBody body={{ claim, sources: evidence.sources, series }} onDownload={onDownload} />
      <p class="dim small">
        {strings.verdicts[claim.verdict]}. {strings.claim.reviewed(inWords(claim.reviewedOn), inWords(claim.reviewBy))}
      </p>
    </article>
  );
}
