import { useState } from 'preact/hooks';
import { strings } from '../ui/strings.ts';

/** How long "copied" stands, in ms. */
const SHOWN = 2000;

/** Copies the address of a part of this page. The address stays good: it is made of the part's id. */
export function Address({ anchor, of }: { anchor: string; of: string }) {
  const words = strings.library;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(`#${anchor}`, location.href).href);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN);
  };
  return (
    <span class="address">
      <button type="button" class="quiet small" aria-label={words.copyAddress(of)} onClick={() => void copy().catch(() => undefined)}>
        {words.address}
      </button>
      <span class="dim small" role="status">
        {copied && words.addressCopied}
      </span>
    </span>
  );
}
