import { useState } from 'preact/hooks';
import type { Headline } from '../../lib/claims/types.ts';
import type { CardActions } from '../../lib/feed/types.ts';
import { Later } from '../ui/Later.tsx';
import { strings } from '../ui/strings.ts';
import { ClaimBody } from './ClaimBody.tsx';
import { FullEntry } from './FullEntry.tsx';

interface Props {
  headlines: Headline[];
  actions: Pick<CardActions, 'loadBody' | 'openLibrary'>;
  /** Without what leads to the library, as in a frame. */
  bare: boolean;
}

/** The other claims of the same post, each folded to its fact; what it opens to is loaded then. */
export function Also({ headlines, actions, bare }: Props) {
  return (
    <section class="also" aria-label={strings.card.also}>
      <h3 class="also-title">{strings.card.also}</h3>
      {headlines.map((headline) => (
        <Other key={headline.id} headline={headline} actions={actions} bare={bare} />
      ))}
    </section>
  );
}

function Other({ headline, actions, bare }: { headline: Headline } & Omit<Props, 'headlines'>) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="fold" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{headline.brief}</summary>
      {opened && (
        <Later load={() => actions.loadBody(headline.id)}>
          {(body) => (
            <div class="also-body">
              <p class="claim-fact">{body.claim.fact}</p>
              <ClaimBody body={body} short>
                {!bare && <FullEntry claim={headline.id} onOpen={actions.openLibrary} />}
              </ClaimBody>
            </div>
          )}
        </Later>
      )}
    </details>
  );
}
