import type { ComponentChildren } from 'preact';
import { strings } from '../ui/strings.ts';

/** A group of settings with its heading and what to know about them. */
export function Section({ title, note, children }: { title: string; note?: string; children?: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {note && <p class="dim">{note}</p>}
      {children}
    </section>
  );
}

/** One line of a list: what it is about, and what can be done with it. A locked one says who set it. */
export function Row({ name, locked = false, children }: { name: string; locked?: boolean; children: ComponentChildren }) {
  return (
    <li>
      <span>
        {name}
        {locked && <Locked />}
      </span>
      {children}
    </li>
  );
}

/** Says that the organisation chose, so that nobody looks for the fault in a control that does not move. */
export function Locked() {
  return <span class="locked dim small">{strings.options.locked}</span>;
}
