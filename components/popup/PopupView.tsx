import { useState } from 'preact/hooks';
import type { Evidence } from '../../lib/claims/types.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { HelpView } from '../help/HelpView.tsx';
import { SourceSearch } from '../sources/SourceSearch.tsx';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { DataTab } from './DataTab.tsx';
import { Header } from './Header.tsx';
import { ThisPage } from './ThisPage.tsx';
import type { PageState, PopupActions } from './types.ts';

interface Props {
  page: PageState;
  settings: Settings;
  /** Words to show when the settings could not be read. */
  problem?: string;
  evidence: Evidence;
  /** Whose help is shown, ISO 3166 alpha-2. */
  country: string;
  /** Address of the library page. */
  libraryUrl: string;
  /** Address of the page where any text can be checked. */
  checkUrl: string;
  /** Milliseconds since 1970. */
  now: number;
  actions: PopupActions;
}

type TabName = keyof typeof strings.popup.tabs;
const TABS = (Object.keys(strings.popup.tabs) as TabName[]).map((name) => ({ name, label: strings.popup.tabs[name] }));

/** The popup: this page, data, sources and help. */
export function PopupView(props: Props) {
  const { page, settings, problem, libraryUrl, checkUrl, now, actions } = props;
  const [tab, setTab] = useState<TabName>('page');
  return (
    <div class="popup" lang={strings.lang}>
      <Header page={page} settings={settings} now={now} onSite={actions.setSite} />
      {problem && (
        <p class="problem small" role="status">
          {problem}
        </p>
      )}
      <main class="popup-main">
        <Tabs label={strings.popup.tabsLabel} tabs={TABS} current={tab} onChange={setTab}>
          <Place {...props} tab={tab} />
        </Tabs>
      </main>
      <footer class="popup-footer small">
        <p class="dim">{strings.popup.localOnly}</p>
        <p class="popup-links">
          <Link href={libraryUrl}>{strings.popup.library}</Link>
          <Link href={checkUrl}>{strings.popup.check}</Link>
          <button type="button" class="quiet" onClick={actions.openOptions}>
            {strings.popup.options}
          </button>
        </p>
      </footer>
    </div>
  );
}

function Place({ tab, page, settings, evidence, country, libraryUrl, now, actions }: Props & { tab: TabName }) {
  if (tab === 'page') return <ThisPage page={page} settings={settings} now={now} actions={actions} />;
  if (tab === 'data') return <DataTab evidence={evidence} onDownload={actions.download} />;
  if (tab === 'help') return <HelpView help={evidence.help} country={country} onCountry={actions.chooseCountry} onLeave={actions.leave} />;
  return <SourceSearch claims={evidence.claims} sources={evidence.sources} claimUrl={(id) => `${libraryUrl}#claim-${id}`} />;
}
