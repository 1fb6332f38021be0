import './library.css';
import { render } from 'preact';
import evidence from '#generated/evidence.json';
import { csvOf } from '../../components/chart/values.ts';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { saveFile } from '../../components/ui/saveFile.ts';
import type { Evidence } from '../../lib/claims/types.ts';
import { loadSettings } from '../../lib/settings/settings.ts';

/** A page nobody wonders about, for the quick exit. */
const NEUTRAL_PAGE = 'https://www.weather.gov/';

async function start(app: HTMLElement) {
  const { settings } = await loadSettings();
  render(
    <LibraryView
      evidence={evidence as unknown as Evidence}
      country={settings.helpCountry}
      onDownload={(series) => saveFile(`${series.id}.csv`, csvOf(series))}
      onLeave={() => location.replace(NEUTRAL_PAGE)}
    />,
    app,
  );
  goToAnchor();
  addEventListener('hashchange', goToAnchor);
}

/** The sections are drawn after the browser looked for the anchor, so it is looked for again. */
function goToAnchor() {
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

const app = document.getElementById('app');
if (app) void start(app);
