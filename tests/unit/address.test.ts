import { describe, expect, it } from 'vitest';
import { linkTo } from '../../components/ui/address.ts';

describe('a link on a card or a page of ours', () => {
  it.each(['https://www.reuters.com/', 'http://example.org/', 'tel:116000', 'sms:741741', '#claim-moon', '/library.html'])(
    'leads to %s, in a new tab, and tells nobody where it stood',
    (href) => {
      expect(linkTo(href)).toEqual({ href, target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' });
    },
  );

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<b>',
    'blob:https://x.com/1',
    'file:///etc/passwd',
    'vbscript:1',
    '',
  ])('leads nowhere when the address is %j', (href) => {
    expect(linkTo(href)).toBeUndefined();
  });
});
