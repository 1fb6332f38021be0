import './library.css';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import evidenceByLanguage from '#generated/evidence.json';
import { csvOf } from '../../components/chart/values.ts';
import { countryFor } from '../../components/help/country.ts';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { saveFile } from '../../components/ui/saveFile.ts';
import { setLanguage } from '../../components/ui/strings.ts';
import { inLanguage, type Localised, languageFor } from '../../lib/claims/language.ts';
import type { Evidence } from '../../lib/claims/types.ts';
import { loadSettings, saveSettings } from '../../lib/settings/settings.ts';

/** A page nobody wonders about, for the quick exit. */
const NEUTRAL_PAGE = 'https://www.weather.gov/';

async function start(app: HTMLElement) {
  const { settings } = await loadSettings();
  const language = languageFor(settings.language, navigator.language);
  setLanguage(language);
  render(<Library data={inLanguage(evidenceByLanguage as unknown as Localised<Evidence>, language)} chosen={settings.helpCountry} />, app);
  goToAnchor();
  addEventListener('hashchange', goToAnchor);
}

function Library({ data, chosen }: { data: Evidence; chosen: string }) {
  const [helpCountry, setHelpCountry] = useState(chosen);
  const choose = (country: string) => {
    setHelpCountry(country);
    // Where the browser keeps nothing, the choice still holds for this page.
    void saveSettings({ helpCountry: country }).catch(() => undefined);
  };
  return (
    <LibraryView
      evidence={data}
      country={countryFor(helpCountry, navigator.language, data.help)}
      onCountry={choose}
      onDownload={(series) => saveFile(`${series.id}.csv`, csvOf(series))}
      onLeave={() => location.replace(NEUTRAL_PAGE)}
    />
  );
}

/** The sections are drawn after the browser looked for the anchor, so it is looked for again. */
function goToAnchor() {
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

const app = document.getElementById('app');
if (app) void start(app);
