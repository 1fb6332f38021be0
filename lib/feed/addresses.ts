import 'linkify-plugin-hashtag';
import { find } from 'linkifyjs';
import { MAX_LINKS } from './links.ts';

/** Without one of these there is neither an address nor a hashtag, and linkifyjs need not wake its list of domains. */
const MAY_HOLD_LINK = /#|\S\.\p{L}|:\/\//u;

/** Addresses (complete, with scheme) and hashtags (with their sign) that linkifyjs finds in a text. */
export function linksInText(text: string): string[] {
  if (!MAY_HOLD_LINK.test(text)) return [];
  // No address and no hashtag goes on behind a blank, and linkifyjs takes its time over every letter.
  return text
    .split(/\s+/)
    .filter((part) => MAY_HOLD_LINK.test(part))
    .flatMap((part) => find(part))
    .filter((link) => link.type === 'url' || link.type === 'hashtag')
    .slice(0, MAX_LINKS)
    .map((link) => (link.type === 'url' ? link.href : link.value));
}
