import { HOST_TAG } from './guard.ts';
import type { Horizon } from './horizon.ts';
import { soon } from './soon.ts';

const ELEMENT = 1;
const TEXT = 3;
/** So many elements put in at once make a turn of the page a long one; far below the view they wait for a turn of their own. */
const MANY = 10;

/** What the page did, boiled down. Nothing of ours is among it. */
export interface Changes {
  /** Elements added, still in the page. */
  added: Element[];
  /** Elements whose own text or children changed. */
  touched: Element[];
  /** Whether anything was removed. */
  removed: boolean;
}

/**
 * Watches the whole page with one observer and hands over each batch in the observer's own callback; of many elements that come far
 * below the view, right after the page's turn.
 */
export function watchPage(page: Document, onChanges: (changes: Changes) => void, isBeyond: Horizon['isBeyond']): () => void {
  const view = page.defaultView as Window & typeof globalThis;
  /** How to call off what waits. */
  const waiting = new Set<() => void>();
  const observer = new view.MutationObserver((records) => {
    const changes = boilDown(records);
    const { added, touched, removed } = changes;
    const canWait = added.length >= MANY && isBeyond(added);
    if ((added.length > 0 && !canWait) || touched.length > 0 || removed) onChanges(canWait ? { ...changes, added: [] } : changes);
    if (canWait) later(added);
  });

  function later(added: Element[]): void {
    const callOff = soon(view, () => {
      waiting.delete(callOff);
      onChanges({ added: added.filter(isLive), touched: [], removed: false });
    });
    waiting.add(callOff);
  }

  observer.observe(page, { childList: true, characterData: true, subtree: true });
  return () => {
    observer.disconnect();
    for (const callOff of waiting) callOff();
  };
}

function boilDown(records: readonly MutationRecord[]): Changes {
  const added = new Set<Element>();
  const touched = new Set<Element>();
  let removed = false;
  for (const record of records) {
    const { addedNodes, removedNodes } = record;
    const isGone = removedNodes.length > 0;
    removed ||= isGone;
    // Words that came or went by themselves belong to the element around them; `characterData` has no nodes of either kind.
    let isTouched = isGone ? !onlyHosts(removedNodes) : addedNodes.length === 0;
    for (let index = 0; index < addedNodes.length; index++) {
      const node = addedNodes[index];
      const type = node.nodeType;
      isTouched ||= type === TEXT;
      if (type === ELEMENT && !isHost(node)) added.add(node as Element);
    }
    const { target } = record;
    const around = isTouched && (target.nodeType === ELEMENT ? (target as Element) : target.parentElement);
    if (around) touched.add(around);
  }
  return { added: live(added), touched: live(touched), removed };
}

function onlyHosts(nodes: NodeList): boolean {
  for (let index = 0; index < nodes.length; index++) if (!isHost(nodes[index])) return false;
  return true;
}

function isHost(node: Node): boolean {
  return node.nodeType === 1 && (node as Element).localName === HOST_TAG;
}

function live(elements: ReadonlySet<Element>): Element[] {
  const found: Element[] = [];
  for (const element of elements) if (isLive(element)) found.push(element);
  return found;
}

/** In the page, and not ours; what a card draws is in a closed root, which no observer of the page sees into. */
function isLive(element: Element): boolean {
  return element.isConnected && element.localName !== HOST_TAG && element.parentElement?.localName !== HOST_TAG;
}
