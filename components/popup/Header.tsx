import type { Settings } from '../../lib/settings/types.ts';
import { Mark } from '../ui/Mark.tsx';
import { Switch } from '../ui/Switch.tsx';
import { strings } from '../ui/strings.ts';
import type { PageState } from './types.ts';
import { isSiteOn, stateInWords } from './words.ts';

interface Props {
  page: PageState;
  settings: Settings;
  now: number;
  onSite: (siteId: string, on: boolean) => void;
}

/** Name, state in words, and the switch of the site, where there is one. */
export function Header({ page, settings, now, onSite }: Props) {
  return (
    <header class="popup-header">
      <Mark size="26px" />
      <div>
        <h1>{strings.name}</h1>
        <p class="dim small" role="status">
          {stateInWords(page, settings, now)}
        </p>
      </div>
      {page.kind === 'read' && (
        <Switch
          label={strings.popup.siteSwitch(page.status.site)}
          on={isSiteOn(settings, page.status.siteId)}
          onChange={(on) => onSite(page.status.siteId, on)}
        />
      )}
    </header>
  );
}
