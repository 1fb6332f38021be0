import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const store = vi.hoisted(() => ({
  data: {} as Record<string, unknown>,
  policy: undefined as Record<string, unknown> | undefined,
  policyKnown: Promise.resolve() as Promise<unknown>,
  listeners: [] as ((changes: object, area: string) => void)[],
  broken: false,
}));

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => {
          if (store.broken) throw new Error('no storage');
          return { [key]: structuredClone(store.data[key]) };
        },
        set: async (values: Record<string, unknown>) => {
          for (const [key, newValue] of Object.entries(values)) {
            store.data[key] = newValue;
            for (const listener of store.listeners) listener({ [key]: { newValue } }, 'local');
          }
        },
      },
      managed: {
        get: async () => {
          await store.policyKnown;
          if (!store.policy) throw new Error('no policy for this extension');
          return structuredClone(store.policy);
        },
      },
      onChanged: {
        addListener: (listener: never) => store.listeners.push(listener),
        removeListener: (listener: never) => store.listeners.splice(store.listeners.indexOf(listener), 1),
      },
    },
  },
}));

import { migrate } from '../../../lib/settings/migrate.ts';
import { loadSettings, onSettings, ownSettings, saveSettings } from '../../../lib/settings/settings.ts';
import { CARD_SIZES, DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/types.ts';

beforeEach(() => {
  store.data = {};
  store.listeners = [];
  store.broken = false;
  store.policy = undefined;
  store.policyKnown = Promise.resolve();
});

test('nothing stored: the defaults, no complaint', async () => {
  expect(await loadSettings()).toEqual({ settings: DEFAULT_SETTINGS, managed: {} });
});

test.each([
  null,
  5,
  'x',
  [],
  { version: 99 },
  { version: 1, enabled: 'yes' },
  { version: 1, sitesOff: 'x' },
  { version: 1, pausedUntil: Number.NaN },
  { version: 1, helpCountry: 'usa' },
  { version: 1, cardSize: 'huge' },
])('a damaged value is told and left as it is: %j', async (value) => {
  store.data.settings = value;
  const { settings, problem } = await loadSettings();
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(problem).toBeTruthy();
  expect(store.data.settings).toBe(value);
});

test('good fields and good entries are kept', async () => {
  store.data.settings = {
    version: 1,
    enabled: false,
    sitesOff: ['x', 7, 'facebook'],
    originsAdded: ['https://a.example', 'javascript:1', 'https://a.example/path'],
    topicsHidden: {},
  };
  const { settings, problem } = await loadSettings();
  expect(settings).toMatchObject({ enabled: false, sitesOff: ['x', 'facebook'], originsAdded: ['https://a.example'], topicsHidden: [] });
  expect(problem).toEqual({ kind: 'fields', names: ['topicsHidden'] });
});

test('a pause set while the clock was wrong is over, one of an hour is kept', async () => {
  const hour = 3_600_000;
  const inAnHour = Date.now() + hour;
  store.data.settings = { version: 1, pausedUntil: Date.now() + 400 * 24 * hour };
  expect(await loadSettings()).toEqual({ settings: DEFAULT_SETTINGS, managed: {} });
  await saveSettings({ pausedUntil: inAnHour });
  expect((await loadSettings()).settings.pausedUntil).toBe(inAnHour);
});

test('storage that fails is told, not thrown', async () => {
  store.broken = true;
  expect((await loadSettings()).problem).toEqual({ kind: 'unreadable' });
  await expect(saveSettings({ enabled: false })).rejects.toThrow();
});

test('a change mends a damaged value, keeps the rest, and is heard', async () => {
  store.data.settings = { version: 1, enabled: 'yes', sitesOff: ['x'] };
  const heard: unknown[] = [];
  const end = onSettings((settings) => heard.push(settings));
  await Promise.all([saveSettings({ topicsHidden: ['moon'] }), saveSettings({ helpCountry: 'CA' })]);
  expect(store.data.settings).toEqual({ ...DEFAULT_SETTINGS, sitesOff: ['x'], topicsHidden: ['moon'], helpCountry: 'CA' });
  expect(heard).toHaveLength(2);
  end();
  await saveSettings({ enabled: false });
  expect(heard).toHaveLength(2);
});

describe('an organisation', () => {
  test('locks single values and adds to lists', async () => {
    store.data.settings = { version: 1, cardSize: 'icon', sitesOff: ['x'] };
    store.policy = { cardSize: 'line', sitesOff: ['facebook'], pausedUntil: 9e15 };
    const { settings, managed, problem } = await loadSettings();
    expect(settings).toMatchObject({ cardSize: 'line', sitesOff: ['facebook', 'x'], pausedUntil: 0 });
    expect(managed).toEqual({ cardSize: 'line', sitesOff: ['facebook'] });
    expect(problem).toBeUndefined();
  });

  test('leaves no trace in the person’s own settings, and cannot be overruled by them', async () => {
    store.data.settings = { version: 1, language: 'es', topicsHidden: ['moon'] };
    store.policy = { language: 'en', sitesOff: ['facebook'], topicsHidden: ['moon', 'sun'] };
    const { settings } = await loadSettings();
    await saveSettings({ language: 'es', sitesOff: [...settings.sitesOff, 'x'], topicsHidden: ['sun'] });
    expect(await ownSettings()).toMatchObject({ language: 'es', sitesOff: ['x'], topicsHidden: [] });
    expect((await loadSettings()).settings).toMatchObject({ language: 'en', sitesOff: ['facebook', 'x'], topicsHidden: ['moon', 'sun'] });
  });

  test('is told when a value of its policy cannot be used; the rest holds', async () => {
    store.policy = { cardSize: 'huge', enabled: false };
    const { settings, problem } = await loadSettings();
    expect(settings).toMatchObject({ cardSize: 'full', enabled: false });
    expect(problem).toEqual({ kind: 'managed', names: ['cardSize'] });
  });

  test('is heard when its policy changes', async () => {
    await loadSettings();
    const heard: Settings[] = [];
    const end = onSettings((settings) => heard.push(settings));
    store.policy = { enabled: false };
    for (const listener of store.listeners) listener({ enabled: { newValue: false } }, 'managed');
    await vi.waitFor(() => expect(heard.map(({ enabled }) => enabled)).toEqual([false]));
    end();
  });

  test('is not waited for while the browser starts; its policy is heard when it comes', async () => {
    store.policy = { cardSize: 'line' };
    const { promise, resolve } = Promise.withResolvers<void>();
    store.policyKnown = promise;
    const heard: Settings[] = [];
    const end = onSettings((settings) => heard.push(settings));
    expect((await loadSettings()).settings.cardSize).toBe('full');
    resolve();
    await vi.waitFor(() => expect(heard.map(({ cardSize }) => cardSize)).toEqual(['line']));
    end();
  });

  test('never switches updates on: that takes a click', async () => {
    store.policy = { updates: true };
    expect((await loadSettings()).settings.updates).toBe(false);
  });

  test('finds every setting but the pause and updates in the schema, of the same type', () => {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/managed-schema.json'), 'utf8'));
    const { version: _, pausedUntil: __, updates: ___, ...choices } = DEFAULT_SETTINGS;
    const types = Object.entries(choices).map(([name, value]) => [name, Array.isArray(value) ? 'array' : typeof value]);
    const described = Object.entries(schema.properties as Record<string, { type: string }>).map(([name, { type }]) => [name, type]);
    expect(described.sort()).toEqual(types.sort());
    expect(schema.properties.cardSize.enum).toEqual(CARD_SIZES);
  });
});

describe('versions', () => {
  test('settings as the first release stored them are whole, and what came since has its default', async () => {
    const first = {
      version: 1,
      enabled: false,
      sitesOff: ['x'],
      originsAdded: ['https://a.example'],
      topicsHidden: ['wayfair-cabinets'],
      pausedUntil: 5,
      helpCountry: 'CA',
      language: 'es',
    };
    store.data.settings = first;
    expect(await loadSettings()).toEqual({ settings: { ...DEFAULT_SETTINGS, ...first }, managed: {} });
  });

  test('settings of an earlier version go through every step up to the present one', () => {
    const steps = {
      1: (old: Record<string, unknown>) => ({ ...old, size: old.small ? 'icon' : 'full' }),
      2: ({ size, ...rest }: Record<string, unknown>) => ({ ...rest, cardSize: size }),
    };
    expect(migrate({ version: 1, small: true }, steps)).toEqual({ version: 3, small: true, cardSize: 'icon' });
    expect(migrate({ version: 2, size: 'line' }, steps)).toEqual({ version: 3, cardSize: 'line' });
    expect(migrate({ version: 3, cardSize: 'line' }, steps)).toEqual({ version: 3, cardSize: 'line' });
    expect(migrate({ size: 'line' }, steps)).toEqual({ size: 'line' });
  });
});
