import type { ClaimId } from '../../lib/claims/types.ts';
import { strings } from '../ui/strings.ts';
import { Row, Section } from './Section.tsx';
import { type Part, without } from './types.ts';

interface Props extends Part {
  /** Titles of the claims, by id. */
  titles: ReadonlyMap<ClaimId, string>;
}

/** Claims that get no card, to be shown again. */
export function Topics({ settings, managed, titles, actions }: Props) {
  const words = strings.options;
  return (
    <Section title={words.topics} note={settings.topicsHidden.length === 0 ? words.noTopics : words.topicsNote}>
      {settings.topicsHidden.length > 0 && (
        <ul>
          {settings.topicsHidden.map((id) => {
            const name = titles.get(id) ?? id;
            const locked = managed.topicsHidden?.includes(id) ?? false;
            return (
              <Row key={id} name={name} locked={locked}>
                {!locked && (
                  <button
                    type="button"
                    class="quiet"
                    aria-label={words.showAgainOne(name)}
                    onClick={() => actions.save({ topicsHidden: without(settings.topicsHidden, id) })}
                  >
                    {words.showAgain}
                  </button>
                )}
              </Row>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
