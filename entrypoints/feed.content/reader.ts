import gatePack from '#generated/gate-pack.json';
import type { Headline } from '../../lib/claims/types.ts';
import { type Engine, type Feed, startFeed } from '../../lib/feed/feed.ts';
import { type Gate, type GatePack, readGate } from '../../lib/matching/gate.ts';
import { saveSettings } from '../../lib/settings/settings.ts';
import type { Settings } from '../../lib/settings/types.ts';
import type { Site } from '../../lib/sites/site.ts';
import type { CardUpdates } from '../../lib/updates/read.ts';
import { feedSettings, msUntilResume } from './choices.ts';
import { createReporter, loadBody, openLibrary } from './link.ts';
import { loadEngine } from './loadEngine.ts';

/** Whether this script still belongs to an extension that is there. */
export interface Life {
  readonly isValid: boolean;
}

/** What a page, or a frame, is read as. */
export interface Place {
  site: Site;
  embedded: boolean;
  /** Toolbar and popup belong to the page around a frame. */
  isTop: boolean;
}

/** What the person and an update want, as stored. */
export interface Choices {
  /** As the browser names it. */
  language: string;
  settings: Settings;
  updates: CardUpdates;
}

/** One page's feed, with the person's choices applied as they change. */
export interface Reader {
  feed: Feed;
  apply(settings: Settings): void;
  applyUpdates(updates: CardUpdates): void;
  /** Whether the last choice made here could not be stored. */
  isUnsaved(): boolean;
  stop(): void;
}

const SILENT: ReturnType<typeof createReporter> = { changed: () => undefined, stop: () => undefined };

export function startReader(life: Life, { site, embedded, isTop }: Place, { language, ...choices }: Choices): Reader {
  let { settings, updates } = choices;
  let updated = linesOf(updates);
  let resume: ReturnType<typeof setTimeout> | undefined;
  let unsaved = false;
  let feed: Feed | undefined;
  const report = isTop ? createReporter(() => feed?.count()) : SILENT;

  feed = startFeed({
    site,
    document,
    embedded,
    mayMatch: gateFor(life),
    loadEngine: async () => {
      const engine = (await loadEngine(() => life.isValid))(language);
      return {
        ...engine,
        match: (...post) => stillOurs(life, engine.match(...post)),
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
    feed?.update(feedSettings(settings, site, updates));
    report.changed();
    clearTimeout(resume);
    const wait = msUntilResume(settings);
    if (wait !== undefined) resume = setTimeout(() => apply(settings), wait);
  }

  function applyUpdates(next: CardUpdates): void {
    updates = next;
    updated = linesOf(next);
    apply(settings);
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

  function stop(): void {
    clearTimeout(resume);
    report.stop();
    feed?.stop();
  }

  return { feed, apply, applyUpdates, isUnsaved: () => unsaved, stop };
}

/** The lines of an update in the place of the package's. */
function linesOf({ headlines }: CardUpdates): Map<string, Headline> | undefined {
  return headlines && new Map(headlines.map((line) => [line.id, line]));
}

/** The gate, read when there is a first post: pages without any, and people who switched us off, pay nothing for it. */
function gateFor(life: Life): (text: string) => boolean {
  const isOrphan = orphanCheck(life);
  let gate: Gate | undefined;
  return (text) => {
    gate ??= readGate(gatePack as unknown as GatePack);
    return !isOrphan() && gate(text);
  };
}

/** A claim found after the extension was updated or removed is nobody's to show. */
function stillOurs(life: Life, verdict: ReturnType<Engine['match']>): ReturnType<Engine['match']> {
  return verdict.matches.length === 0 || life.isValid ? verdict : { ...verdict, matches: [] };
}

/** Asks at most once a second whether the extension is still there: it ends an orphaned script at the next post, and is not free. */
function orphanCheck(life: Life): () => boolean {
  const clock = performance;
  let asked = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.now();
    if (now - asked < 1000) return false;
    asked = now;
    return !life.isValid;
  };
}
