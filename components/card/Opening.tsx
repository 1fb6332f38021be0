import { render } from 'preact';
import type { CardBody } from '../../lib/claims/types.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { strings } from '../ui/strings.ts';
import { Panel } from './Panel.tsx';

/** How far the body of an opened card has come. `stale`: the extension was updated or removed meanwhile. */
export type Loaded = { state: 'loading' } | { state: 'stale' } | { state: 'ready'; body: CardBody };

interface Props {
  loaded: Loaded;
  model: CardModel;
  actions: CardActions;
}

/** Draws what an open card shows below its strip; without `props` it clears the place. */
export function drawOpening(place: HTMLElement, props: Props | undefined): void {
  // Most cards are never opened: for these the view library does nothing at all.
  if (!props && !place.hasChildNodes()) return;
  render(props ? <Opening {...props} /> : null, place);
}

function Opening({ loaded, model, actions }: Props) {
  return (
    <Boundary fallback={<p class="broken">{strings.card.broken}</p>}>
      {loaded.state === 'loading' && <p class="loading dim">{strings.card.loading}</p>}
      {loaded.state === 'stale' && <p role="status">{strings.card.stale}</p>}
      {loaded.state === 'ready' && <Panel model={model} actions={actions} body={loaded.body} />}
    </Boundary>
  );
}
