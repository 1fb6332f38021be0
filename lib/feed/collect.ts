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

  function touchesWords(element: Element, added: boolean): boolean {
    if (areas === '') return false;
    return element.closest(areas) !== null || (added && element.querySelector(areas) !== null);
  }

  function around(element: Element, added: boolean): Post | undefined {
    const post = finder.owner(element);
    if (!post || (added && post.element === element)) return undefined;
    return post.element === element || cards.at(post.element) || touchesWords(element, added) ? post : undefined;
  }

  /** The post around an element that became a draft, when it has a card: the card has to go. */
  function carded(element: Element): Post[] {
    const post = finder.owner(element);
    return post && cards.at(post.element) ? [post] : [];
  }

  return ({ added, touched }) => {
    const posts: Post[] = [];
    const take = (element: Element, isNew: boolean): void => {
      if (finder.isNever(element)) {
        posts.push(...carded(element));
        return;
      }
      if (isNew) posts.push(...finder.within(element));
      const post = around(element, isNew);
      if (post) posts.push(post);
    };
    // Lists before their rows: what is known of a list spares each row a climb.
    for (const element of touched) take(element, false);
    for (const element of added) take(element, true);
    return posts;
  };
}
