import type { Site } from '../sites/site.ts';
import type { Health } from './health.ts';

/** What a person may send us when a layout cannot be read. Holds tag names, roles and numbers; no text, class, id or address. */
export interface StructureReport {
  site: string;
  state: string;
  counts: Health['counts'];
  /** How often each kind of error came, by the place in our code. */
  errors: Record<string, number>;
  /** How many elements each selector of the site's data file finds; -1 for one the browser cannot parse. */
  selectors: Record<string, number>;
  /** Tags and roles from the middle of the view up to the root, innermost first, such as `div[role=link]×4` (4 children). */
  path: string[];
  /** The row of a list the middle of the view stands in, from the outside in; indented by depth. */
  row: string[];
}

const MAX_PATH = 40;
const MAX_ROW = 60;
const ROW_DEPTH = 8;
/** An element with so many brothers of its kind is taken for a row of a list. */
const BROTHERS = 3;
const KNOWN_ROLE = /^[a-z]{3,20}$/;
const KNOWN_TAG = /^[a-z0-9-]{1,40}$/;

/** @param isNever whether an element stands in an area that is never read; of these not even the structure is told. */
export function structureReport(
  site: Site,
  state: string,
  page: Document,
  health: Health,
  isNever: (element: Element) => boolean,
): StructureReport {
  const middle = elementInMiddle(page);
  const start = middle && !isNever(middle) ? middle : null;
  const row = start && rowAround(start);
  return {
    site: site.id,
    state,
    counts: { ...health.counts },
    errors: Object.fromEntries(health.errors),
    selectors: Object.fromEntries(Object.entries(selectorsOf(site)).map(([name, selector]) => [name, count(page, selector)])),
    path: start ? pathFrom(start) : [],
    row: row ? outline(row, isNever) : [],
  };
}

/** The site's selectors by the place they have in its data file. */
function selectorsOf({ feed, detect, layouts }: Site): Record<string, string> {
  const named: [string, string | undefined][] = [
    ['feed', feed],
    ['detect', detect],
  ];
  for (const { name, post, text, climb, place } of layouts) {
    named.push([`${name}: post`, post], [`${name}: text`, text.join(', ')], [`${name}: has`, climb?.has], [`${name}: place`, place.after]);
  }
  return Object.fromEntries(named.filter((entry): entry is [string, string] => Boolean(entry[1]) && entry[1] !== ':scope'));
}

function count(page: Document, selector: string): number {
  try {
    return page.querySelectorAll(selector).length;
  } catch {
    return -1;
  }
}

function elementInMiddle(page: Document): Element | null {
  const view = page.defaultView;
  return view ? page.elementFromPoint(view.innerWidth / 2, view.innerHeight / 2) : null;
}

function pathFrom(start: Element): string[] {
  const path: string[] = [];
  for (let up: Element | null = start; up && path.length < MAX_PATH; up = up.parentElement) path.push(describe(up));
  return path;
}

function rowAround(start: Element): Element | undefined {
  for (let up: Element | null = start; up?.parentElement; up = up.parentElement) {
    const { localName, parentElement } = up;
    if ([...parentElement.children].filter((other) => other.localName === localName).length > BROTHERS) return up;
  }
  return undefined;
}

function outline(root: Element, isNever: (element: Element) => boolean): string[] {
  const lines: string[] = [];
  const visit = (element: Element, depth: number): void => {
    if (lines.length >= MAX_ROW || depth > ROW_DEPTH || isNever(element)) return;
    lines.push('  '.repeat(depth) + describe(element));
    for (const child of element.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return lines;
}

function describe(element: Element): string {
  const role = element.getAttribute('role');
  const tag = KNOWN_TAG.test(element.localName) ? element.localName : 'other';
  return `${tag}${role && KNOWN_ROLE.test(role) ? `[role=${role}]` : ''}×${element.childElementCount}`;
}
