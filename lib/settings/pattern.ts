/** The match pattern of an origin, as permissions and content scripts name it; patterns have no port. */
export function patternOf(origin: string): string {
  return `${origin.replace(/:\d+$/, '')}/*`;
}

/** The https origin a match pattern names, if it is one host and all its pages. */
export function originOfPattern(pattern: string): string | undefined {
  return /^(https:\/\/[^*/]+)\/\*$/.exec(pattern)?.[1];
}

/** True when one of these match patterns names exactly the origin's host, with all its pages. */
export function isServed(origin: string, patterns: readonly string[]): boolean {
  const { hostname } = new URL(origin);
  return patterns.some((pattern) => pattern === `*://${hostname}/*` || pattern === `https://${hostname}/*`);
}

/** True when one of these match patterns names the origin's host, be it for some of its pages only, as for frames with embedded posts. */
export function isNamed(origin: string, patterns: readonly string[]): boolean {
  const { hostname } = new URL(origin);
  return patterns.some((pattern) => /^(?:\*|https):\/\/([^/]+)\//.exec(pattern)?.[1] === hostname);
}
