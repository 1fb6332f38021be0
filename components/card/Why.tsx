import type { CardModel } from '../../lib/feed/types.ts';
import { inWords } from '../ui/dates.ts';
import { strings } from '../ui/strings.ts';

/** What the matcher calls it when no rule by itself but the words together brought the card (`lib/matching/trace.ts`). */
const WEIGHED = 'words';

/** Which words of the post brought the card, by which rule, and when the claim was last reviewed. */
export function Why({ model, reviewedOn }: { model: CardModel; reviewedOn: string }) {
  const words = strings.card;
  return (
    <div class="drawer">
      {model.quotes.length > 0 && (
        <p>
          {words.matched} <Marked words={model.quotes} />
        </p>
      )}
      <p>{words.rules(model.match.why.length)}</p>
      <ul class="why-rules">
        {model.match.why.map((line) => {
          const { rule, quotes } = readWhy(line);
          return (
            <li key={line}>
              {rule === WEIGHED ? words.weighed : <code>{rule}</code>} <Marked words={quotes} />
            </li>
          );
        })}
      </ul>
      <p class="dim">{words.reviewed(inWords(reviewedOn))}</p>
    </div>
  );
}

function Marked({ words }: { words: string[] }) {
  return (
    <>
      {[...new Set(words)].map((word) => (
        <span key={word}>
          <mark>{word}</mark>{' '}
        </span>
      ))}
    </>
  );
}

/** A line of the matcher, such as `sold-in-cabinets: “Wayfair” … “children”`, as the rule's name and the words it found. */
export function readWhy(line: string): { rule: string; quotes: string[] } {
  const [rule, ...rest] = line.split(': ');
  return { rule, quotes: [...rest.join(': ').matchAll(/“([^”]*)”/g)].map(([, quote]) => quote) };
}
