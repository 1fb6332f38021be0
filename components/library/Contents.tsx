import type { Claim } from '../../lib/claims/types.ts';
import { strings } from '../ui/strings.ts';
import { byFamily, claimAnchor, familyAnchor, familyName } from './families.ts';

const words = strings.library;
const PLACES = ['topics', 'data', 'sources', 'changes', 'method', 'help'] as const;

/** The way to every claim and part of the page. */
export function Contents({ claims }: { claims: Claim[] }) {
  return (
    <nav class="contents" aria-label={words.contents}>
      <ul>
        {byFamily(claims).map(([family, members]) => (
          <li key={family}>
            <a href={`#${familyAnchor(family)}`}>{familyName(family)}</a>
            <ul>
              {members.map((claim) => (
                <li key={claim.id}>
                  <a href={`#${claimAnchor(claim.id)}`}>{claim.title}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {PLACES.map((place) => (
          <li key={place}>
            <a href={`#${place}`}>{words[place]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
