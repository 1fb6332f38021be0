import type { Ref } from 'preact';
import type { CardModel } from '../../lib/feed/types.ts';
import { monthInWords } from '../ui/dates.ts';
import { Link } from '../ui/Link.tsx';
import { Mark } from '../ui/Mark.tsx';
import { strings } from '../ui/strings.ts';
import { trusted } from '../ui/trusted.ts';

interface Props {
  model: CardModel;
  open: boolean;
  /** Id of the element the strip opens. */
  panel: string;
  factId: string;
  toggleRef: Ref<HTMLButtonElement>;
  onToggle: () => void;
}

const words = strings.card;

/**
 * The collapsed card. The toggle's hit area covers the whole strip (see card.css), so that the strip is one
 * button for the pointer and the keyboard, while the source stays a link beside it and the fact stays text.
 */
export function Strip({ model, open, panel, factId, toggleRef, onToggle }: Props) {
  const { headline, match } = model;
  const lead = match.kind === 'background' ? words.tag : words.context;
  const toggleId = `${panel}-toggle`;
  return (
    <div class="strip" title={match.kind === 'background' ? headline.fact : undefined}>
      <Mark />
      <p class="fact" id={factId}>
        <span class="lead">{lead}</span>
        <span class="dot"> · </span>
        {headline.fact}
      </p>
      <p class="meta">
        <Link class="meta-source" href={headline.url}>
          {headline.publisher}
        </Link>
        <span class="meta-date">
          {headline.date && (
            <>
              {' · '}
              <span class="nowrap">{monthInWords(headline.date)}</span>
            </>
          )}
          {' · '}
        </span>
        <button
          ref={toggleRef}
          id={toggleId}
          type="button"
          class="toggle"
          aria-expanded={open}
          aria-controls={panel}
          aria-describedby={factId}
          onClick={trusted(onToggle)}
        >
          {open ? words.less : words.more}
        </button>
      </p>
    </div>
  );
}
