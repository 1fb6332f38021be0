import { useState } from 'preact/hooks';
import type { CardModel } from '../../lib/feed/types.ts';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';

const FORM = 'https://github.com/case-by-case/case-by-case/issues/new?template=wrong-card.yml';

/** What a report brings along, by the names of the form's fields (`.github/ISSUE_TEMPLATE/wrong-card.yml`). */
type Fields = { title: string; claim: string; wording?: string };

/** Everything that goes to the form, before it goes: nothing of the post unless the person adds it. */
export function Report({ model }: { model: CardModel }) {
  const words = strings.card.reporting;
  const [withWords, setWithWords] = useState(false);
  const { id } = model.headline;
  const fields: Fields = { title: `Wrong card: ${id}`, claim: id, ...(withWords && { wording: model.quotes.join(' … ') }) };
  return (
    <div class="drawer">
      <p>{words.note}</p>
      <dl class="report-fields">
        {Object.entries(fields).map(([name, value]) => (
          <div key={name}>
            <dt>{words.fields[name as keyof Fields]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {model.quotes.length > 0 && (
        <label class="check-row">
          <input type="checkbox" checked={withWords} onChange={(event) => setWithWords(event.currentTarget.checked)} />
          <span>{words.addWords}</span>
        </label>
      )}
      <p>
        <Link class="button" href={addressOf(fields)}>
          {words.open}
        </Link>
      </p>
    </div>
  );
}

function addressOf(fields: Fields): string {
  return `${FORM}&${new URLSearchParams(fields)}`;
}
