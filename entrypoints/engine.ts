import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import shippedHeadlines from '#generated/headlines.json?raw';
import shippedPack from '#generated/match-pack.json?raw';
import { mountCard } from '../components/card/mount.ts';
import { setLanguage } from '../components/ui/strings.ts';
import type { Headline } from '../lib/claims/types.ts';
import { addressesIn } from '../lib/feed/addresses.ts';
import { followPage } from '../lib/feed/dress.ts';
import type { Engine } from '../lib/feed/feed.ts';
import { watchPresses } from '../lib/feed/presses.ts';
import { soon } from '../lib/feed/soon.ts';
import { inLanguage, type Localised } from '../lib/language.ts';
import { type Matcher, matcherInSteps, type PackedMatchPack, unpack } from '../lib/matching/index.ts';
import { bringEngine } from './shared/meeting.ts';

/** Let go once they are read: what a module imports stays for as long as the page. */
let packText = shippedPack;
let headlinesText = shippedHeadlines;

/**
 * The second script of a page (decision 20): rules, lines of closed cards, and how a card is drawn. The background sets it beside
 * the reader when the first post comes that may assert a claim. Built here, before the reader is told, in several turns: the page
 * may be loading and is not to wait for all of it at once.
 */
export default defineUnlistedScript(async () => {
  const pack = unpack(JSON.parse(packText) as PackedMatchPack);
  packText = '';
  await nextTurn();
  const matcher = await inTurns(matcherInSteps(pack));
  await inTurns(matcher.getReady());
  // What waited is judged as soon as the engine is there: not in the turn of the last step.
  await nextTurn();
  bringEngine((language) => createEngine(matcher, language));
});

function createEngine(matcher: Matcher, language: string): Engine {
  setLanguage(language);
  const lines = inLanguage(JSON.parse(headlinesText) as Localised<Headline[]>, language);
  headlinesText = '';
  const headlines = new Map(lines.map((line) => [line.id, line]));
  return {
    match: (...post) => matcher.match(...post),
    addressesIn,
    headline: (claim) => headlines.get(claim),
    mountCard: followPage((host, model, actions) => mountCard(host, model, { ...actions, watchPresses })),
  };
}

/** Leaves the page a turn between any two steps. */
async function inTurns<Made>(steps: Generator<undefined, Made>): Promise<Made> {
  let step = steps.next();
  while (!step.done) {
    await nextTurn();
    step = steps.next();
  }
  return step.value;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void soon(window, resolve, 'user-visible'));
}
