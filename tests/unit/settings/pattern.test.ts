import { expect, it } from 'vitest';
import { isNamed, isServed, originOfPattern, patternOf } from '../../../lib/settings/pattern.ts';

it.each(['https://forum.example', 'https://a.b.example'])('a pattern gives back the origin it was made of: %s', (origin) => {
  expect(originOfPattern(patternOf(origin))).toBe(origin);
});

it.each([
  'https://*/*',
  'https://*.example/*',
  '*://forum.example/*',
  'http://forum.example/*',
  'https://forum.example/some/*',
  '<all_urls>',
])('a pattern of more or less than one https origin has none: %s', (pattern) => {
  expect(originOfPattern(pattern)).toBeUndefined();
});

it('a site is served when its very host is named', () => {
  const patterns = ['*://x.com/*', 'https://toot.example/*'];
  expect(['https://x.com', 'https://toot.example'].map((origin) => isServed(origin, patterns))).toEqual([true, true]);
  expect(['https://notx.com', 'https://m.x.com', 'https://x.com.example'].map((origin) => isServed(origin, patterns))).toEqual([
    false,
    false,
    false,
  ]);
});

it('a host is named also where some of its pages are served alone, and for itself alone', () => {
  const patterns = ['*://x.com/*', 'https://embed.bsky.example/embed/*'];
  const named = (origin: string) => isNamed(origin, patterns);
  expect(['https://x.com', 'https://embed.bsky.example'].map(named)).toEqual([true, true]);
  expect(['https://bsky.example', 'https://notx.com', 'https://x.com.example'].map(named)).toEqual([false, false, false]);
});
