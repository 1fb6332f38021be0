/**
 * Letters a page keeps from the reader's eyes. Two depths: what markup says at no cost, and what the browser computed, which
 * forces style and layout and is therefore asked only for posts about to get a card.
 */

const INLINE_DECOY = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$))/i;

/** Hidden by attribute or by its own inline style. */
export function isHiddenByMarkup(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && INLINE_DECOY.test(style);
}

/** Hidden by the page's style sheets: not displayed, invisible, without size, or outside the page. */
export function isHiddenByStyle(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  const style = view.getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse') return true;
  if (Number.parseFloat(style.fontSize) === 0 || style.opacity === '0') return true;
  return style.position === 'absolute' && isOutOfSight(element.getBoundingClientRect());
}

/** The 1 px boxes of screen-reader copies, and boxes pushed far off the page. */
function isOutOfSight(box: DOMRect): boolean {
  return (box.width <= 1 && box.height <= 1) || box.right < -999 || box.bottom < -99_999;
}
