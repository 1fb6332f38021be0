import type { Site } from '../sites/site.ts';

/** Tag of the element a card lives in. Left-overs of an earlier instance are found by it. */
export const HOST_TAG = 'case-by-case-card';

/** Drafts and secrets on any site. The reader never takes a character from inside these. */
const NEVER_READ = [
  '[contenteditable]:not([contenteditable="false"])',
  'textarea',
  'input',
  'select',
  '[role="textbox"]',
  '[role="searchbox"]',
  'form:has(input[type="password"])',
];

/** One selector for everything of a site that is never read; parts a browser cannot parse are left out. */
export function neverSelector(site: Site): string {
  return joinSelectors([...NEVER_READ, ...site.neverRead]);
}

/** Joins selectors into a list, without those this browser cannot parse. May be empty. */
export function joinSelectors(selectors: readonly string[]): string {
  return selectors.filter(isSelector).join(',');
}

/** What was found out about selectors: sites have a few dozen, and some are asked about with each card. */
const parsed = new Map<string, boolean>();

/** Whether this browser can parse a selector. */
export function isSelector(selector: string): boolean {
  let good = parsed.get(selector);
  if (good === undefined) {
    good = canParse(selector);
    parsed.set(selector, good);
  }
  return good;
}

function canParse(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return selector.length > 0;
  } catch {
    return false;
  }
}

/** `closest` that takes an empty list for "nothing". */
export function inside(element: Element, selectors: string): boolean {
  return selectors !== '' && element.closest(selectors) !== null;
}

/** Whether a path belongs to messages, settings and the like. Segments are compared whole; `*` stands for any one of them. */
export function isNeverPath(site: Site, pathname: string): boolean {
  const path = segments(pathname);
  return site.neverPaths.some((rule) => {
    const wanted = segments(rule);
    return wanted.length > 0 && wanted.every((part, index) => matchesPart(part, path[index]));
  });
}

function segments(path: string): string[] {
  return path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
}

function matchesPart(wanted: string, found: string | undefined): boolean {
  return found !== undefined && (wanted === '*' || wanted === found);
}
