import { HOST_TAG, isSelector } from './guard.ts';
import type { Post, PostFinder } from './posts.ts';

/**
 * The element after which a post's card stands; the post itself when the card becomes its last child.
 * Always inside the post's own box.
 */
export function anchorOf(post: Post, finder: PostFinder): Element {
  const { after, up = 0 } = post.layout.place;
  if (after === ':scope' || !isSelector(after)) return post.element;
  let anchor = lastOutermost(finder.own(post, after));
  for (let level = 0; anchor && level < up; level++) {
    const parent: Element | null = anchor.parentElement;
    if (!parent || parent === post.element || !post.element.contains(parent)) break;
    anchor = parent;
  }
  return anchor ?? post.element;
}

/** The last of them, or the one around it: a box that cuts its text short would cut a card in it. */
function lastOutermost(found: readonly Element[]): Element | undefined {
  const last = found.at(-1);
  return last && found.find((element) => element.contains(last));
}

/** Puts a fresh, empty host where a post's card belongs. Foreign nodes are neither moved nor changed. */
export function insertHost(post: Post, anchor: Element): HTMLElement {
  const host = post.element.ownerDocument.createElement(HOST_TAG);
  if (post.layout.place.over) host.dataset.form = 'over';
  if (anchor === post.element) post.element.append(host);
  else anchor.after(host);
  return host;
}

/** Narrower misalignments than this, in px, are left alone; wider than `MOST_INSET` the two are not in one column. */
const LEAST_INSET = 3;
const MOST_INSET = 160;

/**
 * How far a card has to be set in, as CSS, to line up with the post's text: some sites give the text a margin of its own within
 * the post's box. Measured on the box the card is going to stand in, while that is still laid out: a look at the card itself
 * would make the browser lay out the page once more.
 */
export function insetFor(post: Post, anchor: Element, text: Element): string | undefined {
  const box = anchor === post.element ? anchor : anchor.parentElement;
  const left = box && contentLeft(box);
  return left === undefined || left === null ? undefined : insetOf(text, left);
}

/** The same for a card that already stands, for boxes that do not simply stack what is in them. */
export function alignHost(host: HTMLElement, text: Element): void {
  const outer = host.getBoundingClientRect();
  const inset = outer.width > 0 ? insetOf(text, outer.left) : undefined;
  if (inset !== undefined) host.style.marginInline = inset;
}

function insetOf(text: Element, left: number): string | undefined {
  const words = text.ownerDocument.createRange();
  words.selectNodeContents(text);
  const inner = words.getBoundingClientRect();
  const px = inner.left - left;
  if (inner.width === 0) return undefined;
  return px >= LEAST_INSET && px <= MOST_INSET ? `${Math.round(px)}px` : '0';
}

const BLOCKS = new Set(['block', 'flow-root', 'list-item', 'table-cell', 'inline-block']);

/** Where a block in this box begins; nothing when the box does not stack blocks in one column. */
function contentLeft(box: Element): number | undefined {
  const style = box.ownerDocument.defaultView?.getComputedStyle(box);
  if (!style) return undefined;
  const column = style.display === 'flex' && style.flexDirection === 'column' && /^(normal|stretch)$/.test(style.alignItems);
  if (!column && !BLOCKS.has(style.display)) return undefined;
  const rect = box.getBoundingClientRect();
  const px = (value: string): number => Number.parseFloat(value) || 0;
  return rect.width > 0 ? rect.left + px(style.borderLeftWidth) + px(style.paddingLeft) : undefined;
}

/** Removes hosts an earlier instance of the extension left behind, anywhere in the page. */
export function removeHosts(page: Document): void {
  for (const host of page.querySelectorAll(HOST_TAG)) host.remove();
}
