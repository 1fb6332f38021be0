import { createHorizon, type Horizon } from './horizon.ts';

/** Where an element stands for the person: hidden copies and posts above the view must not get a card yet. */
export type Standing = 'view' | 'below' | 'above' | 'hidden';

/** Tells where elements stand and when a waiting one comes into view. Asking forces layout, so only candidates are asked about. */
export interface Sight {
  horizon: Horizon;
  standing(element: Element): Standing;
  /** Pixels between an element and the view; infinite for hidden ones. */
  distance(element: Element): number;
  /** Calls `seen` once when the element has come into view or close below it. */
  wait(element: Element, seen: () => void): void;
  forget(element: Element): void;
  stop(): void;
}

/** Cards of posts this many percent of the view below it are set before they scroll in. */
const AHEAD = '0px 0px 100% 0px';

export function createSight(page: Document): Sight {
  const view = page.defaultView as Window & typeof globalThis;
  const horizon = createHorizon(view);
  const waiting = new WeakMap<Element, () => void>();
  const seenNow = (target: Element): void => {
    const seen = waiting.get(target);
    // A box without width is "intersecting" for the browser; it has not been seen.
    if (!seen || target.getBoundingClientRect().width === 0) return;
    forget(target);
    seen();
  };
  const observer = new view.IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) seenNow(target);
    },
    { rootMargin: AHEAD },
  );
  /** Rows mounted without width report nothing to the other observer when they get one. */
  const sizes = new view.ResizeObserver((entries) => {
    for (const { target } of entries) seenNow(target);
  });

  function standing(element: Element): Standing {
    const box = element.getBoundingClientRect();
    if (!element.isConnected || box.width === 0) return 'hidden';
    if (box.bottom < 0) return 'above';
    return box.top > view.innerHeight ? 'below' : 'view';
  }

  function distance(element: Element): number {
    const box = element.getBoundingClientRect();
    if (box.width === 0) return Number.POSITIVE_INFINITY;
    return Math.max(0, -box.bottom, box.top - view.innerHeight);
  }

  function wait(element: Element, seen: () => void): void {
    waiting.set(element, seen);
    observer.observe(element);
    if (element.getBoundingClientRect().width === 0) sizes.observe(element);
  }

  function forget(element: Element): void {
    waiting.delete(element);
    observer.unobserve(element);
    sizes.unobserve(element);
  }

  function stop(): void {
    observer.disconnect();
    sizes.disconnect();
    horizon.stop();
  }

  return { standing, distance, horizon, wait, forget, stop };
}
