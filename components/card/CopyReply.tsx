import { useEffect, useRef, useState } from 'preact/hooks';
import type { Headline } from '../../lib/claims/types.ts';
import { strings } from '../ui/strings.ts';
import { trusted } from '../ui/trusted.ts';

type CopyState = 'idle' | 'copied' | 'by-hand';

/** Rows of the text field shown when the browser does not let us copy. */
const ROWS = 3;

/** State and action of the copy button: the fact with its source, and nothing of the post. */
export function useCopyReply(fact: string, { publisher, url }: Headline) {
  const [state, setState] = useState<CopyState>('idle');
  const text = strings.card.reply(fact, publisher, url);
  const copy = trusted<MouseEvent>(() => {
    writeClipboard(text).then(
      () => setState('copied'),
      () => setState('by-hand'),
    );
  });
  return { state, text, copy };
}

async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Says that the text was copied, or offers it selected when the page forbids the clipboard. */
export function CopyOutcome({ state, text }: { state: CopyState; text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'by-hand') field.current?.select();
  }, [state]);
  return (
    <div role="status" class={state === 'idle' ? undefined : 'drawer'}>
      {state === 'copied' && <p class="dim">{strings.card.copied}</p>}
      {state === 'by-hand' && (
        <label>
          {strings.card.copyByHand}
          <textarea ref={field} readOnly rows={ROWS} value={text} />
        </label>
      )}
    </div>
  );
}
