const SAFE = /^(https?:|tel:|sms:|#|\/|library\.html|chrome-extension:|moz-extension:)/;

interface LinkAttributes extends Record<string, string> {
  href: string;
  target: '_blank';
  rel: string;
  referrerpolicy: 'no-referrer';
}

/** Attributes of a link that opens in a new tab and tells the other site nothing; nothing for an address not to be followed. */
export function linkTo(href: string): LinkAttributes | undefined {
  if (!SAFE.test(href)) return undefined;
  return { href, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };
}
