import type { KeyValues } from '../../lib/updates/store.ts';

/** A browser's storage that lives as long as the program. */
export function memoryStore(data: Record<string, unknown> = {}): KeyValues & { data: Record<string, unknown> } {
  return {
    data,
    async get(keys) {
      if (keys === null) return structuredClone(data);
      const wanted = typeof keys === 'string' ? [keys] : keys;
      return structuredClone(Object.fromEntries(wanted.filter((key) => key in data).map((key) => [key, data[key]])));
    },
    async set(values) {
      Object.assign(data, structuredClone(values));
    },
    async remove(keys) {
      for (const key of keys) delete data[key];
    },
  };
}
