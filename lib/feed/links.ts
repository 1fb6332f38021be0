import type { Post, PostFinder } from './posts.ts';
import type { TextReader } from './text.ts';

const MAX_LINKS = 100;
/** Addresses by which sites count clicks, and the parameter that holds the real one. */
const WRAPPERS: [host: RegExp, path: RegExp, parameter: string][] = [
  [/^lm?\.(?:facebook|instagram|threads)\.(?:com|net)$/, /^\/(?:l\.php)?$/, 'u'],
  [/^(?:www\.)?facebook\.com$/, /^\/flx\/warn/, 'u'],
  [/^out\.reddit\.com$/, /./, 'url'],
  [/^go\.bsky\.app$/, /^\/redirect/, 'u'],
];

/** Addresses of a post, each once: those in its words, and those behind its links and link previews. */
export function collectLinks(post: Post, text: string, finder: PostFinder, reader: TextReader): string[] {
  const found = new Set<string>(linksInText(text));
  for (const anchor of anchors(post, finder, reader)) {
    const address = unwrap(anchor.getAttribute('href') ?? '', post.element.baseURI);
    if (address) found.add(address);
    if (found.size >= MAX_LINKS) break;
  }
  return [...found];
}

/** What ends an address in a running text. */
const BREAK = /[\s<>()[\]{}"'«»“”‘’„|]+/u;
const SCHEME = /^https?:\/\//i;
/** A host with a name and an ending of letters, then a path or nothing. */
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u;

/**
 * Addresses that stand in a text, complete with scheme. Any name with a dot counts (`etc.and` too): they are only compared with
 * known hosts, so a list of the world's domain endings would be of no use. Work grows with the length of the text.
 */
export function linksInText(text: string): string[] {
  if (!text.includes('.')) return [];
  const found: string[] = [];
  for (const piece of text.split(BREAK)) {
    if (found.length >= MAX_LINKS) break;
    if (!piece.includes('.') || piece.includes('@')) continue;
    const bare = piece.replace(/[.,;:!?…]+$/u, '');
    const scheme = SCHEME.exec(bare)?.[0] ?? '';
    if (HOST.test(bare.slice(scheme.length))) found.push(scheme === '' ? `http://${bare}` : bare);
  }
  return found;
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
