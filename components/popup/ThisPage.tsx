import { useState } from 'preact/hooks';
import type { FeedState, FeedStatus } from '../../lib/feed/types.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { strings } from '../ui/strings.ts';
import { Report } from './Report.tsx';
import type { PageState, PopupActions } from './types.ts';
import { asChosen, findingInWords, isPaused, isSiteOn } from './words.ts';

interface Props {
  page: PageState;
  settings: Settings;
  now: number;
  actions: PopupActions;
}

/** What a mending hand can do something about. */
const REPORTED: readonly FeedState[] = ['blind', 'stopped', 'waiting'];

/** What was found on this tab. Finding nothing is said in words, and never as "true". */
export function ThisPage({ page, settings, now, actions }: Props) {
  const status = page.kind === 'read' ? asChosen(page.status, settings, now) : undefined;
  return (
    <div class="this-page">
      {page.kind === 'asking' && <p class="dim">{strings.popup.asking}</p>}
      {page.kind === 'unread' && (
        <>
          <p>{strings.popup.unreadMore}</p>
          {page.origin && <Ask label={strings.popup.tryHere} note={strings.popup.tryNote} origin={page.origin} onAsk={actions.tryHere} />}
        </>
      )}
      {page.kind === 'withheld' && (
        <>
          <p>{strings.popup.withheldMore}</p>
          <Ask label={strings.popup.allow} note={strings.popup.allowNote} origin={page.origin} onAsk={actions.allowHere} />
        </>
      )}
      {page.kind === 'early' && (
        <>
          <p>{strings.popup.earlyMore}</p>
          <p>
            <button type="button" class="button" onClick={actions.reload}>
              {strings.popup.reload}
            </button>
          </p>
        </>
      )}
      {status && <Finding status={status} onShow={actions.show} />}
      {status && REPORTED.includes(status.state) && <Report onMake={actions.makeReport} />}
      {status && isSiteOn(settings, status.siteId) && <Pause paused={isPaused(settings, now)} actions={actions} />}
    </div>
  );
}

function Finding({ status, onShow }: { status: FeedStatus; onShow: (number: number) => void }) {
  const [first, ...rest] = findingInWords(status);
  return (
    <>
      <p class="finding">{first}</p>
      <ol class="found">
        {status.cards.map((card) => (
          <li key={card.number}>
            <button type="button" class="button" onClick={() => onShow(card.number)}>
              <span>{card.brief}</span>
              <span class="dim small">
                {card.kind === 'background' && `${strings.card.tag} · `}
                {strings.popup.show}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {rest.map((sentence) => (
        <p class="dim small" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}

interface AskProps {
  label: string;
  note: (host: string) => string;
  origin: string;
  onAsk: (origin: string) => Promise<boolean>;
}

/** Has the browser ask for the page's site, and says so when the answer was no. */
function Ask({ label, note, origin, onAsk }: AskProps) {
  const [refused, setRefused] = useState(false);
  const ask = () => {
    setRefused(false);
    void onAsk(origin).then((allowed) => setRefused(!allowed));
  };
  return (
    <>
      <p>
        <button type="button" class="button" onClick={ask}>
          {label}
        </button>
      </p>
      <p class="dim small">{note(new URL(origin).host)}</p>
      <p class="small" aria-live="polite">
        {refused && strings.popup.refused}
      </p>
    </>
  );
}

function Pause({ paused, actions }: { paused: boolean; actions: PopupActions }) {
  return (
    <p>
      <button type="button" class="quiet" onClick={paused ? actions.resume : actions.pauseHour}>
        {paused ? strings.popup.resume : strings.popup.pause}
      </button>
    </p>
  );
}
