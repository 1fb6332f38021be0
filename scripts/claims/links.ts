import * as linkify from 'linkifyjs';

/** Addresses in a plain text, as the extension finds them in posts. */
export function linksIn(text: string): string[] {
  return linkify.find(text, 'url').map(({ href }) => href);
}
