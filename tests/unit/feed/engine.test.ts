// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Engine } from '../../../lib/feed/feed.ts';
import { type Bench, hosts, onEmptyPages, put, settle, start, tweet } from './support.ts';

let bench: Bench;

onEmptyPages(() => bench?.feed.stop());

test('nothing is asked for while no post may assert a claim; then the engine once, for all that waited', async () => {
  let asked = 0;
  let bring: (engine: Engine) => void = () => undefined;
  bench = start('x', {
    mayMatch: (text) => text.includes('MOON'),
    loadEngine: () => {
      asked += 1;
      return new Promise((resolve) => (bring = resolve));
    },
  });
  put(tweet('words'));
  await settle();
  expect(asked).toBe(0);
  expect(bench.feed.status().read).toBe(1);
  const [first, second] = [put(tweet('MOONCLAIM one')), put(tweet('MOONCLAIM two'))];
  put(tweet('MOON only'));
  first.querySelector('[data-testid="tweetText"]')?.replaceChildren('edited meanwhile');
  await settle();
  expect(asked).toBe(1);
  expect(hosts()).toHaveLength(0);
  bring(bench.engine);
  await settle();
  expect(hosts(second)).toHaveLength(1);
  expect(hosts()).toHaveLength(1);
  put(tweet('MOONCLAIM three'));
  await settle();
  expect(asked).toBe(1);
  expect(hosts()).toHaveLength(2);
  expect(bench.feed.status().read).toBe(5);
});

test('words the gate refused are neither read by it nor counted again when their post comes back', async () => {
  const asked: string[] = [];
  bench = start('x', { mayMatch: (text) => asked.push(text) < 0 });
  for (let turn = 0; turn < 3; turn++) {
    const cells = ['words', 'other words'].map((text) => put(tweet(text)));
    await settle();
    for (const cell of cells) cell.remove();
  }
  expect(asked).toEqual(['words', 'other words']);
  expect(bench.feed.status().read).toBe(2);
});

test('an engine that cannot be had stops the reader, and the popup is told', async () => {
  bench = start('x', { loadEngine: () => Promise.reject(new Error('refused')) });
  put(tweet('MOONCLAIM'));
  await settle();
  expect(bench.feed.status().state).toBe('stopped');
  expect(bench.feed.status().reason).toBe('engine');
});

test('posts that wait for the engine on a page nobody sees are judged when somebody comes', async () => {
  let bring: (engine: Engine) => void = () => undefined;
  bench = start('x', { loadEngine: () => new Promise((resolve) => (bring = resolve)) });
  put(tweet('MOONCLAIM'));
  await settle();
  const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  bring(bench.engine);
  await settle();
  expect(hosts()).toHaveLength(0);
  visible.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(hosts()).toHaveLength(1);
  visible.mockRestore();
});

describe('an engine nobody has asked for long', () => {
  let asked: number;
  const long = (): Promise<unknown> => vi.advanceTimersByTimeAsync(20 * 60_000);

  beforeEach(() => {
    vi.useFakeTimers();
    asked = 0;
    const loadEngine = (): Promise<Engine> => {
      asked += 1;
      return Promise.resolve(bench.engine);
    };
    bench = start('x', { mayMatch: (text) => text.includes('MOON'), loadEngine });
  });
  afterEach(() => vi.useRealTimers());

  test('is let go, and comes again with the next post that may assert a claim', async () => {
    put(tweet('MOON only'));
    await vi.advanceTimersByTimeAsync(0);
    await long();
    expect(asked).toBe(1);
    const second = put(tweet('MOONCLAIM'));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(2);
    expect(hosts(second)).toHaveLength(1);
  });

  test('comes again for a post decided on before, which needs a card once more', async () => {
    const markup = tweet('MOONCLAIM', { id: '7' });
    put(markup);
    await vi.advanceTimersByTimeAsync(0);
    document.body.replaceChildren();
    await vi.advanceTimersByTimeAsync(0);
    await long();
    const again = put(markup);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(2);
    expect(hosts(again)).toHaveLength(1);
    expect(bench.texts).toEqual(['MOONCLAIM']);
  });

  test('stays while a card stands', async () => {
    put(tweet('MOONCLAIM'));
    await vi.advanceTimersByTimeAsync(0);
    await long();
    put(tweet('MOON only'));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(1);
  });
});
