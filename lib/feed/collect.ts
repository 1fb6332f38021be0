import type { Site } from '../sites/site.ts';
import type { Cards } from './cards.ts';
import { joinSelectors } from './guard.ts';
import type { Post, PostFinder } from './posts.ts';
import type { Changes } from './watch.ts';

/** From what the page did to the posts that have to be read, or read again. Reads no text. */
export function createCollector(site: Site, finder: PostFinder, cards: Cards): (changes: Changes) => Post[] {
  /** Elements whose words count, and those that make a post whole. */
  const areas = joinSelectors(
    site.layouts.flatMap(({ text, linkCard = '', imageAlt = '', climb }) => [...text, linkCard, imageAlt, climb?.has ?? '']),
  );

  function touchesWords(element: Element, isNew: boolean): boolean {
    if (areas === '') return false;
    return element.closest(areas) !== null || (isNew && element.querySelector(areas) !== null);
  }

  /** Whether the post around an element has to be read again because of it. */
  function concerns(element: Element, post: Post, isNew: boolean): boolean {
    // The card of a post in which something became a draft has to go.
    if (finder.isNever(element)) return cards.at(post.element) !== undefined;
    if (post.element === element) return !isNew;
    return cards.at(post.element) !== undefined || touchesWords(element, isNew);
  }

  return ({ added, touched }) => {
    const posts: Post[] = [];
    const addOwner = (element: Element, isNew: boolean): void => {
      const post = finder.owner(element);
      if (post && concerns(element, post, isNew)) posts.push(post);
    };
    // Rows before their list: what a row had to ask about its list answers for the list too.
    for (const element of added) {
      if (!finder.isNever(element)) for (const post of finder.within(element)) posts.push(post);
      addOwner(element, true);
    }
    for (const element of touched) addOwner(element, false);
    return posts;
  };
}
