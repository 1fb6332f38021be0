/** What a search can hide: a claim, topic, document or series, or by its name the part of the page that holds some. */
export type Item = object | string;

/** Knows which elements draw an item, so that a search touches only those whose item comes or goes, and nothing is drawn anew. */
export class Shown {
  readonly #elements = new Map<Item, Set<HTMLElement>>();
  #items: ReadonlySet<Item> | undefined;

  /** A `ref` for an element that is there while the item is. */
  of(item: Item): (element: HTMLElement | null) => void {
    let drawn: HTMLElement | undefined;
    return (element) => {
      const elements = this.#elements.get(item) ?? new Set();
      this.#elements.set(item, elements);
      if (drawn) elements.delete(drawn);
      drawn = element ?? undefined;
      if (element) elements.add(element);
    };
  }

  /** Shows these items and hides all others. */
  show(items: ReadonlySet<Item>): void {
    const before = this.#items;
    this.#items = items;
    for (const [item, elements] of this.#elements) {
      const shown = items.has(item);
      if (before?.has(item) === shown) continue;
      for (const element of elements) element.hidden = !shown;
    }
  }
}
