import type { Claim } from '../../lib/claims/types.ts';
import { inWords } from '../ui/dates.ts';
import { claimAnchor } from './families.ts';

/** One recorded change of one claim. */
export interface Change {
  date: string;
  what: string;
  claim: Claim;
}

/** How a correction begins, in every language of the data (`docs/corrections.md`). */
const CORRECTION = /^(Corrected|Corregido|Corregida):/;

/** Every recorded change of every claim, the latest first. */
export function changesOf(claims: readonly Claim[]): Change[] {
  return claims.flatMap((claim) => claim.changes.map((change) => ({ ...change, claim }))).sort((a, b) => b.date.localeCompare(a.date));
}

/** True for a change that put something wrong right. */
export function isCorrection({ what }: Pick<Change, 'what'>): boolean {
  return CORRECTION.test(what);
}

/** Changes as a list; words of one's own where there are none. */
export function ChangeLog({ changes, none }: { changes: Change[]; none: string }) {
  if (changes.length === 0) return <p>{none}</p>;
  return (
    <ul class="changes">
      {changes.map(({ date, what, claim }) => (
        <li key={date + claim.id + what}>
          <span class="dim">{inWords(date)}</span> <a href={`#${claimAnchor(claim.id)}`}>{claim.title}</a>: {what}
        </li>
      ))}
    </ul>
  );
}
