import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { element } from '../ui/element.ts';
import { strings } from '../ui/strings.ts';
import { trusted } from '../ui/trusted.ts';
import { drawOpening, type Loaded } from './Opening.tsx';
import { createStrip } from './strip.ts';

/** A card that stands by itself in a root. */
export interface Card {
  section: HTMLElement;
  /** The strip's button, for whoever moves focus to the card. */
  toggle: HTMLButtonElement;
  /** Calls back whenever it was opened or closed. */
  onTurn(turned: (open: boolean) => void): void;
  dress(dark: boolean): void;
  end(): void;
}

const PANEL = 'panel';

/** The card takes the post's text size between these, in CSS pixels. */
const SMALLEST_TEXT = 13;
const LARGEST_TEXT = 17;

/**
 * A context card: one strip, and below it, when the reader asks, the record. The body is asked for once, when first opened, and
 * again after a failure.
 *
 * @param nth the how-manieth card of this claim it is, so that no two cards of a page share a label.
 */
export function createCard(model: CardModel, actions: CardActions, nth = 1): Card {
  const { strip, toggle } = createStrip(model, PANEL);
  const inner = element('div', { class: 'panel-inner' });
  const panel = element('div', { id: PANEL, class: 'panel', dir: strings.dir, hidden: true }, inner);
  const section = createSection(model, nth);
  section.append(strip, panel);
  let open = false;
  let turned: ((open: boolean) => void) | undefined;
  let loaded: Loaded = { state: 'loading' };

  function draw(): void {
    section.classList.toggle('card-open', open);
    toggle.setAttribute('aria-expanded', String(open));
    toggle.textContent = open ? strings.card.less : strings.card.more;
    panel.hidden = !open;
    drawOpening(inner, open ? { loaded, model, actions } : undefined);
  }

  function load(): void {
    const settle = (outcome: Loaded): void => {
      loaded = outcome;
      if (open) draw();
    };
    loaded = { state: 'loading' };
    Promise.resolve()
      .then(() => actions.loadBody(model.headline.id))
      .then(
        (body) => settle({ state: 'ready', body }),
        () => settle({ state: 'stale' }),
      );
  }

  const turn = (): void => {
    open = !open;
    if (open && loaded.state !== 'ready') load();
    draw();
    turned?.(open);
  };
  toggle.addEventListener('click', trusted(turn));
  section.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !event.isTrusted || !open) return;
    turn();
    toggle.focus();
  });
  const end = (): void => {
    open = false;
    drawOpening(inner, undefined);
    section.remove();
  };
  const onTurn: Card['onTurn'] = (callback) => {
    turned = callback;
  };
  const dress: Card['dress'] = (dark) => {
    section.dataset.theme = themeOf(dark);
  };
  return { section, toggle, onTurn, dress, end };
}

function themeOf(dark: boolean): string {
  return dark ? 'dark' : 'light';
}

function createSection({ headline, match, look, size }: CardModel, nth: number): HTMLElement {
  const section = element('section', {
    class: `card card-${match.kind}`,
    'data-claim': headline.id,
    'data-size': size,
    'data-theme': themeOf(look.dark),
    lang: strings.lang,
    dir: look.rtl ? 'rtl' : 'ltr',
    'aria-label': strings.card.label(headline.brief, nth),
  });
  section.style.fontSize = `${Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, look.fontSize))}px`;
  return section;
}
