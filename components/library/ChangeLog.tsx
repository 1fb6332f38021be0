import type { Claim } from '../../lib/claims/types.ts';
import { inWords } from '../ui/dates.ts';
import { strings } from '../ui/strings.ts';
import { claimAnchor } from './families.ts';

/** Every recorded change of every claim, the latest first. */
export function ChangeLog({ claims }: { claims: Claim[] }) {
  const changes = claims
    .flatMap((claim) => claim.changes.map((change) => ({ ...change, claim })))
    .sort((a, b) => b.date.localeCompare(a.date));
  if (changes.length === 0) return <p>{strings.library.noChanges}</p>;
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
