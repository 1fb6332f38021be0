import type { Claim } from '../../lib/claims/types.ts';
import { strings } from '../ui/strings.ts';
import { byFamily, claimAnchor, familyAnchor, familyName } from './families.ts';

const words = strings.library;
const PLACES = ['topics', 'sources', 'data', 'corrections', 'changes', 'method', 'help'] as const;

/** The way to every claim shown and every part of the page. */
export function Contents({ claims, shown }: { claims: Claim[]; shown: ReadonlySet<Claim> }) {
  return (
    <nav class="contents" aria-label={words.contents}>
      <ul>
        {byFamily(claims).map(([family, members]) => (
          <li key={family} hidden={!members.some((claim) => shown.has(claim))}>
            <a href={`#${familyAnchor(family)}`}>{familyName(family)}</a>
            <ul>
              {members.map((claim) => (
                <li key={claim.id} hidden={!shown.has(claim)}>
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
