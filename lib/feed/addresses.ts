import { find } from 'linkifyjs';
import { MAX_LINKS } from './links.ts';

/** Without one of these there is no address, and linkifyjs need not wake its list of domains. */
const MAY_HOLD_ADDRESS = /\S\.\p{L}|:\/\//u;

/** Addresses (complete, with scheme) that linkifyjs finds in a text, at most `MAX_LINKS`. */
export function addressesIn(text: string): string[] {
  if (!MAY_HOLD_ADDRESS.test(text)) return [];
  // No address goes on behind a blank, and linkifyjs takes its time over every letter.
  return text
    .split(/\s+/)
    .filter((part) => MAY_HOLD_ADDRESS.test(part))
    .flatMap((part) => find(part, 'url'))
    .slice(0, MAX_LINKS)
    .map(({ href }) => href);
}
