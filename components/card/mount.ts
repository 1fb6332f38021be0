import type { CardHandle, CardModel, MountCard } from '../../lib/feed/types.ts';
import { createCard } from './card.ts';
import { tellRefusal } from './refusal.ts';
import { addStyles } from './sheet.ts';

/** What a person does on a card stays on it: the site must neither open the post nor run a shortcut. */
const KEPT_EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'change',
  'beforeinput',
  'copy',
  'cut',
  'paste',
  'selectstart',
  'dragstart',
] as const;

/** How long a card asked for from the popup stays lit, in milliseconds. */
const LIT = 2000;

/** A host keeps its root for life: a second one cannot be attached. */
const places = new WeakMap<HTMLElement, HTMLElement>();
/** Numbers taken by the standing cards of each claim: no two cards of a page share a label. */
const taken = new Map<string, Set<number>>();

/** Draws a card into its own closed shadow root inside the host. Throws when the model cannot be drawn. */
export const mountCard: MountCard = (host, model, actions) => {
  const { nth, free } = takeNumber(model);
  try {
    const card = createCard(model, actions, nth);
    const place = placeIn(host);
    place.append(card.section);
    const watch = actions.watchPresses?.(host, card.section, (why) => tellRefusal(card.section, why));
    card.onTurn((open) => {
      if (model.signOf) host.toggleAttribute('data-open', open);
      watch?.opened(open);
    });
    return {
      unmount: () => {
        watch?.end();
        card.end();
        free();
      },
      dress: card.dress,
      highlight: () => light(place, card.toggle),
    } satisfies CardHandle;
  } catch (error) {
    free();
    throw error;
  }
};

function placeIn(host: HTMLElement): HTMLElement {
  const known = places.get(host);
  if (known) return known;
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(root);
  const place = document.createElement('div');
  root.append(place);
  for (const type of KEPT_EVENTS) host.addEventListener(type, keep, { passive: true });
  places.set(host, place);
  return place;
}

function keep(event: Event): void {
  event.stopPropagation();
}

function takeNumber(model: CardModel): { nth: number; free: () => void } {
  const numbers = taken.get(model.headline.id) ?? new Set<number>();
  taken.set(model.headline.id, numbers);
  let nth = 1;
  while (numbers.has(nth)) nth += 1;
  numbers.add(nth);
  return { nth, free: () => numbers.delete(nth) };
}

function light(place: HTMLElement, toggle: HTMLElement): void {
  place.classList.add('lit');
  toggle.focus({ preventScroll: true });
  setTimeout(() => place.classList.remove('lit'), LIT);
}
