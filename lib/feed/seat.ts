import type { CardBody, ClaimId, Headline } from '../claims/types.ts';
import type { CardSize } from '../settings/types.ts';
import type { Cards } from './cards.ts';
import type { Judge, Judged } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { cardModel } from './model.ts';
import { anchorOf } from './placement.ts';
import type { Post, PostFinder } from './posts.ts';
import type { Sight } from './sight.ts';
import type { TextReader } from './text.ts';
import type { CardActions, CardModel } from './types.ts';

/** Brings a candidate's card onto the page at the right moment. */
export interface Seat {
  /** Sets the card now, or when the post comes into view: nothing above the reader may grow, hidden copies get nothing. */
  settle(post: Post, judged: Judged): void;
  /** Whether a card waits for an element that is no longer part of the page. */
  isLost(post: Post): boolean;
  /** No card is wanted any more. */
  leave(post: Post): void;
}

interface Parts {
  embedded: boolean;
  finder: PostFinder;
  reader: TextReader;
  judge: Judge;
  sight: Sight;
  cards: Cards;
  ledger: Ledger;
  /** Claims the person hid, as of now. */
  topicsHidden(): readonly ClaimId[];
  /** The size the person wants cards in, as of now. */
  cardSize(): CardSize;
  headline(claim: ClaimId): Headline | undefined;
  loadBody(claim: ClaimId): Promise<CardBody>;
  openLibrary(claim: ClaimId): void;
  hideTopic(claim: ClaimId): void;
  hideSite(): void;
  /** The post has come into view: decide again. */
  inView(post: Post): void;
}

export function createSeat(parts: Parts): Seat {
  const { finder, reader, judge, sight, cards, ledger } = parts;
  /** For posts whose card waits: the element whose coming into view is awaited. */
  const awaited = new WeakMap<Element, Element>();

  function settle(post: Post, judged: Judged): void {
    const anchor = anchorOf(post, finder);
    const hidden = sight.standing(post.element) === 'hidden';
    if (!hidden && (parts.embedded || sight.standing(anchor) !== 'above')) {
      place(post, judged, anchor);
      return;
    }
    const target = hidden ? post.element : anchor;
    awaited.set(post.element, target);
    sight.wait(target, () => {
      awaited.delete(post.element);
      parts.inView(post);
    });
  }

  function place(post: Post, judged: Judged, anchor: Element): void {
    const { key, hash } = judged;
    const around = reader.elements(post).at(-1) ?? post.element;
    const size = post.layout.place.over ? 'icon' : parts.cardSize();
    const read = cardModel(judge.confirm(post, judged), parts.headline, parts.topicsHidden(), around, size);
    const model = read && parts.embedded ? ({ ...read, size: 'icon', signOf: around } satisfies CardModel) : read;
    if (model) cards.set({ key, hash, post, anchor, text: around, model, actions: actionsFor(key, model.headline.id) });
  }

  function actionsFor(key: string, claim: ClaimId): CardActions {
    return {
      loadBody: parts.loadBody,
      openLibrary: parts.openLibrary,
      hidePost: () => {
        ledger.hide(key);
        cards.removeWhere((card) => card.key === key);
      },
      hideTopic: () => parts.hideTopic(claim),
      hideSite: () => parts.hideSite(),
    };
  }

  function leave(post: Post): void {
    const target = awaited.get(post.element);
    if (!target) return;
    sight.forget(target);
    awaited.delete(post.element);
  }

  return { settle, leave, isLost: (post) => awaited.get(post.element)?.isConnected === false };
}
