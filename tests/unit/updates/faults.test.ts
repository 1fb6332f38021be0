import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { untilNextLook } from '../../../lib/updates/schedule.ts';
import { type KeyValues, readApplied } from '../../../lib/updates/store.ts';
import type { Applied } from '../../../lib/updates/types.ts';
import { UpdateServer } from '../../fixtures/updates/server.ts';
import { DAY, inUse, type Keys, type Memory, NOW, newPair, publish, receiver } from './support.ts';

/** What may break on this computer: the storage, the clock, the background itself. */

let server: UpdateServer;
let keys: Keys;

beforeEach(async () => {
  server = new UpdateServer();
  await server.start();
  keys = await newPair();
});

afterEach(() => server.stop());

/** A receiver with a first update, and a second one waiting for it. */
async function twoUpdates(): Promise<Memory> {
  server.files = await publish(keys.daily, 'The first fact.');
  const { store, check } = receiver(server.origin, keys.pair);
  expect(await check()).toBe('fresh');
  server.files = await publish(keys.daily, 'The second fact.', { nth: 1 });
  return store;
}

/** A storage that stops for good at its nth call, as when the browser ends the background; `after` has that call still happen. */
function dying(store: KeyValues, nth: number, after: boolean): KeyValues {
  let calls = 0;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls > nth || (calls === nth && !after)) throw new Error('the background was ended');
    return work();
  };
  return {
    get: (wanted) => step(() => store.get(wanted)),
    set: (values) => step(() => store.set(values)),
    remove: (gone) => step(() => store.remove(gone)),
  };
}

/** The words in use: which of the two updates it is, whole. */
async function wordsInUse({ data }: Memory): Promise<string> {
  const applied = readApplied(data['updates:applied']);
  const claims = JSON.parse(String(data[`updates:file:${applied?.files.claims}`])) as { claims: { fact: string }[] };
  return claims.claims[0].fact;
}

describe('the background ended between any two steps', () => {
  it('leaves the old update or the new one, and the next look mends the rest', async () => {
    const steps = 20;
    const seen = new Set<string>();
    for (let nth = 1; nth <= steps; nth++) {
      for (const after of [false, true]) {
        const store = await twoUpdates();
        await receiver(server.origin, keys.pair, { store: dying(store, nth, after) }).check();
        const words = await wordsInUse(store);
        expect(words).toMatch(/^The (first|second) fact\.$/);
        seen.add(words);
        expect(await receiver(server.origin, keys.pair, { store }).check()).toMatch(/^(fresh|same)$/);
        expect(await wordsInUse(store)).toBe('The second fact.');
        expect(Object.keys(store.data).filter((key) => key.startsWith('updates:file:')).length).toBeLessThanOrEqual(5);
      }
    }
    expect([...seen].sort()).toEqual(['The first fact.', 'The second fact.']);
  });
});

describe('the storage', () => {
  it('full: the old update stays, and that is told', async () => {
    const store = await twoUpdates();
    const before = inUse(store);
    const full: KeyValues = {
      ...store,
      set: (values) => ('updates:checked' in values ? store.set(values) : Promise.reject(new Error('QuotaExceededError'))),
    };
    expect(await receiver(server.origin, keys.pair, { store: full }).check()).toBe('storage');
    expect(inUse(store)).toBe(before);
    expect(store.data['updates:checked']).toEqual({ at: NOW, outcome: 'storage' });
  });

  it('that takes nothing at all, or gives nothing: nothing is thrown', async () => {
    await twoUpdates();
    const broken = () => Promise.reject(new Error('no storage'));
    expect(await receiver(server.origin, keys.pair, { store: { get: broken, set: broken, remove: broken } }).check()).toBe('storage');
  });

  it('with a damaged file: it is fetched again', async () => {
    const store = await twoUpdates();
    const applied = store.data['updates:applied'] as Applied;
    store.data[`updates:file:${applied.files.series}`] = 'gnawed';
    expect(await receiver(server.origin, keys.pair, { store }).check()).toBe('fresh');
    expect(await wordsInUse(store)).toBe('The second fact.');
  });

  it.each([null, 7, 'x', [], {}, { format: 1 }, { format: 2, version: 1 }])(
    'with a damaged or newer list (%j): all is fetched anew',
    async (value) => {
      const store = await twoUpdates();
      store.data['updates:applied'] = value;
      expect(await receiver(server.origin, keys.pair, { store }).check()).toBe('fresh');
      expect(await wordsInUse(store)).toBe('The second fact.');
    },
  );
});

describe('the time of the next look', () => {
  const at = (now: number, last?: number) => [0, 0.5, 0.999].map((random) => untilNextLook(now, last, random) / 3_600_000);

  it('is about a day after the last, spread over half a day', () => {
    const [soonest, middle, latest] = at(NOW, NOW);
    expect([soonest, middle]).toEqual([18, 24]);
    expect(latest).toBeCloseTo(30, 1);
  });

  it('is within the hour when it is overdue, there was none, or the clock was set back', () => {
    for (const hours of [at(NOW, NOW - 9 * DAY), at(NOW), at(NOW, NOW + 400 * DAY)]) {
      for (const hour of hours) expect(hour).toBeLessThanOrEqual(1);
      for (const hour of hours) expect(hour).toBeGreaterThanOrEqual(1 / 60);
    }
  });
});

describe('two looks at once', () => {
  it('leave one whole update', async () => {
    const store = await twoUpdates();
    await Promise.all([1, 2, 3].map(() => receiver(server.origin, keys.pair, { store }).check()));
    expect(await wordsInUse(store)).toBe('The second fact.');
  });
});
