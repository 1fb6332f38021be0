import type { Engine } from './engine.ts';
import type { Post, PostFinder } from './posts.ts';
import type { TextReader } from './text.ts';

export const MAX_LINKS = 100;
/** Addresses by which sites count clicks, and the parameter that holds the real one. */
const WRAPPERS: [host: RegExp, path: RegExp, parameter: string][] = [
  [/^lm?\.(?:facebook|instagram|threads)\.(?:com|net)$/, /^\/(?:l\.php)?$/, 'u'],
  [/^(?:www\.)?facebook\.com$/, /^\/flx\/warn/, 'u'],
  [/^out\.reddit\.com$/, /./, 'url'],
  [/^go\.bsky\.app$/, /^\/redirect/, 'u'],
];

/** Addresses of a post, each once: those in its words, and those behind its links and link previews. */
export function collectLinks(
  post: Post,
  text: string,
  finder: PostFinder,
  reader: TextReader,
  addressesIn: Engine['addressesIn'],
): string[] {
  const found = new Set<string>(addressesIn(text));
  for (const anchor of anchors(post, finder, reader)) {
    const address = unwrap(anchor.getAttribute('href') ?? '', post.element.baseURI);
    if (address) found.add(address);
    if (found.size >= MAX_LINKS) break;
  }
  return [...found];
}

function anchors(post: Post, finder: PostFinder, reader: TextReader): Element[] {
  const inWords = reader.elements(post).flatMap((element) => [...element.querySelectorAll('a[href]')]);
  const previews = finder.own(post, post.layout.linkCard ?? '').flatMap((title) => {
    const around = title.closest('a[href]');
    const link = around && post.element.contains(around) ? around : title.querySelector('a[href]');
    return link ? [link] : [];
  });
  return [...inWords, ...previews];
}

/** The address a link leads to, behind click counters; nothing for other schemes. */
export function unwrap(href: string, base: string): string | undefined {
  try {
    const url = new URL(href, base);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    const wrapper = WRAPPERS.find(([host, path]) => host.test(url.hostname) && path.test(url.pathname));
    const target = wrapper && url.searchParams.get(wrapper[2]);
    return target && /^https?:\/\//.test(target) ? target : url.href;
  } catch {
    return undefined;
  }
}
