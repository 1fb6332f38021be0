import { useState } from 'preact/hooks';
import type { EvidenceParts, Help } from '../../lib/claims/types.ts';
import type { Settings, SettingsProblem } from '../../lib/settings/types.ts';
import { HelpView } from '../help/HelpView.tsx';
import { SourceSearch } from '../sources/SourceSearch.tsx';
import { Later } from '../ui/Later.tsx';
import { Link } from '../ui/Link.tsx';
import { problemInWords } from '../ui/problems.ts';
import { strings } from '../ui/strings.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { DataTab } from './DataTab.tsx';
import { Header } from './Header.tsx';
import { ThisPage } from './ThisPage.tsx';
import type { PageState, PopupActions } from './types.ts';

export type LoadPart = <P extends keyof EvidenceParts>(part: P) => Promise<EvidenceParts[P]>;

interface Props {
  page: PageState;
  settings: Settings;
  /** Why settings could not be read or kept. */
  problem?: SettingsProblem;
  /** Loads what a tab shows, when it is first opened. */
  load: LoadPart;
  /** Whose help is shown, of the countries there is help for: ISO 3166 alpha-2. */
  country: (help: Help[]) => string;
  /** Address of the library page. */
  libraryUrl: string;
  /** Address of the page where any text can be checked. */
  checkUrl: string;
  /** Milliseconds since 1970. */
  now: number;
  actions: PopupActions;
}

type TabName = keyof typeof strings.popup.tabs;
const TABS = Object.keys(strings.popup.tabs) as TabName[];

/** The popup: this page, data, sources and help. */
export function PopupView(props: Props) {
  const { page, settings, problem, libraryUrl, checkUrl, now, actions } = props;
  const [tab, setTab] = useState<TabName>('page');
  return (
    <div class="popup" lang={strings.lang} dir={strings.dir}>
      <Header page={page} settings={settings} now={now} onSite={actions.setSite} />
      {problem && (
        <p class="problem small" role="status">
          {problemInWords(problem)}
        </p>
      )}
      <main class="popup-main">
        <Tabs
          label={strings.popup.tabsLabel}
          tabs={TABS.map((name) => ({ name, label: strings.popup.tabs[name] }))}
          current={tab}
          onChange={setTab}
        >
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

function Place({ tab, page, settings, load, country, libraryUrl, now, actions }: Props & { tab: TabName }) {
  if (tab === 'page') return <ThisPage page={page} settings={settings} now={now} actions={actions} />;
  const key = tab + strings.lang;
  if (tab === 'data') {
    return (
      <Later key={key} load={() => load('series')}>
        {(data) => <DataTab {...data} onDownload={actions.download} />}
      </Later>
    );
  }
  if (tab === 'help') {
    return (
      <Later key={key} load={() => load('help')}>
        {({ help }) => <HelpView help={help} country={country(help)} onCountry={actions.chooseCountry} onLeave={actions.leave} />}
      </Later>
    );
  }
  return (
    <Later key={key} load={() => load('claims')}>
      {({ claims, sources }) => <SourceSearch claims={claims} sources={sources} claimUrl={(id) => `${libraryUrl}#claim-${id}`} />}
    </Later>
  );
}
