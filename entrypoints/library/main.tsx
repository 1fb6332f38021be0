import './library.css';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { csvOf } from '../../components/chart/values.ts';
import { countryFor } from '../../components/help/country.ts';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { saveFile } from '../../components/ui/saveFile.ts';
import { strings } from '../../components/ui/strings.ts';
import { loadEvidence } from '../../lib/claims/evidence.ts';
import type { Evidence } from '../../lib/claims/types.ts';
import { saveSettings } from '../../lib/settings/settings.ts';
import { drawOrSay, NEUTRAL_PAGE, startPage } from '../shared/page.ts';

async function start() {
  const { app, loaded, language } = await startPage(() => strings.library.title);
  const parts = await Promise.all([loadEvidence('series', language), loadEvidence('help', language), loadEvidence('claims', language)]);
  render(<Library data={Object.assign({}, ...parts)} chosen={loaded.settings.helpCountry} />, app);
  goToAnchor();
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

/** The sections are drawn after the browser looked for the anchor; it looks again, and the keyboard goes on from there. */
function goToAnchor() {
  if (location.hash) location.replace(location.hash);
}

drawOrSay(start);
