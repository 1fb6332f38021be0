import type { Refusal } from '../../lib/feed/presses.ts';
import { element } from '../ui/element.ts';
import { strings } from '../ui/strings.ts';

/** How long it says so, in milliseconds. */
const SAID = 8000;

/** Says at the end of a card, for a while, why a press was not taken. */
export function tellRefusal(card: HTMLElement, why: Refusal): void {
  card.querySelector('.refusal')?.remove();
  const line = element('p', { class: 'refusal dim', role: 'status' });
  card.append(line);
  // Read out only what changes in a place that was there before.
  requestAnimationFrame(() => line.append(strings.card.refused[why]));
  setTimeout(() => line.remove(), SAID);
}
