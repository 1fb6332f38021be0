import { type Layer, outwards, overlap, rootOf, seenBox } from './drawn.ts';
import { isFaint, marksOnHost, marksOver, paintOf } from './paint.ts';
import { thrownOver } from './thrown.ts';

/**
 * Whether a person can see a part of a card, or the page has laid something over it or made it faint. Asked only around open
 * cards and presses: it makes the browser lay out the page.
 */

/** What keeps a part of a card from the person's eyes. */
export type Cover = 'covered' | 'faint';

/** Combined strength of the layers over a part from which it counts as covered: below it are the shades of hovered posts. */
const COVERING = 0.3;
/** Smaller parts, in CSS pixels, cannot be seen for what they are. */
const SMALLEST = 8;
/** Spots that are looked at, as shares of a part's box. */
const MIDDLE = [0.5, 0.5] as const;
const CORNERS = [
  [0.1, 0.2],
  [0.9, 0.2],
  [0.1, 0.8],
  [0.9, 0.8],
] as const;

/**
 * What hides a part of a card, if anything does.
 * @param host the card's element in the page; the part stands in its closed root.
 * @param layers what `layersOver` found, where the browser does not vouch that there are none.
 * @param closely looks at the part's corners too, and for what is thrown over it from elsewhere.
 */
export function coverOf(part: Element, host: HTMLElement, layers: readonly Layer[], closely: boolean): Cover | undefined {
  const around = outwards(host);
  const box = part.getBoundingClientRect();
  if (Math.min(box.width, box.height) < SMALLEST || isFaint(host, around)) return 'faint';
  if (sum(layers.filter((layer) => overlap(layer.box, box)).map(({ paint }) => paint)) >= COVERING) return 'covered';
  if (closely && isThrownOver(box, host)) return 'covered';
  const spots = closely ? [MIDDLE, ...CORNERS] : [MIDDLE];
  const covered = spots.some(([across, down]) => isCoveredAt(box.left + box.width * across, box.top + box.height * down, host, around));
  return covered ? 'covered' : undefined;
}

/** What presses meet before the card, in each tree around it. */
function isCoveredAt(x: number, y: number, host: HTMLElement, around: ReadonlySet<Element>): boolean {
  for (let inner: Element = host; ; ) {
    const root = inner.getRootNode() as Document | ShadowRoot;
    const stack = root.elementsFromPoint(x, y);
    const met = stack.findIndex((element) => around.has(element));
    // Outside of the view, cut off, or below a part of what it stands in.
    if (met < 0 || (inner === host && stack[met] !== host)) return true;
    if (sum(stack.slice(0, met).map((element) => paintAt(x, y, element))) >= COVERING) return true;
    if (!(root instanceof ShadowRoot)) return false;
    inner = root.host;
  }
}

/** What an element and all in its root draw at a point. */
function paintAt(x: number, y: number, element: Element): number {
  const root = rootOf(element);
  const inside = root?.elementsFromPoint(x, y).filter((inner) => inner.getRootNode() === root) ?? [];
  return paintOf(element) + sum(inside.map((inner) => paintAt(x, y, inner)));
}

/** The layers over a card. Looks at each element of the page: 6 ms for a thousand of them on a slow computer, 2 of them for closed roots. */
export function layersOver(host: HTMLElement): Layer[] {
  const around = outwards(host);
  const card = host.getBoundingClientRect();
  const found: Layer[] = marksOnHost(host);
  for (const element of everyElement(host.ownerDocument, host)) {
    const own = around.has(element);
    if (!own && !overlap(element.getBoundingClientRect(), card)) continue;
    if (!own && letsThrough(element, around)) found.push({ box: seenBox(element), paint: paintOf(element) });
    found.push(...marksOver(element));
  }
  return found.filter(({ paint, box }) => paint > 0 && overlap(box, card));
}

function letsThrough(element: Element, around: ReadonlySet<Element>): boolean {
  if (getComputedStyle(element).pointerEvents !== 'none') return false;
  // Decorations behind the text of a page.
  return ![...outwards(element)].some((up) => !around.has(up) && Number.parseInt(getComputedStyle(up).zIndex, 10) < 0);
}

function isThrownOver(box: DOMRect, host: HTMLElement): boolean {
  let paint = 0;
  for (const element of everyElement(host.ownerDocument, host)) {
    paint += sum(thrownOver(box, element).map((layer) => layer.paint));
    if (paint >= COVERING) return true;
  }
  return false;
}

/** All elements of a page, in roots of any kind too, but for one and what stands in its root. */
function* everyElement(root: Document | ShadowRoot, except: Element): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element === except) continue;
    yield element;
    const inside = rootOf(element);
    if (inside) yield* everyElement(inside, except);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
