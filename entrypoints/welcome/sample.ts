import headlinesByLanguage from '#generated/headlines.json';
import packData from '#generated/match-pack.json';
import { mountCard } from '../../components/card/mount.ts';
import type { Judge } from '../../components/welcome/WelcomeView.tsx';
import type { Headline } from '../../lib/claims/types.ts';
import { followPage } from '../../lib/feed/dress.ts';
import { HOST_TAG } from '../../lib/feed/guard.ts';
import { cardModel } from '../../lib/feed/model.ts';
import { inLanguage, type Localised } from '../../lib/language.ts';
import { createMatcher, type PackedMatchPack, unpack } from '../../lib/matching/index.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { loadBody, openLibrary } from '../feed.content/link.ts';

/** Judges the sample posts as the reader of a feed does: same matcher, same card. What is hidden here is hidden here alone. */
export function sampleJudge(language: string, { cardSize }: Pick<Settings, 'cardSize'>): Judge {
  const matcher = createMatcher(unpack(packData as unknown as PackedMatchPack));
  const headlines = new Map(inLanguage(headlinesByLanguage as unknown as Localised<Headline[]>, language).map((line) => [line.id, line]));
  const mount = followPage(mountCard);
  return (place, text) => {
    const { matches } = matcher.match(text);
    const model = cardModel({ matches, text }, (claim) => headlines.get(claim), [], place, cardSize);
    if (!model) return () => undefined;
    const host = document.createElement(HOST_TAG);
    place.append(host);
    const hide = () => host.remove();
    const card = mount(host, model, {
      loadBody,
      openLibrary,
      hidePost: hide,
      hideTopic: hide,
      hideSite: hide,
    });
    return () => {
      card.unmount();
      host.remove();
    };
  };
}
