import type { PostLayout, Site } from '../sites/site.ts';
import { inside, isSelector, joinSelectors, neverSelector } from './guard.ts';

/** A post as it stands on the page. */
export interface Post {
  element: Element;
  layout: PostLayout;
}

/** Finds posts, and tells whose an element is. */
export interface PostFinder {
  /** Posts that are `root` or inside it, in document order, each once; none of them in an area that is never read. */
  within(root: Element | Document): Post[];
  /** The innermost post around `node`, itself included. */
  owner(node: Element): Post | undefined;
  /**
   * Elements inside `post` matched by `selectors`, in document order, that belong to it and not to a post or a quoted post inside
   * it; none of them in an area that is never read.
   */
  own(post: Post, selectors: string): Element[];
  /** Whether an element is, or stands in, an area that is never read. */
  isNever(element: Element): boolean;
  /** Runs work during which the page changes nothing, so that what was found once need not be looked for again. */
  steady(work: () => void): void;
}

/** What is known about elements while the page stands still. */
interface Known {
  never: Map<Element, boolean>;
  /** Elements that stand in no post. */
  free: Set<Element>;
}

const DEFAULT_CLIMB = 20;

/** Reads a site's layouts; those with a selector this browser cannot parse are left out and passed to `onBroken`. */
export function createFinder(site: Site, onBroken: (layout: string) => void = () => {}): PostFinder {
  const layouts = site.layouts.filter((layout) => {
    const good = isSelector(layout.post) && (!layout.climb || isSelector(layout.climb.has));
    if (!good) onBroken(layout.name);
    return good;
  });
  const marks = joinSelectors(layouts.map((layout) => layout.post));
  const marked = layouts.filter((layout) => !layout.climb);
  const whole = joinSelectors(marked.map((layout) => layout.post));
  const climbing = layouts.filter((layout) => layout.climb);
  const never = neverSelector(site);
  const wholeOrNever = joinSelectors([whole, never]);
  /** Posts found by climbing: nothing about the element itself says that it is one. */
  const climbed = new WeakMap<Element, PostLayout>();
  /** What ends a layout's own part of the page: posts, posts quoted in it, what is never read. No selector names posts found by climbing. */
  const borders = new Map(climbing.length > 0 ? [] : layouts.map((layout) => [layout, joinSelectors([wholeOrNever, layout.quote ?? ''])]));

  let known: Known | undefined;

  function steady(work: () => void): void {
    if (known) {
      work();
      return;
    }
    known = { never: new Map(), free: new Set() };
    try {
      work();
    } finally {
      known = undefined;
    }
  }

  function isNever(element: Element): boolean {
    if (!known) return inside(element, never);
    const before = known.never.get(element);
    if (before !== undefined) return before;
    // What stands in one list shares the answer for the list.
    const above = element.parentElement;
    if (above && !known.never.has(above)) known.never.set(above, neverBelow(above, known.never) ?? firstAnswer(above, known.free));
    const answer = neverBelow(element, known.never) ?? firstAnswer(element, known.free);
    known.never.set(element, answer);
    return answer;
  }

  /** One climb answers two questions for what stands in no post, such as a new row of a list. */
  function firstAnswer(element: Element, free: Set<Element>): boolean {
    if (climbing.length > 0 || whole === '') return inside(element, never);
    if (inside(element, wholeOrNever)) return inside(element, never);
    free.add(element);
    return false;
  }

  /** Whether it is known that an element stands in no post. */
  function isFree(element: Element): boolean {
    if (!known) return false;
    if (known.free.has(element)) return true;
    const above = element.parentElement;
    if (!above || !known.free.has(above) || element.matches(whole)) return false;
    known.free.add(element);
    return true;
  }

  /** Compares only what lies below an ancestor already known; nothing when none is. */
  function neverBelow(element: Element, answers: ReadonlyMap<Element, boolean>): boolean | undefined {
    if (answers.size === 0) return undefined;
    let top = element.parentElement;
    while (top && !answers.has(top)) top = top.parentElement;
    if (!top) return undefined;
    if (answers.get(top)) return true;
    for (let up: Element | null = element; up && up !== top; up = up.parentElement) if (up.matches(never)) return true;
    return false;
  }

  function toPost(mark: Element): Post | undefined {
    const layout = firstOf(layouts, mark);
    if (!layout?.climb) return layout && { element: mark, layout };
    const element = climb(mark, layout.climb);
    if (!element) return undefined;
    climbed.set(element, layout);
    return { element, layout };
  }

  /** Marks outside an added part whose post became whole by it: the author line came first, the buttons now. */
  function completed(root: Element): Element[] {
    const found: Element[] = [];
    for (const layout of climbing) {
      const { has, max } = layout.climb as NonNullable<PostLayout['climb']>;
      if (!root.matches(has) && !root.querySelector(has)) continue;
      let up: Element | null = root;
      for (let level = 0; up && level < (max ?? DEFAULT_CLIMB); level++, up = up.parentElement) {
        const mark: Element | null = up.querySelector(layout.post);
        if (!mark) continue;
        found.push(mark);
        break;
      }
    }
    return found;
  }

  function within(root: Element | Document): Post[] {
    if (marks === '') return [];
    const found: Element[] = [];
    if (root.nodeType === 1) {
      if ((root as Element).matches(marks)) found.push(root as Element);
      else noteFree(root as Element);
    }
    for (const element of root.querySelectorAll(marks)) found.push(element);
    if (climbing.length > 0 && root.nodeType === 1) found.push(...completed(root as Element));
    return toPosts(found).filter(({ element }) => !isNever(element));
  }

  /** What is no post itself stands in none where the element around it does not. */
  function noteFree(element: Element): void {
    if (climbing.length === 0 && known && element.parentElement && known.free.has(element.parentElement)) known.free.add(element);
  }

  function toPosts(found: readonly Element[]): Post[] {
    const posts: Post[] = [];
    // Two elements lead to one post only where it is found by climbing.
    const seen = climbing.length > 0 ? new Set<Element>() : undefined;
    for (const mark of found) {
      const post = toPost(mark);
      if (!post || seen?.has(post.element)) continue;
      seen?.add(post.element);
      posts.push(post);
    }
    return posts;
  }

  function layoutOf(element: Element): PostLayout | undefined {
    const found = climbed.get(element);
    if (found || whole === '' || !element.matches(whole)) return found;
    return firstOf(marked, element);
  }

  function owner(node: Element): Post | undefined {
    if (isFree(node)) return undefined;
    if (climbing.length === 0) {
      const element = whole === '' ? null : node.closest(whole);
      const layout = element && layoutOf(element);
      return element && layout ? { element, layout } : undefined;
    }
    for (let up: Element | null = node; up; up = up.parentElement) {
      const layout = layoutOf(up);
      if (layout) return { element: up, layout };
    }
    return undefined;
  }

  function own(post: Post, selectors: string): Element[] {
    const found: Element[] = [];
    if (selectors === '' || isNever(post.element)) return found;
    const border = borders.get(post.layout) ?? '';
    for (const element of post.element.querySelectorAll(selectors)) {
      // Nearly always nothing lies between a post and what is its own.
      const nearest = border === '' ? null : element.closest(border);
      if (nearest === post.element || (nearest !== element && isOwn(post, element))) found.push(element);
    }
    return found;
  }

  function isOwn(post: Post, element: Element): boolean {
    if (owner(element)?.element !== post.element || isNever(element)) return false;
    const { quote } = post.layout;
    const box = quote ? element.closest(quote) : null;
    return !box || box === post.element || !post.element.contains(box);
  }

  return { within, owner, own, isNever, steady };
}

/** The first layout that matches an element; one of them does, so the last is not asked. */
function firstOf(layouts: readonly PostLayout[], element: Element): PostLayout | undefined {
  const last = layouts.length - 1;
  return layouts.find(({ post }, index) => index === last || element.matches(post));
}

function climb(mark: Element, rule: NonNullable<PostLayout['climb']>): Element | undefined {
  if (rule.notIn && mark.closest(rule.notIn)) return undefined;
  let up = mark.parentElement;
  for (let level = 0; up && level < (rule.max ?? DEFAULT_CLIMB); level++, up = up.parentElement) {
    if (up === up.ownerDocument.body) return undefined;
    if (up.querySelector(rule.has)) return up;
  }
  return undefined;
}
