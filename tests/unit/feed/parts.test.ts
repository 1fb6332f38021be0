// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import siteList from '#generated/sites.json';
import { addressesIn } from '../../../lib/feed/addresses.ts';
import { isNeverPath } from '../../../lib/feed/guard.ts';
import { hashText } from '../../../lib/feed/hash.ts';
import { Ledger } from '../../../lib/feed/ledger.ts';
import { unwrap } from '../../../lib/feed/links.ts';
import { lightness } from '../../../lib/feed/look.ts';
import { OrdinaryTexts } from '../../../lib/feed/ordinary.ts';
import { matchesPattern, pickEmbed, pickSite } from '../../../lib/feed/pick.ts';
import { createHealth, type Health } from '../../../lib/health/health.ts';
import { structureReport } from '../../../lib/health/report.ts';
import { put, site } from './support.ts';

const nothing = { matches: [], stance: 'none' as const };

test('the ledger forgets what was not used for long and keeps what was hidden', () => {
  const ledger = new Ledger(4);
  for (const key of ['a', 'b', 'c']) ledger.set(key, 'h', nothing);
  ledger.hide('a');
  ledger.get('a');
  ledger.set('d', 'h', nothing);
  expect(ledger.get('b')).toBeUndefined();
  expect(ledger.get('a')).toMatchObject({ hash: 'h', hidden: true });
  for (const key of ['e', 'f', 'g', 'i']) ledger.set(key, 'h', nothing);
  expect(ledger.get('a')).toBeUndefined();
  expect(ledger.get('g')?.hidden).toBe(false);
  expect(ledger.set('a', 'h2', nothing).hidden).toBe(true);
});

test('ordinary texts are told apart by all of their hash; of two in one place the later one is remembered', () => {
  const texts = new OrdinaryTexts();
  const [one, samePlace, sameFirst] = ['\u0005\u0001ab', '\u1005\u0001ab', '\u0005\u0001ac'];
  expect(texts.has(one)).toBe(false);
  texts.add(one);
  expect([one, samePlace, sameFirst].map((hash) => texts.has(hash))).toEqual([true, false, false]);
  texts.add(samePlace);
  expect([one, samePlace].map((hash) => texts.has(hash))).toEqual([false, true]);
  texts.add('\uffff\uffff\uffff\uffff');
  expect(texts.has('\uffff\uffff\uffff\uffff')).toBe(true);
});

test('texts that differ in little have different names of four units', () => {
  const texts = ['', 'a', 'b', 'ab', 'ba', 'a'.repeat(5000), `${'a'.repeat(4999)}b`, 'é', 'e\u0301', '\ud800', '\udc00'];
  expect(new Set(texts.map(hashText)).size).toBe(texts.length);
  expect(texts.map((text) => hashText(text).length)).toEqual(texts.map(() => 4));
  expect(texts.map(hashText)).toEqual(texts.map(hashText));
});

test('never paths compare whole segments, and take * for one', () => {
  const x = site('x');
  expect(isNeverPath(x, '/messages')).toBe(true);
  expect(isNeverPath(x, '/Messages/1-2')).toBe(true);
  expect(isNeverPath(x, '/messagesfan')).toBe(false);
  expect(isNeverPath(x, '/i/chat/1')).toBe(true);
  expect(isNeverPath(x, '/i/lists')).toBe(false);
  const reddit = site('reddit');
  expect(isNeverPath(reddit, '/r/pics/submit')).toBe(true);
  expect(isNeverPath(reddit, '/r/pics/comments/1')).toBe(false);
});

test('every site keeps its private paths out', () => {
  const paths: Record<string, string[]> = {
    x: ['/messages/1', '/i/chat', '/settings/account', '/compose/post', '/i/payments'],
    facebook: ['/messages/t/1', '/t/1', '/login', '/checkpoint/1', '/pay', '/reel/1'],
    instagram: ['/direct/t/1', '/direct/inbox/', '/accounts/login', '/payments'],
    threads: ['/messages/t/1', '/settings', '/login'],
    tiktok: ['/messages', '/login', '/setting', '/upload', '/coin'],
    youtube: ['/live_chat', '/account', '/paid_memberships', '/upload'],
    reddit: ['/message/inbox', '/chat', '/room/1', '/settings', '/submit'],
    'old-reddit': ['/message/messages', '/chat', '/prefs', '/login'],
    bluesky: ['/messages/x', '/settings', '/intent/compose'],
    mastodon: ['/conversations', '/auth/sign_in', '/publish', '/settings'],
    'truth-social': ['/chats/1', '/messages', '/conversations', '/settings', '/login'],
    tumblr: ['/messaging/1', '/inbox', '/new/text', '/blog/name/drafts', '/login', '/checkout'],
    linkedin: ['/messaging/thread/1', '/mypreferences', '/login', '/payments'],
    lemmy: ['/inbox', '/create_private_message/1', '/create_post', '/login', '/settings'],
    telegram: ['/share/url', '/login', '/invoice'],
    gab: ['/messages/1', '/settings', '/login', '/compose'],
    gettr: ['/messages', '/chat/1', '/settings', '/login'],
    rumble: ['/messages', '/account', '/login', '/upload'],
    pinterest: ['/messages', '/settings', '/login', '/pin-builder'],
    soapbox: ['/chats/1', '/messages', '/conversations', '/settings', '/login'],
    elk: ['/conversations', '/compose', '/settings'],
    // Its addresses all have the same path; private mentions are told by their marks.
    phanpy: [],
    'any-page': ['/messages/1', '/en/inbox', '/login', '/checkout/2'],
  };
  expect(Object.keys(paths).sort()).toEqual(siteList.map(({ id }) => id).sort());
  for (const [id, list] of Object.entries(paths))
    for (const path of list) expect([id, path, isNeverPath(site(id), path)]).toEqual([id, path, true]);
});

test('a site is picked by address, by proof where two share one, by proof alone on added servers', () => {
  const sites = ['x', 'reddit', 'old-reddit', 'mastodon'].map(site);
  const pick = (url: string) => pickSite(sites, new URL(url), document)?.id;
  document.body.replaceChildren();
  expect(pick('https://x.com/home')).toBe('x');
  expect(pick('https://www.reddit.com/r/a')).toBe('reddit');
  expect(pick('https://mastodon.social/home')).toBe('mastodon');
  expect(pick('https://added.example/home')).toBeUndefined();
  expect(pickSite([site('any-page'), ...sites], new URL('https://added.example/'), document)?.id).toBe('any-page');
  put('<div id="siteTable"></div>');
  expect(pick('https://www.reddit.com/r/a')).toBe('old-reddit');
  document.body.replaceChildren();
  put('<div id="mastodon"></div>');
  expect(pick('https://added.example/home')).toBe('mastodon');
  expect(pickSite([site('any-page'), ...sites], new URL('https://added.example/'), document)?.id).toBe('mastodon');
  expect(matchesPattern('*://*.reddit.com/r/*', new URL('https://old.reddit.com/r/a'))).toBe(true);
  expect(matchesPattern('https://x.com/*', new URL('https://notx.com/'))).toBe(false);
});

test('an embedded post is known by its address alone, and has the layouts of its frame', () => {
  const sites = ['x', 'bluesky', 'facebook'].map(site);
  const pick = (url: string) => pickEmbed(sites, new URL(url));
  expect(pick('https://embed.bsky.app/embed/did:plc:x/app.bsky.feed.post/3k?id=1')?.id).toBe('bluesky');
  expect(pick('https://embed.bsky.app/embed/a')?.layouts).toEqual(site('bluesky').embed?.layouts);
  expect(pick('https://platform.twitter.com/embed/Tweet.html?id=1')?.id).toBe('x');
  expect(pick('https://www.facebook.com/plugins/post.php?href=a')?.id).toBe('facebook');
  for (const url of [
    'https://www.facebook.com/plugins/like.php',
    'https://x.com/home',
    'https://embed.bsky.app/',
    'https://platform.twitter.com/widgets/a',
  ])
    expect(pick(url), url).toBeUndefined();
});

test('links: addresses in words, and what is behind click counters', () => {
  expect(addressesIn('see example.org/a. #Pizzagate #климат')).toEqual(['http://example.org/a']);
  expect(addressesIn('no\u00a0(example.org/b),\nnor a.m. #x\ty@example.org 3.5')).toEqual(['http://example.org/b']);
  expect(addressesIn('https://example.org/ '.repeat(500))).toHaveLength(100);
  expect(unwrap('https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F&h=1', 'https://www.facebook.com/')).toBe(
    'https://example.org/',
  );
  expect(unwrap('/hashtag/a', 'https://x.com/home')).toBe('https://x.com/hashtag/a');
  expect(unwrap('javascript:alert(1)', 'https://x.com/')).toBeUndefined();
  expect(unwrap('https://l.facebook.com/l.php?u=javascript:1', 'https://x.com/')).toContain('l.facebook.com');
});

test('lightness of computed colours', () => {
  expect(lightness('rgb(255, 255, 255)')).toBeCloseTo(1);
  expect(lightness('rgba(0, 0, 0, 0)')).toBeUndefined();
  expect(lightness('rgb(21 32 43 / 90%)')).toBeLessThan(0.2);
  expect(lightness('oklch(0.98 0.01 200)')).toBeGreaterThan(0.9);
  expect(lightness('color(srgb 0.1 0.1 0.1)')).toBeCloseTo(0.1);
  expect(lightness('transparent')).toBeUndefined();
});

test('breakers: matches, drawing', () => {
  const rate = createHealth();
  for (let n = 0; n < 60; n++) {
    rate.post(true);
    if (n % 2) rate.matched();
  }
  expect(rate.stopped()).toBe('matches');
  const few = createHealth();
  for (let n = 0; n < 40; n++) {
    few.post(true);
    few.matched();
  }
  expect(few.stopped()).toBeUndefined();
});

describe('the time breaker', () => {
  /** The clock of a window's pieces; the next window begins 11 seconds later. */
  let at = 0;
  const work = (health: Health, pieces: readonly number[]): void => {
    for (const ms of pieces) health.spent(at, at + ms);
    at += 11_000;
  };
  const times = (count: number, ms: number): number[] => Array.from({ length: count }, () => ms);

  test('lets much work pass where it is spread, or once', () => {
    const health = createHealth();
    for (let second = 0; second < 30; second++) health.spent(second * 1000, second * 1000 + 50);
    at = 40_000;
    work(health, times(30, 50));
    work(health, times(10, 50));
    work(health, times(30, 50));
    work(health, [1]);
    expect(health.stopped()).toBeUndefined();
  });

  test('stops after two windows in a row', () => {
    const health = createHealth();
    work(health, times(30, 50));
    work(health, times(30, 50));
    expect(health.stopped()).toBeUndefined();
    work(health, [1]);
    expect(health.stopped()).toBe('time');
  });

  test('does not count the pieces within which the machine did other work', () => {
    const health = createHealth();
    for (let window = 0; window < 4; window++) work(health, [...times(200, 2), ...times(20, 80)]);
    expect(health.stopped()).toBeUndefined();
  });

  test('counts them where they are far beyond any waiting', () => {
    const health = createHealth();
    for (let window = 0; window < 3; window++) work(health, [...times(200, 2), ...times(20, 300)]);
    expect(health.stopped()).toBe('time');
  });

  test('forgets a window the machine slept through', () => {
    const health = createHealth();
    for (let window = 0; window < 3; window++) {
      work(health, times(30, 50));
      at += 60_000;
    }
    expect(health.stopped()).toBeUndefined();
  });
});

test('breakers: errors', () => {
  const health = createHealth();
  for (let n = 0; n < 49; n++) health.error('post');
  expect(health.stopped()).toBeUndefined();
  health.error('post');
  expect(health.stopped()).toBe('errors');
  expect(health.errors.get('post')).toBe(50);
});

describe('the structure report', () => {
  const row = '<div class="secret" id="secret" data-x="secret"><p role="link" title="secret">secret</p><b role="Bad Role"></b></div>';
  const report = (isNever = (_: Element) => false) => {
    document.body.replaceChildren();
    put(`<main>${row.repeat(5)}</main>`);
    document.elementFromPoint = () => document.querySelector('.secret p');
    return structureReport({ ...site('x'), feed: '[role="link"]' }, 'blind', document, createHealth(), isNever);
  };

  test('holds tags, roles and numbers only', () => {
    const made = report();
    expect(made.selectors).toMatchObject({ feed: 5, 'post: post': 0 });
    expect(made.path).toEqual(['p[role=link]×0', 'div×2', 'main×5', 'body×1', 'html×2']);
    expect(made.row).toEqual(['div×2', '  p[role=link]×0', '  b×0']);
    expect(JSON.stringify(made)).not.toContain('secret');
  });

  test('tells nothing of areas that are never read', () => {
    expect(report(() => true)).toMatchObject({ path: [], row: [] });
    expect(report((element) => element.localName === 'b').row).toEqual(['div×2', '  p[role=link]×0']);
  });
});
