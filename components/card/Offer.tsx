import { useEffect, useRef, useState } from 'preact/hooks';
import { strings } from '../ui/strings.ts';

type Outcome = { is: 'idle' } | { is: 'copied' } | { is: 'by-hand'; text: string };

/** Rows of the text field shown when the browser does not let us copy. */
const ROWS = 3;

/** Hands texts to the person: on the clipboard, or through the system's own sharing where there is one. */
export function useOffer() {
  const [outcome, setOutcome] = useState<Outcome>({ is: 'idle' });
  const copy = (text: string): void => {
    writeClipboard(text).then(
      () => setOutcome({ is: 'copied' }),
      () => setOutcome({ is: 'by-hand', text }),
    );
  };
  const share = (text: string): void => {
    openSharing(text).then(
      () => setOutcome({ is: 'idle' }),
      (error) => (isCancelled(error) ? setOutcome({ is: 'idle' }) : copy(text)),
    );
  };
  return { outcome, copy, share };
}

async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Rejects where there is no sharing, or the page forbids it. */
async function openSharing(text: string): Promise<void> {
  await navigator.share({ text });
}

function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Says that a text was copied, or offers it selected when the page forbids the clipboard. */
export function OfferOutcome({ outcome }: { outcome: Outcome }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (outcome.is === 'by-hand') field.current?.select();
  }, [outcome]);
  return (
    <div role="status" class={outcome.is === 'idle' ? undefined : 'drawer'}>
      {outcome.is === 'copied' && <p class="dim">{strings.card.copied}</p>}
      {outcome.is === 'by-hand' && (
        <label>
          {strings.card.copyByHand}
          <textarea ref={field} readOnly rows={ROWS} value={outcome.text} />
        </label>
      )}
    </div>
  );
}
