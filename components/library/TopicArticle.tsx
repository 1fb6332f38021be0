import type { Ref } from 'preact';
import type { Evidence, Topic } from '../../lib/claims/types.ts';
import { FigureSource } from '../card/Figures.tsx';
import { inWords } from '../ui/dates.ts';
import { strings } from '../ui/strings.ts';
import { Address } from './Address.tsx';
import { toClaims, topicAnchor } from './families.ts';
import { LinkLine } from './Links.tsx';

/** What documents say of one topic, point by point, and the claims it belongs to. */
export function TopicArticle({ topic, evidence, element }: { topic: Topic; evidence: Evidence; element: Ref<HTMLElement> }) {
  const anchor = topicAnchor(topic.id);
  const claims = evidence.claims.filter(({ id }) => topic.claims.includes(id));
  return (
    <article class="claim" id={anchor} ref={element} aria-labelledby={`${anchor}-title`}>
      <header class="claim-head">
        <h3 id={`${anchor}-title`}>{topic.title}</h3>
        <Address anchor={anchor} of={topic.title} />
      </header>
      <ul class="bullets">
        {topic.points.map(({ text, source }) => (
          <li key={text}>
            {text} <FigureSource source={evidence.sources.find(({ id }) => id === source)} />
          </li>
        ))}
      </ul>
      {topic.caveats.map((caveat) => (
        <p key={caveat}>{caveat}</p>
      ))}
      <p>
        {strings.library.belongsTo} <LinkLine to={toClaims(claims)} />
      </p>
      <p class="dim small">{strings.claim.reviewed(inWords(topic.reviewedOn), inWords(topic.reviewBy))}</p>
    </article>
  );
}
