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
      {page.kind === 'asking' && <p class="dim">{strings.popup.loading}</p>}
      {page.kind === 'unread' && (
        <>
          <p>{strings.popup.unreadMore}</p>
          {page.origin && <TryHere origin={page.origin} onTry={actions.tryHere} />}
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

function TryHere({ origin, onTry }: { origin: string; onTry: (origin: string) => void }) {
  return (
    <>
      <p>
        <button type="button" class="button" onClick={() => onTry(origin)}>
          {strings.popup.tryHere}
        </button>
      </p>
      <p class="dim small">{strings.popup.tryNote(new URL(origin).host)}</p>
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
