import { useState } from 'preact/hooks';
import type { CardBody, ClaimId, Headline } from '../../lib/claims/types.ts';
import { Later } from '../ui/Later.tsx';
import { strings } from '../ui/strings.ts';
import { ClaimBody } from './ClaimBody.tsx';

interface Props {
  headlines: Headline[];
  loadBody: (claim: ClaimId) => Promise<CardBody>;
}

/** The other claims of the same post, each folded to its fact; what it opens to is loaded then. */
export function Also({ headlines, loadBody }: Props) {
  return (
    <section class="also" aria-label={strings.card.also}>
      <h3 class="also-title">{strings.card.also}</h3>
      {headlines.map((headline) => (
        <Other key={headline.id} headline={headline} loadBody={loadBody} />
      ))}
    </section>
  );
}

function Other({ headline, loadBody }: { headline: Headline } & Pick<Props, 'loadBody'>) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="fold" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{headline.brief}</summary>
      {opened && (
        <Later load={() => loadBody(headline.id)}>
          {(body) => (
            <div class="also-body">
              <p class="claim-fact">{body.claim.fact}</p>
              <ClaimBody body={body} short />
            </div>
          )}
        </Later>
      )}
    </details>
  );
}
