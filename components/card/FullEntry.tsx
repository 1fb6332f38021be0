import type { ClaimId } from '../../lib/claims/types.ts';
import { strings } from '../ui/strings.ts';
import { trusted } from '../ui/trusted.ts';

/** Leads to a claim's entry in the library. A button: a page may not lead to an address of the extension. */
export function FullEntry({ claim, onOpen }: { claim: ClaimId; onOpen: (claim: ClaimId) => void }) {
  return (
    <p>
      <button type="button" class="quiet" onClick={trusted(() => onOpen(claim))}>
        {strings.card.library}
      </button>
    </p>
  );
}
