import type { CardBody, Headline } from '../../lib/claims/types.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';
import { ClaimBody } from './ClaimBody.tsx';
import { Footer } from './Footer.tsx';
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
      <ClaimBody body={body} highlightYears={yearsIn(model.quotes)} />
      {model.also.length > 0 && <Also headlines={model.also} />}
      <Footer model={model} actions={actions} body={body} />
    </>
  );
}

function Also({ headlines }: { headlines: Headline[] }) {
  return (
    <details class="also fold">
      <summary>{strings.card.also}</summary>
      <ul>
        {headlines.map((headline) => (
          <li key={headline.id}>
            {headline.brief} <Link href={headline.url}>{headline.publisher}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
