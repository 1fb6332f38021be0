import { useState } from 'preact/hooks';
import type { CardBody } from '../../lib/claims/types.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { strings } from '../ui/strings.ts';
import { trusted } from '../ui/trusted.ts';
import { cited } from './ClaimBody.tsx';
import { OfferOutcome, useOffer } from './Offer.tsx';
import { Report } from './Report.tsx';
import { Why } from './Why.tsx';

interface Props {
  model: CardModel;
  actions: CardActions;
  body: CardBody;
}

type Drawer = 'why' | 'hide' | 'report' | 'none';

const words = strings.card;

/**
 * What can be asked of an open card in a frame. Nobody in a frame can tell what the page around it lays over it, so there is nothing
 * here that would change anything.
 */
export function WhyFooter({ model, body }: Pick<Props, 'model' | 'body'>) {
  const [open, setOpen] = useState(false);
  return (
    <div class="footer">
      <div class="footer-row">
        <Disclosure label={words.why} open={open} onToggle={() => setOpen(!open)} />
      </div>
      {open && <Why model={model} reviewedOn={body.claim.reviewedOn} />}
    </div>
  );
}

/** What a reader can do with an open card: ask why, reply, share, hide, report. */
export function Footer({ model, actions, body }: Props) {
  const [drawer, setDrawer] = useState<Drawer>('none');
  const { outcome, copy, share } = useOffer();
  const { publisher, url } = model.headline;
  const offer = (hand: (text: string) => void, text: string) => {
    setDrawer('none');
    hand(text);
  };
  const toggle = (name: Drawer) => () => setDrawer(drawer === name ? 'none' : name);
  return (
    <div class="footer">
      <div class="footer-row">
        <Disclosure label={words.why} open={drawer === 'why'} onToggle={toggle('why')} />
        <button type="button" class="quiet" onClick={trusted(() => offer(copy, words.reply(body.claim.fact, publisher, url)))}>
          {words.copy}
        </button>
        <button type="button" class="quiet" onClick={trusted(() => offer(share, sourcesInWords(body)))}>
          {words.share}
        </button>
        <Disclosure label={words.hide} open={drawer === 'hide'} onToggle={toggle('hide')} />
        <Disclosure label={words.report} open={drawer === 'report'} onToggle={toggle('report')} />
      </div>
      <OfferOutcome outcome={outcome} />
      {drawer === 'why' && <Why model={model} reviewedOn={body.claim.reviewedOn} />}
      {drawer === 'hide' && <HideChoices actions={actions} />}
      {drawer === 'report' && <Report model={model} />}
    </div>
  );
}

/** The fact and where it says so, as lines of text. */
function sourcesInWords({ claim, sources }: CardBody): string {
  const lines = cited(claim.sources, sources).map(({ title, publisher, url }) => `${title} (${publisher})\n${url}`);
  return [claim.fact, ...lines].join('\n\n');
}

function Disclosure({ label, open, onToggle }: { label: string; open: boolean; onToggle: () => void }) {
  return (
    <button type="button" class="quiet disclosure" aria-expanded={open} onClick={trusted(onToggle)}>
      {label}
    </button>
  );
}

function HideChoices({ actions }: { actions: CardActions }) {
  const choices = [
    [words.hidePost, actions.hidePost],
    [words.hideTopic, actions.hideTopic],
    [words.hideSite, actions.hideSite],
  ] as const;
  return (
    <div class="drawer">
      <div class="hide-row" role="group" aria-label={words.hide}>
        {choices.map(([label, act]) => (
          <button key={label} type="button" class="button" onClick={trusted(() => act())}>
            {label}
          </button>
        ))}
      </div>
      <p class="dim">{words.hideNote}</p>
    </div>
  );
}
