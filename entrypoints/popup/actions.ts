import { browser } from 'wxt/browser';
import { csvOf } from '../../components/chart/values.ts';
import type { PopupActions } from '../../components/popup/types.ts';
import { saveFile } from '../../components/ui/saveFile.ts';
import { saveSettings } from '../../lib/settings/settings.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { NEUTRAL_PAGE } from '../shared/page.ts';
import { askFor } from '../shared/permission.ts';
import { pageReport, reloadPage, showCard } from './page.ts';

const HOUR = 3_600_000;

/** The popup's actions, wired to the browser. `onUnsaved` is told when the browser refused to store a choice. */
export function makeActions(settings: Settings, onUnsaved: () => void): PopupActions {
  const save = (patch: Partial<Omit<Settings, 'version'>>) => void saveSettings(patch).catch(onUnsaved);
  return {
    setSite: (siteId, on) => save(sitePatch(settings, siteId, on)),
    show: (number) => void showCard(number).finally(() => window.close()),
    makeReport: pageReport,
    tryHere: async (origin) => {
      const allowed = await askFor(origin);
      if (allowed) save({ originsAdded: [...settings.originsAdded.filter((one) => one !== origin), origin] });
      return allowed;
    },
    allowHere: askFor,
    reload: () => void reloadPage(),
    pauseHour: () => save({ pausedUntil: Date.now() + HOUR }),
    resume: () => save({ pausedUntil: 0 }),
    openOptions: () => void browser.runtime.openOptionsPage(),
    chooseCountry: (helpCountry) => save({ helpCountry }),
    leave: () => void browser.tabs.create({ url: NEUTRAL_PAGE }).then(() => window.close()),
    download: (series) => saveFile(`${series.id}.csv`, csvOf(series)),
  };
}

function sitePatch(settings: Settings, siteId: string, on: boolean): Pick<Settings, 'sitesOff'> & { enabled?: true } {
  const others = settings.sitesOff.filter((id) => id !== siteId);
  return on ? { enabled: true, sitesOff: others } : { sitesOff: [...others, siteId] };
}
