// @vitest-environment happy-dom
/* Long because it holds all that a feed does with a page and its changes. */

import { expect, test, vi } from 'vitest';
import { type Bench, comeIntoView, hosts, onEmptyPages, put, setBox, settle, start, tweet } from './support.ts';

let bench: Bench;

onEmptyPages(() => bench?.feed.stop());

const text = (root: Element) => root.querySelector('[data-testid="tweetText"]') as Element;

test('cards posts already there and posts added, beside the text and inside the post', async () => {
  const first = put(tweet('a MOONCLAIM'));
  bench = start('x');
  expect(hosts(first)).toHaveLength(1);
  const second = put(tweet('MOONCLAIM too'));
  put(tweet('harmless'));
  await settle();
  expect(hosts()).toHaveLength(2);
  const host = hosts(second)[0];
  expect(host.previousElementSibling?.className).toBe('wrap');
  expect(host.attributes).toHaveLength(0);
  const { read, cards, state } = bench.feed.status();
  expect([read, cards.length, state]).toEqual([3, 2, 'reading']);
  expect(bench.models[0].quotes).toEqual(['MOONCLAIM']);
});

test('an edit in place: the card goes, the new words are judged', async () => {
  const cell = put(tweet('MOONCLAIM'));
  bench = start('x');
  expect(hosts()).toHaveLength(1);
  (text(cell).firstChild as Text).data = 'all is well';
  await settle();
  expect(hosts()).toHaveLength(0);
  expect(bench.unmounted()).toBe(1);
  (text(cell).firstChild as Text).data = 'MOONCLAIM again';
  await settle();
  expect(hosts()).toHaveLength(1);
});

test('a recycled element with other words and another id loses its card', async () => {
  const cell = put(tweet('MOONCLAIM'));
  bench = start('x');
  text(cell).replaceChildren('harmless');
  cell.querySelector('a[href*="status"]')?.setAttribute('href', '/b/status/9');
  await settle();
  expect(hosts()).toHaveLength(0);
});

test('words taken away without replacement take the card along', async () => {
  const cell = put(tweet('MOONCLAIM'));
  bench = start('x');
  text(cell).parentElement?.remove();
  await settle();
  expect(hosts()).toHaveLength(0);
});

test('a post that scrolls away and comes back is not judged again', async () => {
  const cell = put(tweet('MOONCLAIM', { id: '5' }));
  bench = start('x');
  cell.remove();
  await settle();
  expect(bench.feed.status().cards).toHaveLength(0);
  expect(bench.unmounted()).toBe(1);
  const before = bench.texts.length;
  for (let turn = 0; turn < 6; turn++) {
    const again = put(tweet('MOONCLAIM', { id: '5' }));
    await settle();
    expect(hosts(again)).toHaveLength(1);
    again.remove();
    await settle();
  }
  // The close look before each mounting finds the same words, so they are not matched again either.
  expect(bench.texts.length - before).toBe(0);
  expect(bench.feed.status().read).toBe(1);
});

test('a card the page removes comes back a few times, then no more', async () => {
  put(tweet('MOONCLAIM'));
  bench = start('x');
  let seen = 0;
  for (let turn = 0; turn < 10; turn++) {
    const host = hosts()[0];
    if (!host) break;
    seen += 1;
    host.remove();
    await settle();
  }
  expect(seen).toBe(4);
  expect(hosts()).toHaveLength(0);
});

test('own nodes are not read and do not feed the observer', async () => {
  const cell = put(tweet('MOONCLAIM'));
  bench = start('x');
  const before = bench.texts.length;
  hosts(cell)[0].append('MOONCLAIM inside our host');
  await settle();
  expect(bench.texts).toHaveLength(before);
});

test('hidden copies and posts above the view wait', async () => {
  bench = start('x');
  const holder = document.createElement('div');
  setBox(holder, 'none');
  document.body.append(holder);
  put(tweet('MOONCLAIM'), holder);
  const above = document.createElement('div');
  setBox(above, { top: -300, bottom: -200 });
  document.body.append(above);
  put(tweet('MOONCLAIM 2'), above);
  await settle();
  expect(hosts()).toHaveLength(0);
  setBox(above, { top: 0, bottom: 100 });
  comeIntoView(above);
  await settle();
  expect(hosts(above)).toHaveLength(1);
  setBox(holder, { top: 0, bottom: 100 });
  comeIntoView(holder);
  await settle();
  expect(hosts(holder)).toHaveLength(1);
});

test('the same post twice has one card, in the dialog', async () => {
  const card = put(tweet('MOONCLAIM', { id: '77' }));
  bench = start('x');
  expect(hosts(card)).toHaveLength(1);
  const dialog = put('<div role="dialog"></div>');
  put(tweet('MOONCLAIM', { id: '77' }), dialog);
  await settle();
  expect(hosts(dialog)).toHaveLength(1);
  expect(hosts()).toHaveLength(1);
  expect(bench.feed.status().cards).toHaveLength(1);
  expect(bench.feed.count()).toEqual({ cards: 1, state: 'reading' });
  dialog.remove();
  await settle();
  expect(hosts(card)).toHaveLength(1);
});

test('a quoted claim gets its card; one quoted to be denied gets none', async () => {
  bench = start('x');
  const shared = put(tweet('look at this', { quote: 'MOONCLAIM' }));
  const denied = put(tweet('this is NOTTRUE', { quote: 'MOONCLAIM denied' }));
  await settle();
  expect(hosts(shared)).toHaveLength(1);
  expect(hosts(shared)[0].closest('[role="link"]')).not.toBeNull();
  expect(hosts(denied)).toHaveLength(0);
});

test('drafts, messages and password forms never reach the matcher', async () => {
  bench = start('x');
  const areas = [
    '<div contenteditable="true"></div>',
    '<div role="textbox"></div>',
    '<div data-testid="DMDrawer"></div>',
    '<div data-testid="dm-conversation"></div>',
    '<form><input type="password"></form>',
  ];
  for (const area of areas) put(tweet('SECRET'), put(area));
  const inText = put(tweet('open <div contenteditable="true">SECRET</div><textarea>SECRET</textarea><input value="SECRET">'));
  await settle();
  const draft = inText.querySelector('[contenteditable]') as Element;
  draft.append('SECRET more');
  await settle();
  expect(bench.texts.some((words) => words.includes('SECRET'))).toBe(false);
  expect(bench.texts).toContain('open');
});

test('nothing is read on message paths, before or after moving there, and reading resumes after', async () => {
  window.history.replaceState(null, '', '/messages/123');
  put(tweet('SECRET MOONCLAIM'));
  bench = start('x');
  await settle();
  expect(bench.texts).toEqual([]);
  expect(bench.feed.status().state).toBe('off');
  window.history.pushState(null, '', '/home');
  document.body.replaceChildren();
  put(tweet('MOONCLAIM'));
  await settle();
  expect(hosts()).toHaveLength(1);
  window.history.pushState(null, '', '/i/chat/5');
  document.body.replaceChildren();
  put(tweet('SECRET'));
  await settle();
  expect(bench.texts.some((words) => words.includes('SECRET'))).toBe(false);
  expect(hosts()).toHaveLength(0);
});

test('a page nobody sees is not read; what happened meanwhile is read when somebody comes', async () => {
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  put(tweet('MOONCLAIM 1'));
  bench = start('x');
  put(tweet('MOONCLAIM 2'));
  await settle();
  expect(bench.texts).toEqual([]);
  expect(hosts()).toHaveLength(0);
  visibility.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(hosts()).toHaveLength(2);
  visibility.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  hosts()[0].closest('article')?.remove();
  put(tweet('MOONCLAIM 3'));
  await settle();
  expect(bench.texts).toHaveLength(2);
  visibility.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(hosts()).toHaveLength(2);
  expect(bench.unmounted()).toBe(1);
});

test('stop leaves the page as it was', async () => {
  put(tweet('MOONCLAIM'));
  const before = document.body.innerHTML;
  bench = start('x');
  expect(document.body.innerHTML).not.toBe(before);
  bench.feed.stop();
  expect(document.body.innerHTML).toBe(before);
  put(tweet('MOONCLAIM'));
  await settle();
  expect(hosts()).toHaveLength(0);
});

test('a new instance removes what an earlier one left', () => {
  put('<case-by-case-card></case-by-case-card>');
  bench = start('x');
  expect(hosts()).toHaveLength(0);
});

test('settings take effect at once: off, on, topic hidden, post hidden', async () => {
  const cell = put(tweet('MOONCLAIM'));
  bench = start('x');
  bench.feed.update({ on: false, offReason: 'site', topicsHidden: [], cardSize: 'full' });
  expect(hosts()).toHaveLength(0);
  expect(bench.feed.status()).toMatchObject({ state: 'off', reason: 'site' });
  bench.feed.update({ on: true, topicsHidden: [], cardSize: 'full' });
  expect(hosts()).toHaveLength(1);
  bench.feed.update({ on: true, topicsHidden: ['moon'], cardSize: 'full' });
  expect(hosts()).toHaveLength(0);
  bench.feed.update({ on: true, topicsHidden: [], cardSize: 'full' });
  expect(hosts()).toHaveLength(1);
  bench.actions.at(-1)?.hidePost();
  expect(hosts()).toHaveLength(0);
  cell.remove();
  document.body.append(cell);
  await settle();
  expect(hosts()).toHaveLength(0);
});

test('an error in one post does not stop the others and never reaches the page', async () => {
  let calls = 0;
  bench = start('x', {
    match: (words) => {
      calls += 1;
      if (words.includes('BOOM')) throw new Error('boom');
      return { matches: [], stance: 'none' };
    },
  });
  put(tweet('BOOM'));
  put(tweet('fine'));
  await settle();
  expect(calls).toBe(2);
  expect(bench.feed.status().read).toBe(1);
});

test('five cards that cannot be drawn stop the reader, and nothing is left behind', async () => {
  bench = start('x', {
    mountCard: () => {
      throw new Error('no');
    },
  });
  for (let n = 0; n < 6; n++) put(tweet(`MOONCLAIM ${n}`));
  await settle();
  expect(bench.feed.status().state).toBe('stopped');
  expect(bench.feed.status().reason).toBe('drawing');
  expect(hosts()).toHaveLength(0);
});

test('a feed of which no post can be read is said to be so', async () => {
  put('<div data-testid="new-name"><a href="/a/status/1"><time>1h</time></a><p>MOONCLAIM</p></div>');
  bench = start('x');
  expect(bench.feed.status().state).toBe('blind');
  put(tweet('words'));
  await settle();
  expect(bench.feed.status().state).toBe('reading');
});

test('a page without a feed is not blind', () => {
  put('<p>nothing here</p>');
  bench = start('x');
  expect(bench.feed.status().state).toBe('waiting');
});

test('batches of thousands are sliced and all judged in the end', async () => {
  bench = start('x');
  put(`<div>${Array.from({ length: 1000 }, (_, n) => tweet(`post ${n}`)).join('')}</div>`);
  for (let turn = 0; turn < 2000 && bench.texts.length < 1000; turn++) await settle();
  expect(bench.texts).toHaveLength(1000);
}, 30_000);

test('an empty Reddit body filled later is judged with the body', async () => {
  bench = start('reddit');
  put(
    '<article><shreddit-post permalink="/r/a/comments/1/"><a slot="title">Title</a><div slot="text-body"></div></shreddit-post></article>',
  );
  await settle();
  const md = document.createElement('div');
  md.className = 'md';
  md.append('MOONCLAIM');
  document.querySelector('[slot="text-body"]')?.append(md);
  await settle();
  expect(bench.texts.at(-1)).toBe('Title\nMOONCLAIM');
  expect(hosts()[0]?.previousElementSibling?.localName).toBe('shreddit-post');
});
