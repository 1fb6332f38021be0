import type { Ref } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { CardBody } from '../../lib/claims/types.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { strings } from '../ui/strings.ts';
import { Panel } from './Panel.tsx';
import { Strip } from './Strip.tsx';

interface Props {
  model: CardModel;
  actions: CardActions;
  /** The how-manieth card of this claim it is, so that no two cards of a page share a label. */
  nth?: number;
  /** The strip's button, for whoever moves focus to the card. */
  toggleRef?: Ref<HTMLButtonElement>;
}

type Loaded = { state: 'loading' } | { state: 'stale' } | { state: 'ready'; body: CardBody };

/** The card takes the post's text size between these, in CSS pixels. */
const SMALLEST_TEXT = 13;
const LARGEST_TEXT = 17;

/** A context card: one strip, and below it, when the reader asks, the record. */
export function CardView({ model, actions, nth = 1, toggleRef }: Props) {
  const panel = useId();
  const briefId = `${panel}-brief`;
  const own = useRef<HTMLButtonElement>(null);
  const button = toggleRef && typeof toggleRef === 'object' ? toggleRef : own;
  const { open, loaded, toggle, close } = useOpening(model, actions);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted || !open) return;
    close();
    button.current?.focus();
  };
  const { dark, fontSize, rtl } = model.look;
  return (
    <section
      class={`card card-${model.match.kind}${open ? ' card-open' : ''}`}
      data-claim={model.headline.id}
      data-size={model.size}
      data-theme={dark ? 'dark' : 'light'}
      lang={strings.lang}
      dir={rtl ? 'rtl' : 'ltr'}
      aria-label={strings.card.label(model.headline.brief, nth)}
      style={{ fontSize: `${Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, fontSize))}px` }}
      onKeyDown={onKeyDown}
    >
      <Strip model={model} open={open} panel={panel} briefId={briefId} toggleRef={button} onToggle={toggle} />
      <div id={panel} class="panel" dir={strings.dir} hidden={!open}>
        <div class="panel-inner">
          {loaded.state === 'loading' && <p class="loading dim">{strings.card.loading}</p>}
          {loaded.state === 'stale' && <p role="status">{strings.card.stale}</p>}
          {loaded.state === 'ready' && open && <Panel model={model} actions={actions} body={loaded.body} />}
        </div>
      </div>
    </section>
  );
}

/** Open or not, and the body: asked for once, when first opened, and again after a failure. */
function useOpening({ headline }: CardModel, actions: CardActions) {
  const [open, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const load = () => {
    setLoaded({ state: 'loading' });
    Promise.resolve()
      .then(() => actions.loadBody(headline.id))
      .then(
        (body) => setLoaded({ state: 'ready', body }),
        () => setLoaded({ state: 'stale' }),
      );
  };
  const toggle = () => {
    if (!open && loaded.state !== 'ready') load();
    setOpen(!open);
  };
  return { open, loaded, toggle, close: () => setOpen(false) };
}
