/**
 * Tells of many posts put in at once whether they stand far below the view: endless feeds bring the next thirty long before the
 * reader comes to them. Asks for no layout: the browser tells where the last of the posts before them stands.
 */
export interface Horizon {
  /** The last of a feed's posts, as far as is known; nothing where there are none. */
  note(element: Element | undefined): void;
  /** Whether elements, in document order, come after the last one known, and that is more than a view's height below the view. */
  isBeyond(elements: readonly Element[]): boolean;
  stop(): void;
}

/** As far below the view as it is high, in percent. */
const NEAR = '0px 0px 100% 0px';

export function createHorizon(view: Window & typeof globalThis): Horizon {
  let end: Element | undefined;
  let isFar = false;
  const observer = new view.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries)
        if (target === end) isFar = !isIntersecting && boundingClientRect.top > 0;
    },
    { rootMargin: NEAR },
  );

  function note(element: Element | undefined, far = false): void {
    end = element;
    isFar = far;
    observer.disconnect();
    if (element) observer.observe(element);
  }

  function isBeyond(elements: readonly Element[]): boolean {
    const [first] = elements;
    const last = elements[elements.length - 1];
    const beyond = isFar && end?.isConnected === true && comesAfter(first, end);
    // What begins there ends there, too.
    if (!end?.isConnected || comesAfter(last, end)) note(last, beyond);
    return beyond;
  }

  return { note: (element) => note(element), isBeyond, stop: () => observer.disconnect() };
}

function comesAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & 4) !== 0;
}
