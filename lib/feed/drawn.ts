/** Where elements are drawn: inside of what, and in which box. */

/** Something drawn over a card that lets presses through, so that no question about a point tells of it. */
export interface Layer {
  box: DOMRect;
  /** How much of what lies below it hides, 0 to 1. */
  paint: number;
}

/** Overlaps narrower than this, in CSS pixels, are borders and rounding. */
const SLACK = 2;

/** Browsers let extensions look into closed roots too: Firefox by a field, Chromium and Safari (from 26 on) by a function. */
type Reachable = Element & { openOrClosedShadowRoot?: ShadowRoot | null };
type Reaching = { chrome?: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } } };

export function rootOf(element: Reachable): ShadowRoot | null {
  const inside = element.openOrClosedShadowRoot ?? element.shadowRoot;
  if (inside || !(element instanceof HTMLElement)) return inside;
  return (globalThis as Reaching).chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}

/** The element and all it is drawn inside of, through slots and roots. */
export function outwards(element: Element): Set<Element> {
  const all = new Set<Element>();
  // A form whose fields are named like what is asked here would lead round and round.
  for (let up: Element | null = element; up && !all.has(up); up = drawnIn(up)) all.add(up);
  return all;
}

function drawnIn(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

export function overlap(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left + SLACK < other.right && other.left + SLACK < one.right && one.top + SLACK < other.bottom && other.top + SLACK < one.bottom
  );
}

/** What is left of an element's box after all that cuts it off; some positions escape that, so there it is taken whole. */
export function seenBox(element: Element): DOMRect {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (const up of outwards(element)) {
    const { position, overflow } = getComputedStyle(up);
    if (up !== element && overflow !== 'visible') {
      const box = up.getBoundingClientRect();
      [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
      [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    if (position === 'fixed' || position === 'absolute') break;
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}
