import { useState } from 'preact/hooks';
import { Link } from '../ui/Link.tsx';
import { strings } from '../ui/strings.ts';
import { issueAddress } from './reportText.ts';

const ROWS = 9;
const words = strings.popup.report;

/** Makes a report of the page's structure, which the person reads, changes, copies or takes to a new issue. It sends nothing. */
export function Report({ onMake }: { onMake: () => Promise<string> }) {
  const [text, setText] = useState<string>();
  const [failed, setFailed] = useState(false);
  const make = () => {
    onMake().then(setText, () => setFailed(true));
  };
  if (text !== undefined) return <Draft text={text} onChange={setText} />;
  return (
    <div>
      <button type="button" class="quiet" onClick={make}>
        {words.make}
      </button>
      <p aria-live="polite" class="small">
        {failed && words.failed}
      </p>
    </div>
  );
}

function Draft({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [copied, setCopied] = useState(false);
  const address = issueAddress(text);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const change = (next: string) => {
    setCopied(false);
    onChange(next);
  };
  return (
    <div class="report">
      <label>
        <span class="small">{words.label}</span>
        <textarea rows={ROWS} spellcheck={false} value={text} onInput={(event) => change(event.currentTarget.value)} />
      </label>
      <p class="dim small">{words.note}</p>
      <p class="report-row">
        <button type="button" class="button" onClick={copy}>
          {words.copy}
        </button>
        {address && (
          <Link class="button" href={address}>
            {words.open}
          </Link>
        )}
      </p>
      <p aria-live="polite" class="small">
        {copied ? words.copied : !address && words.tooLong}
      </p>
    </div>
  );
}
