import type { Claim } from '../../lib/claims/types.ts';
import { strings } from '../ui/strings.ts';
import { byFamily, claimAnchor, familyAnchor, familyName } from './families.ts';
import type { Shown } from './shown.ts';

const words = strings.library;
const PLACES = ['claims', 'topics', 'sources', 'data', 'corrections', 'changes', 'method', 'help'] as const;

/** The way to every part of the page and to every claim. */
export function Contents({ claims, shown }: { claims: Claim[]; shown: Shown }) {
  return (
    <nav class="contents" aria-label={words.contents}>
      <ul class="contents-places">
        {PLACES.map((place) => (
          <li key={place} ref={shown.part(place)}>
            <a href={`#${place}`}>{words[place]}</a>
          </li>
        ))}
      </ul>
      <ul class="contents-families">
        {byFamily(claims).map(([family, members]) => (
          <li key={family} ref={shown.part(familyAnchor(family))}>
            <a href={`#${familyAnchor(family)}`}>{familyName(family)}</a>
            <ul>
              {members.map((claim) => (
                <li key={claim.id} ref={shown.item(claim, familyAnchor(family))}>
                  <a href={`#${claimAnchor(claim.id)}`}>{claim.title}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
