import { HOST_TAG, isSelector } from './guard.ts';
import type { Post, PostFinder } from './posts.ts';

/**
 * The element after which a post's card stands; the post itself when the card becomes its last child.
 * Always inside the post's own box.
 */
export function anchorOf(post: Post, finder: PostFinder): Element {
  const { after, up = 0 } = post.layout.place;
  if (after === ':scope' || !isSelector(after)) return post.element;
  let anchor = finder
    .own(post, after)
    .filter((element) => element !== post.element && !finder.isNever(element))
    .at(-1);
  for (let level = 0; anchor && level < up; level++) {
    const parent: Element | null = anchor.parentElement;
    if (!parent || parent === post.element || !post.element.contains(parent)) break;
    anchor = parent;
  }
  return anchor ?? post.element;
}

/** Puts a fresh, empty host where a post's card belongs. Foreign nodes are neither moved nor changed. */
export function insertHost(post: Post, anchor: Element): HTMLElement {
  const host = post.element.ownerDocument.createElement(HOST_TAG);
  if (anchor === post.element) post.element.append(host);
  else anchor.after(host);
  return host;
}

/** Narrower misalignments than this, in px, are left alone; wider than `MOST_INSET` the two are not in one column. */
const LEAST_INSET = 3;
const MOST_INSET = 160;

/** Lines a mounted card up with the post's text: some sites give the text a margin of its own within the post's box. */
export function alignHost(host: HTMLElement, text: Element): void {
  const outer = host.getBoundingClientRect();
  const words = text.ownerDocument.createRange();
  words.selectNodeContents(text);
  const inner = words.getBoundingClientRect();
  const inset = (px: number): string => (px >= LEAST_INSET && px <= MOST_INSET ? `${Math.round(px)}px` : '0');
  if (inner.width > 0 && outer.width > 0) host.style.marginInline = inset(inner.left - outer.left);
}

/** Removes hosts an earlier instance of the extension left behind, anywhere in the page. */
export function removeHosts(page: Document): void {
  for (const host of page.querySelectorAll(HOST_TAG)) host.remove();
}
