import type { Site } from '../sites/site.ts';

/**
 * The site a page belongs to. A site named by address and proven by `detect` comes first, then one named by address alone,
 * then, for servers the person added, one proven by `detect` alone, and at last the fallback.
 */
export function pickSite(sites: readonly Site[], url: URL, page: Document): Site | undefined {
  const named = sites.filter((site) => site.matches.some((pattern) => matchesPattern(pattern, url)));
  if (named.length === 0) return sites.find((site) => proves(site, page)) ?? sites.find(({ status }) => status === 'fallback');
  return named.find((site) => proves(site, page)) ?? named.find((site) => !site.detect) ?? named[0];
}

/** What is read in a frame, or on a page, that shows a post as other pages embed it: the site with the frame's own layouts. */
export function pickEmbed(sites: readonly Site[], url: URL): Site | undefined {
  for (const { embed, ...site } of sites)
    if (embed?.matches.some((pattern) => matchesPattern(pattern, url))) return { ...site, layouts: embed.layouts, feed: '' };
  return undefined;
}

function proves(site: Site, page: Document): boolean {
  try {
    return site.detect !== undefined && page.querySelector(site.detect) !== null;
  } catch {
    return false;
  }
}

/** Whether a WebExtension match pattern (`*://*.example.org/path*`) covers an address. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const parts = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern);
  if (!parts) return false;
  const [, scheme, host, path] = parts;
  const schemeFits = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  return schemeFits && hostFits(host, url.hostname) && glob(path).test(url.pathname + url.search);
}

function hostFits(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('*.')) return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
  return host === pattern;
}

function glob(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`);
}
