import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import headlinesText from '#generated/headlines.json?raw';
import packText from '#generated/match-pack.json?raw';
import { mountCard } from '../components/card/mount.ts';
import { setLanguage } from '../components/ui/strings.ts';
import type { Headline } from '../lib/claims/types.ts';
import { linksInText } from '../lib/feed/addresses.ts';
import type { Engine } from '../lib/feed/feed.ts';
import { watchPresses } from '../lib/feed/presses.ts';
import { inLanguage, type Localised } from '../lib/language.ts';
import { createMatcher, type PackedMatchPack, unpack } from '../lib/matching/index.ts';
import { meeting } from './shared/meeting.ts';

/**
 * The second script of a page (decision 20): rules, lines of closed cards, and how a card is drawn. The background sets it beside
 * the reader when the first post comes that may assert a claim. Built here, before the reader is told: it takes some milliseconds.
 */
export default defineUnlistedScript(() => {
  const matcher = createMatcher(unpack(JSON.parse(packText) as PackedMatchPack));
  meeting().bring((language): Engine => {
    setLanguage(language);
    const lines = inLanguage(JSON.parse(headlinesText) as Localised<Headline[]>, language);
    const headlines = new Map(lines.map((line) => [line.id, line]));
    return {
      match: (...post) => matcher.match(...post),
      linksIn: linksInText,
      headline: (claim) => headlines.get(claim),
      mountCard: (host, model, actions) => mountCard(host, model, { ...actions, watchPresses }),
    };
  });
});
