type Elements = Set<HTMLElement>;
type Ref = (element: HTMLElement | null) => void;

/**
 * Knows which elements draw a part of the page and which the items in it, so that a search touches only those that come or go, and
 * nothing is drawn anew. What is in a hidden part is left as it is until the part is shown again.
 */
export class Shown {
  readonly #parts = new Map<string, { elements: Elements; items: Map<object, Elements> }>();

  /** A `ref` for an element that is there while the part is. */
  part(name: string): Ref {
    return keepIn(this.#part(name).elements);
  }

  /** A `ref` for an element that is there while the item is, in a part of the page. */
  item(item: object, part: string): Ref {
    const { items } = this.#part(part);
    const elements: Elements = items.get(item) ?? new Set();
    items.set(item, elements);
    return keepIn(elements);
  }

  /** Shows these parts with these items and hides all others. */
  show(parts: ReadonlySet<string>, items: ReadonlySet<object>): void {
    for (const [name, part] of this.#parts) {
      const shown = parts.has(name);
      if (shown) for (const [item, elements] of part.items) turn(elements, items.has(item));
      turn(part.elements, shown);
    }
  }

  #part(name: string) {
    const part = this.#parts.get(name) ?? { elements: new Set(), items: new Map() };
    this.#parts.set(name, part);
    return part;
  }
}

function keepIn(elements: Elements): Ref {
  let drawn: HTMLElement | null = null;
  return (element) => {
    if (drawn) elements.delete(drawn);
    if (element) elements.add(element);
    drawn = element;
  };
}

function turn(elements: Elements, shown: boolean): void {
  for (const element of elements) if (element.hidden === shown) element.hidden = !shown;
}
