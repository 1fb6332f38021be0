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
  briefId: string;
  toggleRef: Ref<HTMLButtonElement>;
  onToggle: () => void;
}

const words = strings.card;

/**
 * The collapsed card: one short paragraph. The toggle's hit area covers the whole strip (see card.css), so that the
 * strip is one button for the pointer and the keyboard, while the source stays a link in it and the fact stays text.
 */
export function Strip({ model, open, panel, briefId, toggleRef, onToggle }: Props) {
  const { headline, match } = model;
  const tagOnly = match.kind === 'background';
  // A card that only a tag brought says so in the place of the date.
  const when = tagOnly ? words.tag : headline.date && monthInWords(headline.date);
  return (
    <div class="strip">
      <Mark />
      <p class="line">
        {!tagOnly && (
          <span class="lead">
            <b>{words.context}</b>
            {' · '}
          </span>
        )}
        <span class="brief" id={briefId}>
          {headline.brief}
        </span>{' '}
        <span class="meta">
          <Link class="meta-source" href={headline.url}>
            {headline.publisher}
          </Link>
          {' · '}
          <span class="nowrap">
            {when && `${when} · `}
            <button
              ref={toggleRef}
              id={`${panel}-toggle`}
              type="button"
              class="toggle"
              aria-expanded={open}
              aria-controls={panel}
              aria-describedby={briefId}
              title={model.size === 'full' ? undefined : headline.brief}
              onClick={trusted(onToggle)}
            >
              {open ? words.less : words.more}
            </button>
          </span>
        </span>
      </p>
    </div>
  );
}
