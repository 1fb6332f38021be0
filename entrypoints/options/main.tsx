import './options.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import evidenceByLanguage from '#generated/evidence.json';
import siteList from '#generated/sites.json';
import { type OptionsActions, OptionsView } from '../../components/options/OptionsView.tsx';
import { setLanguage, strings } from '../../components/ui/strings.ts';
import { inLanguage, type Localised, languageFor } from '../../lib/claims/language.ts';
import type { Evidence } from '../../lib/claims/types.ts';
import { type Loaded, loadSettings, onSettings, saveSettings } from '../../lib/settings/settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/types.ts';
import { originOf } from './origin.ts';

const evidence = evidenceByLanguage as unknown as Localised<Evidence>;
const sites = siteList.filter(({ status }) => status === 'on').map(({ id, name }) => ({ id, name }));

function Options({ loaded }: { loaded: Loaded }) {
  const [{ settings, problem }, setState] = useState(loaded);
  useEffect(() => onSettings((next) => setState({ settings: next })), []);
  const language = languageFor(settings.language, navigator.language);
  setLanguage(language);
  const titles = new Map(inLanguage(evidence, language).claims.map(({ id, title }) => [id, title]));
  const actions = makeActions(settings, () => setState({ settings, problem: strings.popup.notSaved }));
  return <OptionsView settings={settings} problem={problem} sites={sites} titles={titles} actions={actions} />;
}

function makeActions(settings: Settings, onUnsaved: () => void): OptionsActions {
  const save = (patch: Partial<Omit<Settings, 'version'>>) => void saveSettings(patch).catch(onUnsaved);
  return {
    save,
    addServer: async (address) => {
      const origin = originOf(address);
      if (!origin || !(await askFor(origin))) return false;
      if (!settings.originsAdded.includes(origin)) save({ originsAdded: [...settings.originsAdded, origin] });
      return true;
    },
    removeServer: (origin) => {
      save({ originsAdded: settings.originsAdded.filter((one) => one !== origin) });
      void browser.permissions.remove({ origins: [`${origin}/*`] }).catch(() => undefined);
    },
    reset: () => save({ ...DEFAULT_SETTINGS }),
  };
}

/** The browser shows its own question; it must be asked within the click. */
async function askFor(origin: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [`${origin}/*`] });
  } catch {
    return false;
  }
}

const app = document.getElementById('app');
if (app) void loadSettings().then((loaded) => render(<Options loaded={loaded} />, app));
