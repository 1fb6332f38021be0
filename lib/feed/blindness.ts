import type { Site } from '../sites/site.ts';
import { isSelector } from './guard.ts';
import type { PostFinder } from './posts.ts';
import type { Sight } from './sight.ts';
import type { TextReader } from './text.ts';

/** As many posts without a word cannot be chance. A few can: pictures alone. */
const WORDLESS = 8;
const LOOK_AT = 60;
/** A feed is given this many ms to load its posts. */
export const BLIND_AFTER = 3000;

/** Tells a page whose layout we cannot read from one without posts. */
export interface Blindness {
  readonly blind: boolean;
  /** Posts with words were read: whatever was feared is not so. */
  sawWords(): void;
  /** A new screen: what was seen before proves nothing about it. */
  restart(): void;
  /** Sees to it that the page is looked at once its posts have had time to load. No polling: one look a call, at most one pending. */
  lookLater(): void;
  /** Looks now, when there was time enough. */
  look(): void;
  stop(): void;
}

interface Parts {
  page: Document;
  site: Site;
  finder: PostFinder;
  reader: TextReader;
  sight: Sight;
  /** Called when `blind` changed. */
  changed(): void;
  after?: number;
}

export function createBlindness({ page, site, finder, reader, sight, changed, after = BLIND_AFTER }: Parts): Blindness {
  const view = page.defaultView as Window;
  let seen = false;
  let blind = false;
  let since = view.performance.now();
  let timer: number | undefined;

  function say(now: boolean): void {
    if (now === blind) return;
    blind = now;
    changed();
  }

  function isBlind(): boolean {
    if (!feedStands()) return false;
    const posts = finder.within(page).slice(0, LOOK_AT);
    if (posts.some((post) => reader.read(post) !== '')) return false;
    return posts.length === 0 || posts.length >= WORDLESS;
  }

  function feedStands(): boolean {
    if (!isSelector(site.feed)) return false;
    const feeds = [...page.querySelectorAll(site.feed)].slice(0, LOOK_AT);
    return feeds.some((element) => !finder.isNever(element) && sight.standing(element) !== 'hidden');
  }

  function look(): void {
    if (page.visibilityState !== 'hidden' && !seen && view.performance.now() - since >= after) say(isBlind());
  }

  function stop(): void {
    view.clearTimeout(timer);
    timer = undefined;
    blind = false;
  }

  function lookLater(): void {
    if (seen || timer !== undefined) return;
    timer = view.setTimeout(() => {
      timer = undefined;
      look();
    }, after + 1);
  }

  return {
    get blind() {
      return blind;
    },
    sawWords() {
      if (seen && !blind) return;
      seen = true;
      say(false);
      stop();
    },
    restart() {
      say(false);
      stop();
      seen = false;
      since = view.performance.now();
      lookLater();
    },
    lookLater,
    look,
    stop,
  };
}
