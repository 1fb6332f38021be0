import { browser } from 'wxt/browser';
import type { OptionsActions } from '../../components/options/types.ts';
import { saveFile } from '../../components/ui/saveFile.ts';
import { settingsFromFile, settingsToFile } from '../../lib/settings/file.ts';
import { patternOf } from '../../lib/settings/pattern.ts';
import { ownSettings, saveSettings } from '../../lib/settings/settings.ts';
import { type Choices, DEFAULT_SETTINGS, type Settings } from '../../lib/settings/types.ts';
import { UPDATE_SOURCE } from '../../lib/updates/source.ts';
import { askFor } from '../shared/permission.ts';
import { originOf } from './origin.ts';

const FILE_NAME = 'case-by-case-settings.json';

/** The actions of the settings page, wired to the browser. `onUnsaved` is told when the browser refused to store a choice. */
export function makeActions(settings: Settings, onUnsaved: () => void): OptionsActions {
  const save = (patch: Partial<Choices>) => saveSettings(patch).catch(onUnsaved);
  return {
    save: (patch) => void save(patch),
    addServer: async (address) => {
      const origin = originOf(address);
      if (!origin) return 'no-address';
      if (!(await askFor(origin))) return 'refused';
      if (!settings.originsAdded.includes(origin)) await save({ originsAdded: [...settings.originsAdded, origin] });
      return 'added';
    },
    removeServer: (origin) => {
      void save({ originsAdded: settings.originsAdded.filter((one) => one !== origin) });
      void browser.permissions.remove({ origins: [patternOf(origin)] }).catch(() => undefined);
    },
    exportFile: () =>
      void ownSettings().then(
        (own) => saveFile(FILE_NAME, settingsToFile(own), 'application/json'),
        () => onUnsaved(),
      ),
    importFile: async (file) => {
      const read = settingsFromFile(await file.text().catch(() => ''));
      if ('fault' in read) return read.fault;
      return saveSettings(read.choices).then(
        () => undefined,
        () => ({ kind: 'unsaved' as const }),
      );
    },
    setUpdates: async (updates) => {
      if (!UPDATE_SOURCE || (updates && !(await askFor(UPDATE_SOURCE.origin)))) return false;
      await save({ updates });
      if (!updates) void browser.permissions.remove({ origins: [patternOf(UPDATE_SOURCE.origin)] }).catch(() => undefined);
      return true;
    },
    reset: async () => {
      try {
        const before = await ownSettings();
        await saveSettings(DEFAULT_SETTINGS);
        return () => void save(before);
      } catch {
        onUnsaved();
        return undefined;
      }
    },
  };
}

/** Which of these servers the browser lets the extension read. */
export async function allowedOf(origins: readonly string[]): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(
    origins.map((origin) => browser.permissions.contains({ origins: [patternOf(origin)] }).catch(() => false)),
  );
  return new Set(origins.filter((_, i) => answers[i]));
}
