import type { Health } from '../health/health.ts';
import type { Engine } from './engine.ts';
import { mendOverlap, placedRow } from './overlap.ts';
import { alignHost, insertHost, insetFor } from './placement.ts';
import type { Post } from './posts.ts';
import type { Sight } from './sight.ts';
import { insertSign } from './sign.ts';
import type { CardActions, CardHandle, CardModel } from './types.ts';

/** A card on the page. */
export interface StandingCard {
  key: string;
  /** Hash of the text it was set for. */
  hash: string;
  post: Post;
  model: CardModel;
  host: HTMLElement;
  handle: CardHandle;
}

/** What a card is set with. */
export interface CardOrder {
  key: string;
  hash: string;
  post: Post;
  anchor: Element;
  /** The element with the post's text. */
  text: Element;
  model: CardModel;
  actions: CardActions;
}

export interface CardsParts {
  /** Draws the cards; there is none to draw before it is loaded. */
  engine(): Engine | undefined;
  sight: Sight;
  health: Health;
  /** Called after a card was set or removed. */
  changed(): void;
  /** Called for a post that stood back for another copy of itself, when that copy's card is gone. */
  freed(post: Post): void;
}

/** Where a card is about to be drawn. */
interface Place {
  host: HTMLElement;
  /** What is left to do when it is drawn. */
  settle?(): void;
}

function placeInPost({ post, anchor, text }: CardOrder): Place {
  // All that is asked of the page's layout comes before the first change to it.
  const inset = insetFor(post, anchor, text);
  const row = placedRow(anchor === post.element ? anchor : (anchor.parentElement ?? anchor));
  const host = insertHost(post, anchor);
  if (inset !== undefined) host.style.marginInline = inset;
  const settle = (): void => {
    if (inset === undefined) alignHost(host, text);
    mendOverlap(host, row);
  };
  return { host, settle };
}

function placeAtEdge({ post }: CardOrder): Place {
  return { host: insertSign(post.element.ownerDocument) };
}

/** A card the page removes is set again this often within `TRY_WINDOW` ms; then the page wins. */
const MAX_TRIES = 3;
const TRY_WINDOW = 60_000;

/** The cards on the page: sets them, takes them away, keeps one a post on screen. */
export class Cards {
  readonly #byElement = new Map<Element, StandingCard>();
  readonly #robbed = new Map<string, number[]>();
  readonly #engine: () => Engine | undefined;
  readonly #sight: Sight;
  readonly #health: Health;
  readonly #changed: () => void;
  readonly #freed: (post: Post) => void;
  /** Posts without a card because another copy has it. */
  readonly #displaced = new Map<string, Set<Post>>();

  constructor(parts: CardsParts) {
    this.#engine = parts.engine;
    this.#sight = parts.sight;
    this.#health = parts.health;
    this.#changed = parts.changed;
    this.#freed = parts.freed;
  }

  at(element: Element): StandingCard | undefined {
    return this.#byElement.get(element);
  }

  all(): StandingCard[] {
    return [...this.#byElement.values()];
  }

  /** Cards the person can come to, in reading order, one a post. */
  visible(): StandingCard[] {
    const keys = new Set<string>();
    return this.#shown()
      .sort((a, b) => (a.host.compareDocumentPosition(b.host) & 4 ? -1 : 1))
      .filter((card) => !keys.has(card.key) && keys.add(card.key));
  }

  /** How many those are. */
  countVisible(): number {
    return new Set(this.#shown().map(({ key }) => key)).size;
  }

  #shown(): StandingCard[] {
    return this.all().filter((card) => card.host.isConnected && this.#sight.standing(card.post.element) !== 'hidden');
  }

  /** Sets a card; nothing happens when another copy of the post has one on screen or the site keeps removing ours. */
  set(order: CardOrder): void {
    this.remove(order.post.element);
    const engine = this.#engine();
    if (!engine || this.#robberies(order.key).length > MAX_TRIES || !this.#mayStand(order)) return;
    let host: HTMLElement | undefined;
    try {
      const place = order.model.signOf ? placeAtEdge(order) : placeInPost(order);
      host = place.host;
      const handle = engine.mountCard(host, order.model, order.actions);
      const { key, hash, post, model } = order;
      this.#byElement.set(post.element, { key, hash, post, model, host, handle });
      this.#health.card();
      place.settle?.();
    } catch {
      host?.remove();
      this.#health.mountFailed();
    }
    this.#changed();
  }

  remove(element: Element): void {
    const card = this.#byElement.get(element);
    if (!card) return;
    this.#byElement.delete(element);
    try {
      card.handle.unmount();
    } catch {
      this.#health.error('unmount');
    }
    card.host.remove();
    const waiting = this.#displaced.get(card.key);
    this.#displaced.delete(card.key);
    for (const post of waiting ?? []) if (post.element !== element && post.element.isConnected) this.#freed(post);
    this.#changed();
  }

  removeWhere(unwanted: (card: StandingCard) => boolean): void {
    for (const card of this.all()) if (unwanted(card)) this.remove(card.post.element);
  }

  /** Forgets cards whose post is gone. Returns the posts whose card alone was removed or moved out of them by the page. */
  sweep(): Post[] {
    const robbed: Post[] = [];
    for (const card of this.all()) {
      const { element } = card.post;
      if (element.isConnected && (card.model.signOf ? card.host.isConnected : element.contains(card.host))) continue;
      this.remove(element);
      if (!element.isConnected) continue;
      this.#noteRobbery(card.key);
      robbed.push(card.post);
    }
    return robbed;
  }

  /** The same post twice: the copy in a dialog has the card, else the one already on screen. Hidden copies do not count. */
  #mayStand(order: CardOrder): boolean {
    for (const other of this.all()) {
      if (other.key !== order.key) continue;
      const stands = this.#sight.standing(other.post.element);
      if (stands === 'hidden') continue;
      if (inDialog(order.post) && !inDialog(other.post)) {
        this.remove(other.post.element);
        this.#displace(other.key, other.post);
      } else if (
        inDialog(other.post) !== inDialog(order.post) ||
        (stands === 'view' && this.#sight.standing(order.post.element) === 'view')
      ) {
        this.#displace(order.key, order.post);
        return false;
      }
    }
    return true;
  }

  #displace(key: string, post: Post): void {
    if (this.#displaced.size > 500) this.#displaced.clear();
    const posts = this.#displaced.get(key) ?? new Set();
    this.#displaced.set(key, posts.add(post));
  }

  /** Times in the last minute at which the page took this post's card away and left the post. */
  #robberies(key: string): number[] {
    const now = Date.now();
    return (this.#robbed.get(key) ?? []).filter((at) => now - at < TRY_WINDOW);
  }

  #noteRobbery(key: string): void {
    if (this.#robbed.size > 500) this.#robbed.clear();
    this.#robbed.set(key, [...this.#robberies(key), Date.now()]);
  }
}

function inDialog(post: Post): boolean {
  return post.element.closest('[role="dialog"], dialog') !== null;
}
