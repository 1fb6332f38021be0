/**
 * Lists that place rows by themselves do not see a row grow, and the card would lie over the next post. They get a nudge
 * (one `resize` event, at most one a second for the whole page); a list that stays as it is gets a card without height.
 */

const MAX_LEVELS = 20;
const RESIZE_EVERY = 1000;
/** Rows may touch; one px is rounding. */
const SLACK = 1;

let lastResize = Number.NEGATIVE_INFINITY;

/** Checks a newly set card two frames later and mends what overlaps. @param row what `placedRow` said. */
export function mendOverlap(host: HTMLElement, row: Element | undefined): void {
  const view = host.ownerDocument.defaultView;
  if (!view || !row) return;
  afterTwoFrames(view, () => {
    if (!overlaps(row, host)) return;
    const now = view.performance.now();
    if (now - lastResize >= RESIZE_EVERY) {
      lastResize = now;
      view.dispatchEvent(new view.Event('resize'));
    }
    afterTwoFrames(view, () => {
      if (overlaps(row, host)) takeNoHeight(host);
    });
  });
}

/** The absolutely positioned row around an element, itself included, when the list places its rows by itself. */
export function placedRow(element: Element): Element | undefined {
  const view = element.ownerDocument.defaultView as Window;
  let up: Element | null = element;
  for (let level = 0; up && level < MAX_LEVELS; level++, up = up.parentElement) {
    const { parentElement } = up;
    if (!parentElement || parentElement.childElementCount < 2) continue;
    if (view.getComputedStyle(up).position === 'absolute') return up;
  }
  return undefined;
}

/** Whether another row begins within this one, and would not without our card. */
function overlaps(row: Element, host: Element): boolean {
  if (!row.parentElement || !row.contains(host) || !row.isConnected) return false;
  const own = row.getBoundingClientRect();
  const before = own.bottom - host.getBoundingClientRect().height;
  return [...row.parentElement.children].some((other) => {
    if (other === row) return false;
    const box = other.getBoundingClientRect();
    return box.height > 0 && box.width > 0 && box.top + SLACK >= before && box.top + SLACK < own.bottom;
  });
}

/** Styles of our own host only: it keeps its place and takes no room. */
function takeNoHeight(host: HTMLElement): void {
  host.dataset.form = 'chip';
  host.style.cssText = 'position:absolute;z-index:1;max-width:100%;width:fit-content';
}

function afterTwoFrames(view: Window, then: () => void): void {
  view.requestAnimationFrame(() => view.requestAnimationFrame(() => then()));
}
