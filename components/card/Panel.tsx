import type { CardBody } from '../../lib/claims/types.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { strings } from '../ui/strings.ts';
import { Also } from './Also.tsx';
import { ClaimBody } from './ClaimBody.tsx';
import { Footer, WhyFooter } from './Footer.tsx';
import { FullEntry } from './FullEntry.tsx';
import { yearsIn } from './years.ts';

interface Props {
  model: CardModel;
  actions: CardActions;
  body: CardBody;
}

/** The open card below its strip. */
export function Panel({ model, actions, body }: Props) {
  return (
    <>
      {model.match.kind === 'background' && <p class="dim">{strings.card.tagOnly}</p>}
      <p class="claim-fact">{body.claim.fact}</p>
      <ClaimBody body={body} highlightYears={yearsIn(model.quotes)} short>
        {!model.signOf && <FullEntry claim={body.claim.id} onOpen={actions.openLibrary} />}
      </ClaimBody>
      {model.also.length > 0 && <Also headlines={model.also} actions={actions} bare={Boolean(model.signOf)} />}
      {model.signOf ? <WhyFooter model={model} body={body} /> : <Footer model={model} actions={actions} body={body} />}
    </>
  );
}
