/**
 * What the browser itself says about being seen: Chromium's IntersectionObserver can tell that nothing at all lies over an element.
 * It spares the search for layers between presses. When it does not say so that means little: layers that show nothing count too.
 */

/** The browser looks this often at most, in ms. */
const DELAY = 100;

type SeenEntry = IntersectionObserverEntry & { isVisible?: boolean };
type SeenOptions = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

export interface Vouching {
  /** Whether the browser says that nothing lies over a part; nothing as long as it has not looked. Asking makes it watch the part. */
  of(part: Element): boolean | undefined;
  stop(): void;
}

/** @param withdrawn is called when something came over a part that was free. */
export function createVouching(view: Window & typeof globalThis, withdrawn: () => void): Vouching {
  const vouched = new Map<Element, boolean | undefined>();
  const options: SeenOptions = { threshold: [0, 0.5, 1], trackVisibility: true, delay: DELAY };
  const observer = new view.IntersectionObserver((entries: SeenEntry[]) => {
    for (const { target, isVisible, intersectionRatio } of entries) {
      const free = isVisible === true && intersectionRatio === 1;
      if (!free && vouched.get(target)) withdrawn();
      vouched.set(target, free);
    }
  }, options);
  return {
    of(part) {
      if (!vouched.has(part)) {
        vouched.set(part, undefined);
        observer.observe(part);
      }
      return vouched.get(part);
    },
    stop: () => observer.disconnect(),
  };
}
