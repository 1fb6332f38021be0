import { HOST_TAG } from './guard.ts';

/**
 * A card in a frame that shows an embedded post. Frames tell the page around them how high they are, or are as high as that page
 * wants; so such a card takes no room at all: it is laid over the frame's edge, and what it opens scrolls within the frame.
 */

/** Puts a fresh, empty host at the end of a frame's page, beside the signs that stand there. How it looks is in `sign.css`. */
export function insertSign(page: Document): HTMLElement {
  const host = page.createElement(HOST_TAG);
  host.dataset.form = 'sign';
  // What takes it out of the flow may not be left to the frame's own rules, which come before a root's.
  for (const [name, value] of OUT_OF_FLOW) host.style.setProperty(name, value, 'important');
  host.style.setProperty('--nth', String(firstFree(page)));
  page.body.append(host);
  return host;
}

const OUT_OF_FLOW = [
  ['display', 'block'],
  ['position', 'fixed'],
  ['float', 'none'],
  ['margin', '0'],
];

/** The first place along the edge that no sign has. */
function firstFree(page: Document): number {
  const taken = new Set([...page.querySelectorAll<HTMLElement>(HOST_TAG)].map(({ style }) => style.getPropertyValue('--nth')));
  let nth = 0;
  while (taken.has(String(nth))) nth += 1;
  return nth;
}
