import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import siteList from '#generated/sites.json';
import { pickEmbed, pickSite } from '../../lib/feed/pick.ts';
import { removeHosts } from '../../lib/feed/placement.ts';
import { languageFor, spoken } from '../../lib/language.ts';
import { loadSettings, onSettings } from '../../lib/settings/settings.ts';
import type { Site } from '../../lib/sites/site.ts';
import { cardUpdates, onCardUpdates } from '../../lib/updates/read.ts';
import { answerPopup } from './link.ts';
import { type Life, type Place, type Reader, startReader } from './reader.ts';

const sites = siteList as unknown as Site[];

/**
 * Runs once the page stands (`document_idle`): a script at `document_start` would add cards before Reddit and others have
 * hydrated, and the site would drop them. Posts already there are read in slices, nearest to the view first.
 */
export default defineContentScript({
  matches: sites.filter((site) => site.status === 'on').flatMap((site) => site.matches),
  runAt: 'document_idle',
  allFrames: false,
  noScriptStartedPostMessage: true,
  async main(ctx) {
    try {
      await run(ctx);
    } catch {
      removeHosts(document);
    }
  },
});

interface Context extends Life {
  onInvalidated(callback: () => void): () => void;
}

async function run(ctx: Context): Promise<void> {
  const place = placeOf(new URL(location.href));
  if (!place) return;
  const { settings } = await loadSettings();
  if (!ctx.isValid) return;
  const language = languageFor(settings.language, navigator.language);
  const updates = await cardUpdates(spoken(language));
  if (!ctx.isValid) return;
  const reader = startReader(ctx, place, { language, settings, updates });
  const ends = [onSettings(reader.apply), onCardUpdates(spoken(language), reader.applyUpdates)];
  if (place.isTop) ends.push(answerPopup(reader.feed, reader.isUnsaved));
  reader.apply(settings);
  const endReturns = onReturn(reader);

  ctx.onInvalidated(() => {
    endReturns();
    reader.stop();
    for (const end of ends) quietly(end);
  });
}

function placeOf(address: URL): Place | undefined {
  const isTop = window === window.top;
  const embed = pickEmbed(sites, address);
  const site = embed ?? (isTop ? pickSite(sites, address, document) : undefined);
  return site && { site, embedded: embed !== undefined, isTop };
}

/** What was chosen while the page lay in the back-forward cache holds when it comes back. @returns how to end that. */
function onReturn({ apply }: Reader): () => void {
  const refresh = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    loadSettings().then(
      ({ settings }) => apply(settings),
      () => undefined,
    );
  };
  window.addEventListener('pageshow', refresh);
  return () => window.removeEventListener('pageshow', refresh);
}

/** After an update the extension's own interfaces may be gone. */
function quietly(work: () => void): void {
  try {
    if (browser.runtime?.id) work();
  } catch {
    // Nothing is left to tidy.
  }
}
