import type { Post } from './posts.ts';
import { soon } from './soon.ts';

/** Posts handled in one turn; a batch beyond either bound is cut into slices. */
export const BATCH_POSTS = 150;
export const BATCH_MS = 6;
/** What comes with a change may take longer, still less than a frame: cards set then stand before their posts are painted. */
export const AT_ONCE_MS = 12;
/** What is left of a page's ordinary portion of posts follows at once, in the order it came: sorting would cost more. */
const FEW = 60;

/** Handles posts at once while that is cheap, a few more in turns right after, many after the next frame, nearest to the view first. */
export interface PostQueue {
  add(posts: readonly Post[]): void;
  /** Posts not yet handled. */
  readonly waiting: number;
  clear(): void;
}

/**
 * @param handle judges one post; must not throw.
 * @param distance pixels from the view.
 * @param spent is told begin and end of each slice, in ms.
 */
export function createQueue(
  view: Window,
  handle: (post: Post) => void,
  distance: (element: Element) => number,
  spent: (from: number, to: number) => void,
): PostQueue {
  /** Asked for once: a look-up on a window costs more than the time it tells. */
  const { performance } = view;
  let waiting = new Map<Element, Post>();
  /** The waiting posts by distance; made anew when posts were added. */
  let sorted: Post[] | undefined;
  /** Calls off the turn that was asked for. */
  let cancel: (() => void) | undefined;

  function slice(first: boolean): void {
    const start = performance.now();
    let done = 0;
    const byDistance = !first && waiting.size > FEW;
    const most = byDistance ? BATCH_MS : AT_ONCE_MS;
    if (byDistance) sorted ??= nearestFirst();
    for (const post of sorted ?? waiting.values()) {
      if (done >= BATCH_POSTS || (done > 0 && performance.now() - start > most)) break;
      done += 1;
      if (waiting.delete(post.element) && post.element.isConnected) handle(post);
    }
    sorted = sorted?.slice(done);
    spent(start, performance.now());
    if (waiting.size > 0) later();
  }

  /** Sorting asks for layout: the first time it waits for the frame in which the page lays itself out anyway. */
  function later(): void {
    if (cancel) return;
    if (sorted || waiting.size <= FEW) afterTurn();
    else {
      const frame = view.requestAnimationFrame(afterTurn);
      cancel = () => view.cancelAnimationFrame(frame);
    }
  }

  function afterTurn(): void {
    cancel = soon(view, next);
  }

  function next(): void {
    cancel = undefined;
    slice(false);
  }

  function nearestFirst(): Post[] {
    const posts = [...waiting.values()].map((post) => ({ post, far: distance(post.element) }));
    return posts.sort((a, b) => a.far - b.far).map(({ post }) => post);
  }

  return {
    add(posts) {
      for (const post of posts) waiting.set(post.element, post);
      if (posts.length > 0) sorted = undefined;
      if (waiting.size > 0 && !cancel) slice(true);
    },
    get waiting() {
      return waiting.size;
    },
    clear() {
      waiting = new Map();
      sorted = undefined;
      cancel?.();
      cancel = undefined;
    },
  };
}
