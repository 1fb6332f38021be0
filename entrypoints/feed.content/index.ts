import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import gatePack from '#generated/gate-pack.json';
import siteList from '#generated/sites.json';
import type { Headline } from '../../lib/claims/types.ts';
import { type Engine, type Feed, startFeed } from '../../lib/feed/feed.ts';
import { pickEmbed, pickSite } from '../../lib/feed/pick.ts';
import { removeHosts } from '../../lib/feed/placement.ts';
import { languageFor, spoken } from '../../lib/language.ts';
import { type Gate, type GatePack, readGate } from '../../lib/matching/gate.ts';
import { loadSettings, onSettings, saveSettings } from '../../lib/settings/settings.ts';
import type { Settings } from '../../lib/settings/types.ts';
import type { Site } from '../../lib/sites/site.ts';
import { cardUpdates, onCardUpdates } from '../../lib/updates/read.ts';
import { feedSettings, msUntilResume } from './choices.ts';
import { answerPopup, createReporter, loadBody, openLibrary } from './link.ts';
import { loadEngine } from './loadEngine.ts';

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

const SILENT: ReturnType<typeof createReporter> = { changed: () => undefined, stop: () => undefined };

interface Context {
  readonly isValid: boolean;
  onInvalidated(callback: () => void): () => void;
}

async function run(ctx: Context): Promise<void> {
  const address = new URL(location.href);
  const isTop = window === window.top;
  const embed = pickEmbed(sites, address);
  const site = embed ?? (isTop ? pickSite(sites, address, document) : undefined);
  if (!site) return;
  let { settings } = await loadSettings();
  if (!ctx.isValid) return;
  const language = languageFor(settings.language, navigator.language);
  let updates = await cardUpdates(spoken(language));
  if (!ctx.isValid) return;
  /** The lines of an update in the place of the package's. */
  let updated = updates.headlines && byId(updates.headlines);
  // Read when there is a first post: pages without any, and people who switched us off, pay nothing for it.
  let gate: Gate | undefined;
  const isOrphan = orphanCheck(ctx);
  // Toolbar and popup belong to the page around a frame.
  const report = isTop ? createReporter(() => feed?.count()) : SILENT;
  let feed: Feed | undefined;
  let resume: ReturnType<typeof setTimeout> | undefined;
  let unsaved = false;

  feed = startFeed({
    site,
    document,
    embedded: embed !== undefined,
    mayMatch: (text) => {
      gate ??= readGate(gatePack as unknown as GatePack);
      return !isOrphan() && gate(text);
    },
    loadEngine: async () => {
      const engine = (await loadEngine(() => ctx.isValid))(language);
      return {
        ...engine,
        match: (...post) => stillOurs(ctx, engine.match(...post)),
        headline: (claim) => (updated ? updated.get(claim) : engine.headline(claim)),
      };
    },
    loadBody,
    openLibrary,
    settings: feedSettings(settings, site, updates),
    hideTopic: (claim) => change({ topicsHidden: [...settings.topicsHidden, claim] }),
    hideSite: () => change({ sitesOff: [...settings.sitesOff, site.id] }),
    changed: report.changed,
  });
  report.changed();

  function apply(next: Settings): void {
    settings = next;
    feed?.update(feedSettings(settings, site as Site, updates));
    report.changed();
    clearTimeout(resume);
    const wait = msUntilResume(settings);
    if (wait !== undefined) resume = setTimeout(() => apply(settings), wait);
  }

  /** The choice holds on this page at once, even when it cannot be stored. */
  function change(patch: Partial<Settings>): void {
    apply({ ...settings, ...patch });
    saveSettings(patch).then(
      () => {
        unsaved = false;
      },
      () => {
        unsaved = true;
      },
    );
  }

  const stopSettings = onSettings(apply);
  const stopUpdates = onCardUpdates(spoken(language), (next) => {
    updates = next;
    updated = next.headlines && byId(next.headlines);
    apply(settings);
  });
  const stopAnswering = isTop ? answerPopup(feed, () => unsaved) : () => undefined;
  apply(settings);
  const refresh = (event: PageTransitionEvent): void => {
    if (event.persisted)
      loadSettings().then(
        (loaded) => apply(loaded.settings),
        () => undefined,
      );
  };
  window.addEventListener('pageshow', refresh);

  ctx.onInvalidated(() => {
    clearTimeout(resume);
    window.removeEventListener('pageshow', refresh);
    report.stop();
    feed?.stop();
    quietly(stopSettings);
    quietly(stopUpdates);
    quietly(stopAnswering);
  });
}

/** A claim found after the extension was updated or removed is nobody's to show. */
function stillOurs(ctx: Context, verdict: ReturnType<Engine['match']>): ReturnType<Engine['match']> {
  return verdict.matches.length === 0 || ctx.isValid ? verdict : { ...verdict, matches: [] };
}

function byId(lines: readonly Headline[]): Map<string, Headline> {
  return new Map(lines.map((line) => [line.id, line]));
}

/** Asks at most once a second whether the extension is still there: it ends an orphaned script at the next post, and is not free. */
function orphanCheck(ctx: Context): () => boolean {
  const clock = performance;
  let asked = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.now();
    if (now - asked < 1000) return false;
    asked = now;
    return !ctx.isValid;
  };
}

/** After an update the extension's own interfaces may be gone. */
function quietly(work: () => void): void {
  try {
    if (browser.runtime?.id) work();
  } catch {
    // Nothing is left to tidy.
  }
}
