import './popup.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { countryFor } from '../../components/help/country.ts';
import { PopupView } from '../../components/popup/PopupView.tsx';
import type { PageState } from '../../components/popup/types.ts';
import { strings } from '../../components/ui/strings.ts';
import { loadEvidence } from '../../lib/claims/evidence.ts';
import { type Loaded, loadSettings, onSettings } from '../../lib/settings/settings.ts';
import { speak, startPage } from '../shared/page.ts';
import { makeActions } from './actions.ts';
import { pageState } from './page.ts';

/** How often the page is asked again while the popup is open, in milliseconds. */
const REFRESH = 1000;

/** Asked at once: the answer often comes while the settings are read. */
const firstAnswer = pageState();

const title = () => strings.popup.tabs.page;
const libraryUrl = browser.runtime.getURL('/library.html');
const checkUrl = browser.runtime.getURL('/check.html');

function Popup({ loaded }: { loaded: Loaded }) {
  const page = usePage();
  const { settings, problem, onUnsaved } = useSettings(loaded);
  const language = speak(settings, title);
  return (
    <PopupView
      page={page}
      settings={settings}
      problem={problem}
      load={(part) => loadEvidence(part, language)}
      country={(help) => countryFor(settings.helpCountry, navigator.language, help)}
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
    void firstAnswer.then(setPage);
    const timer = setInterval(() => void pageState().then(setPage), REFRESH);
    return () => clearInterval(timer);
  }, []);
  return page;
}

function useSettings(loaded: Loaded) {
  const [state, setState] = useState(loaded);
  useEffect(() => {
    // The first view did not wait for the organisation's policy; now there is time.
    void loadSettings().then(setState);
    return onSettings((settings) => setState(({ managed }) => ({ settings, managed })));
  }, []);
  const onUnsaved = () => setState({ ...state, problem: { kind: 'unsaved' } });
  return { ...state, onUnsaved };
}

void startPage(title, 0).then(({ app, loaded }) => render(<Popup loaded={loaded} />, app));
