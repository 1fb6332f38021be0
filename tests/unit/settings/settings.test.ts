import { beforeEach, expect, test, vi } from 'vitest';

const store = vi.hoisted(() => ({
  data: {} as Record<string, unknown>,
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
      onChanged: {
        addListener: (listener: never) => store.listeners.push(listener),
        removeListener: (listener: never) => store.listeners.splice(store.listeners.indexOf(listener), 1),
      },
    },
  },
}));

import { loadSettings, onSettings, saveSettings } from '../../../lib/settings/settings.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/types.ts';

beforeEach(() => {
  store.data = {};
  store.listeners = [];
  store.broken = false;
});

test('nothing stored: the defaults, no complaint', async () => {
  expect(await loadSettings()).toEqual({ settings: DEFAULT_SETTINGS });
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
  expect(problem).toContain('topics hidden');
});

test('storage that fails is told, not thrown', async () => {
  store.broken = true;
  expect((await loadSettings()).problem).toContain('could not be read');
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
