import type { Health } from './health.ts';

/** What a person may send us when a layout cannot be read. Holds tag names, roles and numbers; no text, class, id or address. */
export interface StructureReport {
  site: string;
  counts: Health['counts'];
  errors: Record<string, number>;
  /** How many elements each selector of the site finds. */
  selectors: Record<string, number>;
  /** Tags and roles from the middle of the view up to the root, innermost first, such as `div[role=link]×4` (4 children). */
  path: string[];
}

const MAX_PATH = 40;
const KNOWN_ROLE = /^[a-z]{3,20}$/;

/** @param selectors by a name for each; those the browser cannot parse count as -1. */
export function structureReport(site: string, page: Document, health: Health, selectors: Record<string, string>): StructureReport {
  return {
    site,
    counts: { ...health.counts },
    errors: Object.fromEntries(health.errors),
    selectors: Object.fromEntries(Object.entries(selectors).map(([name, selector]) => [name, count(page, selector)])),
    path: pathFromMiddle(page),
  };
}

function count(page: Document, selector: string): number {
  try {
    return page.querySelectorAll(selector).length;
  } catch {
    return -1;
  }
}

function pathFromMiddle(page: Document): string[] {
  const view = page.defaultView;
  let element = view ? page.elementFromPoint(view.innerWidth / 2, view.innerHeight / 2) : null;
  const path: string[] = [];
  while (element && path.length < MAX_PATH) {
    path.push(describe(element));
    element = element.parentElement;
  }
  return path;
}

function describe(element: Element): string {
  const role = element.getAttribute('role');
  return `${element.localName}${role && KNOWN_ROLE.test(role) ? `[role=${role}]` : ''}×${element.childElementCount}`;
}
