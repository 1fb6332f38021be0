import type { CardModel } from '../../lib/feed/types.ts';
import { inWords } from '../ui/dates.ts';
import { strings } from '../ui/strings.ts';

/** Which words of the post brought the card, the rules that matched, and when the claim was last reviewed. */
export function Why({ model, reviewedOn }: { model: CardModel; reviewedOn: string }) {
  const quotes = [...new Set(model.quotes)];
  return (
    <div class="drawer">
      {quotes.length > 0 && (
        <p>
          {strings.card.matched}{' '}
          {quotes.map((quote) => (
            <span key={quote}>
              <mark>{quote}</mark>{' '}
            </span>
          ))}
        </p>
      )}
      {model.match.why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="dim">{strings.card.reviewed(inWords(reviewedOn))}</p>
    </div>
  );
}
