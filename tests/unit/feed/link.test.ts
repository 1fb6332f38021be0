import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const link = vi.hoisted(() => ({
  id: 'ours' as string | undefined,
  answer: (_: unknown): Promise<unknown> => Promise.resolve(),
  sent: [] as unknown[],
}));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      get id() {
        return link.id;
      },
      sendMessage: (message: unknown) => {
        link.sent.push(message);
        return link.answer(message);
      },
    },
  },
}));

import { createReporter, loadBody } from '../../../entrypoints/feed.content/link.ts';
import type { FeedState } from '../../../lib/feed/types.ts';

const body = (id: string) => ({ claim: { id }, sources: [] });
const never = () => new Promise<never>(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  link.id = 'ours';
  link.sent = [];
});
afterEach(() => vi.useRealTimers());

describe('the question for the body of a card', () => {
  it('gets its answer, and again after a failure', async () => {
    link.answer = () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));
    await expect(loadBody('moon')).rejects.toThrow('Receiving end');
    link.answer = () => Promise.resolve(body('moon'));
    expect(await loadBody('moon')).toEqual(body('moon'));
  });

  it('that nobody answers ends after ten seconds', async () => {
    link.answer = never;
    const asked = expect(loadBody('moon')).rejects.toThrow('no answer');
    await vi.advanceTimersByTimeAsync(10_000);
    await asked;
  });

  it.each([undefined, null, 7, 'moon', {}, { claim: null }, body('sun')])('is not taken for answered by %j', async (answer) => {
    link.answer = () => Promise.resolve(answer);
    await expect(loadBody('moon')).rejects.toThrow('no such claim');
  });

  it('keeps two questions apart, whichever answer comes first', async () => {
    const wait: Record<string, number> = { moon: 300, sun: 100 };
    link.answer = (message) => {
      const { claim } = message as { claim: string };
      return new Promise((done) => setTimeout(() => done(body(claim)), wait[claim]));
    };
    const both = Promise.all([loadBody('moon'), loadBody('sun')]);
    await vi.advanceTimersByTimeAsync(300);
    expect(await both).toEqual([body('moon'), body('sun')]);
  });

  it('is not asked by a script the extension left behind', async () => {
    link.id = undefined;
    await expect(loadBody('moon')).rejects.toThrow('updated or removed');
    expect(link.sent).toEqual([]);
  });
});

describe('the report to the toolbar', () => {
  it('sends the latest state and no more than two a second, though messages are lost', async () => {
    link.answer = () => Promise.reject(new Error('lost'));
    let now: { cards: number; state: FeedState } = { cards: 0, state: 'waiting' };
    const report = createReporter(() => now);
    for (let cards = 1; cards <= 100; cards++) {
      now = { cards, state: 'reading' };
      report.changed();
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(link.sent.length).toBeLessThanOrEqual(3);
    expect(link.sent.at(-1)).toEqual({ type: 'toolbar:count', cards: 100, state: 'reading' });
    report.stop();
    report.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(link.sent.length).toBeLessThanOrEqual(3);
  });
});
