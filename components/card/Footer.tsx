import { useState } from 'preact/hooks';
import type { CardBody } from '../../lib/claims/types.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';
import { trusted } from '../ui/trusted.ts';
import { CopyOutcome, useCopyReply } from './CopyReply.tsx';
import { Why } from './Why.tsx';

interface Props {
  model: CardModel;
  actions: CardActions;
  body: CardBody;
}

type Drawer = 'why' | 'hide' | 'none';

const REPORT_URL = 'https://github.com/case-by-case/case-by-case/issues/new?template=wrong-card.yml&claim=';
const words = strings.card;

/** What a reader can do with an open card: ask why, reply, hide, report. */
export function Footer({ model, actions, body }: Props) {
  const [drawer, setDrawer] = useState<Drawer>('none');
  const { state, text, copy } = useCopyReply(body.claim.fact, model.headline);
  const toggle = (name: Drawer) => () => setDrawer(drawer === name ? 'none' : name);
  return (
    <div class="footer">
      <div class="footer-row">
        <Disclosure label={words.why} open={drawer === 'why'} onToggle={toggle('why')} />
        <button type="button" class="quiet" onClick={copy}>
          {words.copy}
        </button>
        <Disclosure label={words.hide} open={drawer === 'hide'} onToggle={toggle('hide')} />
        <Link class="quiet" href={REPORT_URL + encodeURIComponent(model.headline.id)}>
          {words.report}
        </Link>
      </div>
      <CopyOutcome state={state} text={text} />
      {drawer === 'why' && <Why model={model} reviewedOn={body.claim.reviewedOn} />}
      {drawer === 'hide' && <HideChoices actions={actions} />}
    </div>
  );
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
