import type { Post, PostFinder } from './posts.ts';

/** Name of a post within one page: the site's own id for it, else its text. Stays in memory. */
export function postKey(siteId: string, post: Post, hash: string, finder: PostFinder): string {
  return `${siteId}:${idOf(post, finder) ?? `text:${hash}`}`;
}

function idOf(post: Post, finder: PostFinder): string | undefined {
  const { idAttribute, permalink } = post.layout;
  const id = idAttribute && post.element.getAttribute(idAttribute);
  if (id) return id;
  if (!permalink) return undefined;
  const attribute = permalink.attribute ?? 'href';
  if (permalink.selector === ':scope') return nameIn(post.element.getAttribute(attribute), permalink.pattern);
  for (const link of finder.own(post, permalink.selector)) {
    const name = nameIn(link.getAttribute(attribute), permalink.pattern);
    if (name) return name;
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  let made = patterns.get(pattern);
  if (!made) {
    made = new RegExp(pattern);
    patterns.set(pattern, made);
  }
  return made;
}

function nameIn(address: string | null, pattern: string | undefined): string | undefined {
  if (!address) return undefined;
  if (!pattern) return address.replace(/[?#].*$/, '') || undefined;
  return compiled(pattern).exec(address)?.[1];
}
