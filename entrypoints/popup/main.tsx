import './popup.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import evidenceByLanguage from '#generated/evidence.json';
import { countryFor } from '../../components/help/country.ts';
import { PopupView } from '../../components/popup/PopupView.tsx';
import type { PageState } from '../../components/popup/types.ts';
import { setLanguage, strings } from '../../components/ui/strings.ts';
import { inLanguage, type Localised, languageFor } from '../../lib/claims/language.ts';
import type { Evidence } from '../../lib/claims/types.ts';
import { type Loaded, loadSettings, onSettings } from '../../lib/settings/settings.ts';
import { makeActions } from './actions.ts';
import { pageState } from './page.ts';

/** How often the page is asked again while the popup is open, in milliseconds. */
const REFRESH = 1000;

const evidence = evidenceByLanguage as unknown as Localised<Evidence>;
const libraryUrl = browser.runtime.getURL('/library.html');
const checkUrl = browser.runtime.getURL('/check.html');

function Popup({ loaded }: { loaded: Loaded }) {
  const page = usePage();
  const { settings, problem, onUnsaved } = useSettings(loaded);
  const language = languageFor(settings.language, navigator.language);
  setLanguage(language);
  const data = inLanguage(evidence, language);
  return (
    <PopupView
      page={page}
      settings={settings}
      problem={problem}
      evidence={data}
      country={countryFor(settings.helpCountry, navigator.language, data.help)}
      libraryUrl={libraryUrl}
      checkUrl={checkUrl}
      now={Date.now()}
      actions={makeActions(settings, onUnsaved)}
    />
  );
}

function usePage(): PageState {
  const [page, setPage] = useState<PageState>({ kind: 'asking' });
  useEffect(() => {
    const ask = () => void pageState().then(setPage);
    ask();
    const timer = setInterval(ask, REFRESH);
    return () => clearInterval(timer);
  }, []);
  return page;
}

function useSettings(loaded: Loaded) {
  const [state, setState] = useState(loaded);
  useEffect(() => onSettings((settings) => setState({ settings })), []);
  const onUnsaved = () => setState({ ...state, problem: strings.popup.notSaved });
  return { ...state, onUnsaved };
}

const app = document.getElementById('app');
if (app) void loadSettings().then((loaded) => render(<Popup loaded={loaded} />, app));
