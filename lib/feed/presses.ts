import { type Cover, coverOf, layersOver } from './cover.ts';
import type { Layer } from './drawn.ts';
import { createVouching, type Vouching } from './vouch.ts';

/**
 * Lets a press on a card act only if the person can have meant it: it began and ended on one control, and that control has stood
 * in its place, with nothing over it, for a moment already. So a page cannot have a click fall on a card by covering it, by laying
 * it under the pointer, or by uncovering it just in time.
 */

/** Why a press was not taken. */
export type Refusal = Cover | 'moved';

export interface PressWatch {
  /** Tells whether the card is open: an open card is looked at again and again, a closed one only under the pointer. */
  opened(open: boolean): void;
  end(): void;
}

/** @param card stands in the host's closed root. @param refused is told of each press that was kept from acting. */
export type WatchPresses = (host: HTMLElement, card: HTMLElement, refused: (why: Refusal) => void) => PressWatch;

/** What does something, or leads somewhere. What only unfolds more of the card is left alone. */
const EFFECTS = 'a[href], button:not([aria-expanded])';
/** How long a control has to have stood there, seen, before it can be pressed, in ms; people need that to see and decide. */
const SETTLED = 300;
const LOOK_EVERY = 250;
/** Layers are searched for this often, in ms, while no hand is on the card and the browser does not vouch for it. */
const SEARCH_EVERY = 1000;
/** Rounding of a page's own scaling, in CSS pixels, that is not yet a move. */
const STILL = 1;

interface Seen {
  left: number;
  top: number;
  cover?: Cover;
  /** Since when it stands here uncovered. */
  since: number;
}

export const watchPresses: WatchPresses = (host, card, refused) => new Watch(host, card, refused);

class Watch implements PressWatch {
  readonly #host: HTMLElement;
  readonly #card: HTMLElement;
  readonly #refused: (why: Refusal) => void;
  readonly #view: Window & typeof globalThis;
  #seen = new Map<Element, Seen>();
  #vouching: Vouching | undefined;
  #layers: { found: readonly Layer[]; at: number } | undefined;
  #pressed: { control: Element; byKey: boolean; refusal?: Refusal } | undefined;
  #open = false;
  #timer: number | undefined;
  #ended = false;

  constructor(host: HTMLElement, card: HTMLElement, refused: (why: Refusal) => void) {
    this.#host = host;
    this.#card = card;
    this.#refused = refused;
    this.#view = host.ownerDocument.defaultView as Window & typeof globalThis;
    card.addEventListener('pointerenter', ({ pointerType }) => pointerType !== 'touch' && this.#arrive(), { passive: true });
    card.addEventListener('pointerdown', (event) => this.#onDown(event), { capture: true, passive: true });
    card.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, passive: true });
    for (const type of ['click', 'auxclick'] as const) card.addEventListener(type, (event) => this.#onClick(event), { capture: true });
    card.addEventListener('click', () => this.#lookSoon(), { passive: true });
  }

  opened(open: boolean): void {
    this.#open = open;
    if (open) this.#keepLooking();
  }

  end(): void {
    this.#ended = true;
    this.#view.clearTimeout(this.#timer);
    this.#vouching?.stop();
  }

  #arrive(): void {
    this.#forgetLayers();
    this.#look();
    this.#keepLooking();
  }

  /** What has just been unfolded is drawn first. */
  #lookSoon(): void {
    if (this.#open) this.#view.requestAnimationFrame(() => this.#look());
  }

  #keepLooking(): void {
    if (this.#timer !== undefined) return;
    this.#timer = this.#view.setTimeout(() => {
      this.#timer = undefined;
      if (!this.#open && !this.#card.matches(':hover')) return;
      this.#look();
      this.#keepLooking();
    }, LOOK_EVERY);
  }

  #look(): void {
    if (this.#ended || this.#host.ownerDocument.visibilityState !== 'visible') return;
    const seen = new Map<Element, Seen>();
    for (const control of this.#card.querySelectorAll(EFFECTS)) if (this.#isInView(control)) seen.set(control, this.#lookAt(control));
    this.#seen = seen;
  }

  #isInView(control: Element): boolean {
    const { top, bottom, height } = control.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < this.#view.innerHeight && (control.checkVisibility?.() ?? true);
  }

  #lookAt(control: Element): Seen {
    const { left, top } = control.getBoundingClientRect();
    const before = this.#seen.get(control);
    const cover = this.#coverOf(control, false);
    const same = before && !before.cover && Math.abs(before.left - left) <= STILL && Math.abs(before.top - top) <= STILL;
    return { left, top, cover, since: same ? before.since : this.#view.performance.now() };
  }

  /** @param closely just before it acts; until then the browser's word, which comes a moment late, is enough. */
  #coverOf(control: Element, closely: boolean): Cover | undefined {
    try {
      this.#vouching ??= createVouching(this.#view, () => this.#forgetLayers());
      const vouched = !closely && this.#vouching.of(control) !== false;
      return coverOf(control, this.#host, vouched ? [] : this.#layersNow(), closely);
    } catch {
      // A page on which this cannot be told is not to be trusted.
      return 'covered';
    }
  }

  #forgetLayers(): void {
    this.#layers = undefined;
  }

  #layersNow(): readonly Layer[] {
    const now = this.#view.performance.now();
    if (!this.#layers || now - this.#layers.at > SEARCH_EVERY) this.#layers = { found: layersOver(this.#host), at: now };
    return this.#layers.found;
  }

  #onDown({ target, isTrusted, pointerType }: PointerEvent): void {
    const control = isTrusted && controlOf(target);
    this.#pressed = control ? { control, byKey: false, refusal: this.#refusalOf(control, pointerType === 'touch') } : undefined;
  }

  #onKey({ target, isTrusted }: KeyboardEvent): void {
    const control = isTrusted && controlOf(target);
    this.#pressed = control ? { control, byKey: true } : undefined;
  }

  #refusalOf(control: Element, byTouch: boolean): Refusal | undefined {
    const known = this.#seen.has(control);
    this.#forgetLayers();
    const seen = this.#lookAt(control);
    this.#seen.set(control, seen);
    const cover = seen.cover ?? this.#coverOf(control, true);
    // A finger gives no sign before it touches: what was never looked at counts as standing there since long.
    const settled = (byTouch && !known) || this.#view.performance.now() - seen.since >= SETTLED;
    return cover ?? (settled ? undefined : 'moved');
  }

  #onClick(event: MouseEvent): void {
    const control = controlOf(event.target);
    const pressed = this.#pressed;
    this.#pressed = undefined;
    if (!control || !event.isTrusted) return;
    // Programs that read the screen out press without any sign before.
    const byKey = event.detail === 0 || pressed?.byKey === true;
    if (byKey) this.#forgetLayers();
    const refusal = (byKey ? undefined : beganOn(control, pressed)) ?? this.#coverOf(control, true);
    if (!refusal) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A page's own bar may hide what the keyboard has come to.
    if (byKey) control.scrollIntoView({ block: 'center' });
    this.#refused(refusal);
  }
}

/** A press that began somewhere else counts for a card that came under the pointer meanwhile. */
function beganOn(control: Element, pressed: { control: Element; refusal?: Refusal } | undefined): Refusal | undefined {
  return pressed?.control === control ? pressed.refusal : 'moved';
}

function controlOf(target: EventTarget | null): Element | undefined {
  return (target instanceof Element && target.closest(EFFECTS)) || undefined;
}
