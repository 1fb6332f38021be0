/* Long because it is where all parts of the reader meet, and what happens to a page is to be read in one place. */

import { createHealth, type Health } from '../health/health.ts';
import { type StructureReport, structureReport } from '../health/report.ts';
import type { Feed, FeedOptions } from './api.ts';
import { type Blindness, createBlindness } from './blindness.ts';
import { Cards, type StandingCard } from './cards.ts';
import { createCollector } from './collect.ts';
import { condition, type FeedSettings } from './condition.ts';
import { createEngineSlot, type EngineSlot } from './engine.ts';
import { isNeverPath } from './guard.ts';
import { createJudge, type Judge, type Judged, type Read } from './judge.ts';
import { Ledger } from './ledger.ts';
import { type NavigationWatch, watchNavigation } from './navigation.ts';
import { removeHosts } from './placement.ts';
import { createFinder, type Post, type PostFinder } from './posts.ts';
import { type Presence, watchPresence } from './presence.ts';
import { createQueue, type PostQueue } from './queue.ts';
import { createSeat, type Seat } from './seat.ts';
import { createSight, type Sight } from './sight.ts';
import { createTextReader } from './text.ts';
import type { FeedState, FeedStatus } from './types.ts';
import { type Changes, watchPage } from './watch.ts';

export type { Feed, FeedOptions } from './api.ts';
export type { FeedSettings } from './condition.ts';
export type { Engine } from './engine.ts';

/** Reads a page's posts and keeps cards under those that assert a known claim. No error of ours reaches the page. */
export function startFeed(options: FeedOptions): Feed {
  return new PageFeed(options);
}

class PageFeed implements Feed {
  readonly #options: FeedOptions;
  readonly #page: Document;
  readonly #view: Window & typeof globalThis;
  /** Asked for once: a look-up on a window costs more than the time it tells. */
  readonly #clock: Performance;
  readonly #health: Health;
  readonly #finder: PostFinder;
  readonly #sight: Sight;
  readonly #cards: Cards;
  readonly #queue: PostQueue;
  readonly #judge: Judge;
  readonly #seat: Seat;
  readonly #blindness: Blindness;
  readonly #navigation: NavigationWatch;
  readonly #presence: Presence;
  readonly #ledger = new Ledger();
  readonly #slot: EngineSlot;
  readonly #collect: (changes: Changes) => Post[];
  /** Hash of the words each element showed when it was last decided on. */
  #decided = new WeakMap<Element, string>();
  #settings: FeedSettings;
  #unwatch: (() => void) | undefined;
  /** False on paths that are never read: the page is then watched for a move to another address, and for nothing else. */
  #reading = false;
  #ended = false;
  /** Something happened while nobody could see the page; it is looked at when somebody can. */
  #missed = false;

  constructor(options: FeedOptions) {
    const { site, document: page } = options;
    const view = page.defaultView as Window & typeof globalThis;
    const health = options.health ?? createHealth();
    const changed = (): void => this.#changed();
    const again = (post: Post): void => this.#again(post);
    this.#options = options;
    this.#settings = options.settings;
    this.#page = page;
    this.#view = view;
    this.#clock = view.performance;
    this.#health = health;
    const finder = createFinder(site, (layout) => health.error(`layout ${layout}`));
    const reader = createTextReader(site, finder);
    const sight = createSight(page);
    const slot = createEngineSlot({
      load: options.loadEngine,
      came: (posts) => this.#safely('engine', () => this.#judgeKept(posts)),
      missing: () => this.#safely('engine', () => this.#giveUp()),
      inUse: () => this.#cards.all().length > 0,
    });
    const engine = () => slot.engine;
    const cards = new Cards({ engine, sight, health, changed, freed: again });
    const judge = createJudge({ site, finder, reader, ledger: this.#ledger, mayMatch: options.mayMatch, engine, health });
    this.#slot = slot;
    this.#finder = finder;
    this.#sight = sight;
    this.#cards = cards;
    this.#judge = judge;
    this.#seat = createSeat({
      embedded: options.embedded ?? false,
      finder,
      reader,
      judge,
      sight,
      cards,
      ledger: this.#ledger,
      topicsHidden: () => this.#settings.topicsHidden,
      cardSize: () => this.#settings.cardSize,
      headline: (claim) => slot.engine?.headline(claim),
      loadBody: options.loadBody,
      openLibrary: options.openLibrary,
      hideTopic: options.hideTopic,
      hideSite: options.hideSite,
      inView: again,
    });
    this.#blindness = createBlindness({ page, site, finder, reader, sight, changed, after: options.blindAfter });
    this.#collect = createCollector(site, finder, cards);
    this.#queue = createQueue(view, (post) => this.#safely('post', () => this.#handle(post)), sight.distance, health.spent);
    this.#navigation = watchNavigation(
      view,
      () => this.#safely('navigation', () => this.#moved()),
      () => this.#safely('return', () => this.#rescan()),
    );
    this.#presence = watchPresence(page, () => this.#safely('presence', () => this.#seenAgain()));
    this.#safely('start', () => removeHosts(page));
    this.#safely('start', () => this.#reconsider());
  }

  status(): FeedStatus {
    this.#safely('blindness', () => {
      if (this.#reading && this.#queue.waiting === 0) this.#blindness.look();
    });
    const { site } = this.#options;
    const [state, reason] = this.#condition();
    const cards = this.#visible().map(({ model: { headline, match } }, index) => ({
      number: index + 1,
      claim: headline.id,
      kind: match.kind,
      brief: headline.brief,
    }));
    return { site: site.name, siteId: site.id, state, ...(reason && { reason }), read: this.#health.counts.withText, cards };
  }

  count(): { cards: number; state: FeedState } {
    return { cards: this.#told(() => this.#cards.countVisible(), 0), state: this.#condition()[0] };
  }

  show(number: number): void {
    this.#safely('show', () => {
      const card = this.#visible()[number - 1];
      card?.host.scrollIntoView({ block: 'center' });
      card?.handle.highlight();
    });
  }

  report(): StructureReport {
    const isNever = (element: Element): boolean => !this.#mayRead() || this.#finder.isNever(element);
    return structureReport(this.#options.site, this.#condition()[0], this.#page, this.#health, isNever);
  }

  update(settings: FeedSettings): void {
    if (this.#ended) return;
    const topicsChanged = String(this.#settings.topicsHidden) !== String(settings.topicsHidden);
    const sizeChanged = this.#settings.cardSize !== settings.cardSize;
    this.#settings = settings;
    this.#safely('settings', () => {
      this.#cards.removeWhere(({ model }) => sizeChanged || settings.topicsHidden.includes(model.headline.id));
      this.#reconsider();
      if (topicsChanged || sizeChanged) this.#rescan();
    });
  }

  stop(): void {
    this.#ended = true;
    this.#safely('stop', () => this.#reconsider());
    this.#navigation.stop();
    this.#presence.stop();
    this.#sight.stop();
    this.#ledger.clear();
    this.#safely('stop', () => removeHosts(this.#page));
  }

  #moved(): void {
    this.#reconsider();
    if (this.#reading) this.#blindness.restart();
  }

  /** Whether this page may be read now; starts or ends reading accordingly. */
  #reconsider(): void {
    const watch = !this.#ended && this.#settings.on && !this.#health.stopped();
    const read = watch && this.#mayRead();
    if (!read) this.#pause();
    const onChanges = (changes: Changes): void => this.#safely('changes', () => this.#onChanges(changes));
    if (watch) this.#unwatch ??= watchPage(this.#page, onChanges, this.#sight.horizon.isBeyond);
    else this.#unwatch = void this.#unwatch?.();
    if (read && !this.#reading) {
      this.#reading = true;
      this.#blindness.restart();
      this.#rescan();
    }
    this.#changed();
  }

  #mayRead(): boolean {
    return !isNeverPath(this.#options.site, this.#view.location.pathname);
  }

  #pause(): void {
    this.#reading = false;
    this.#blindness.stop();
    this.#queue.clear();
    this.#slot.clear();
    this.#cards.removeWhere(() => true);
  }

  #rescan(): void {
    if (!this.#reading || this.#isMissed()) return;
    this.#decided = new WeakMap();
    const posts = this.#finder.within(this.#page);
    this.#sight.horizon.note(posts.at(-1)?.element);
    this.#queue.add(posts);
  }

  /** In a page nobody sees nothing is read. */
  #isMissed(): boolean {
    if (!this.#presence.seen) this.#missed = true;
    return !this.#presence.seen;
  }

  #seenAgain(): void {
    if (!this.#missed) return;
    this.#missed = false;
    this.#cards.sweep();
    this.#rescan();
    if (this.#reading) this.#blindness.lookLater();
  }

  #again(post: Post): void {
    this.#decided.delete(post.element);
    if (this.#reading) this.#queue.add([post]);
  }

  #onChanges(changes: Changes): void {
    this.#navigation.check();
    if (!this.#reading || this.#isMissed()) return;
    const start = this.#clock.now();
    const robbed = changes.removed ? this.#cards.sweep() : [];
    for (const post of robbed) this.#decided.delete(post.element);
    const posts = [...robbed, ...this.#collect(changes)];
    this.#health.spent(start, this.#clock.now());
    this.#queue.add(posts);
    this.#blindness.lookLater();
    if (this.#health.stopped()) this.#reconsider();
  }

  /** Judges one post and sees to its card. A card that no longer fits goes first. */
  #handle(post: Post): void {
    if (this.#finder.isNever(post.element)) {
      this.#cards.remove(post.element);
      return;
    }
    const judged = this.#judge.judge(post);
    const standing = this.#cards.at(post.element);
    if (standing && standing.hash !== judged?.hash) this.#cards.remove(post.element);
    if (judged) this.#blindness.sawWords();
    if (judged && this.#decided.get(post.element) === judged.hash && !this.#seat.isLost(post)) return;
    this.#seat.leave(post);
    if (!isJudged(judged)) {
      this.#decided.delete(post.element);
      if (judged) this.#slot.keep(post);
      return;
    }
    this.#decided.set(post.element, judged.hash);
    if (this.#wants(judged) && !this.#cards.at(post.element)) this.#seat.settle(post, judged);
    if (this.#health.stopped()) this.#reconsider();
  }

  #judgeKept(posts: readonly Post[]): void {
    if (this.#reading && !this.#isMissed()) this.#queue.add(posts);
  }

  #giveUp(): void {
    this.#health.engineMissing();
    this.#reconsider();
  }

  #wants({ entry }: Judged): boolean {
    return !entry.hidden && entry.verdict.matches.some(({ claim }) => !this.#settings.topicsHidden.includes(claim));
  }

  #condition(): ReturnType<typeof condition> {
    return condition(this.#options.site, this.#settings, this.#health, this.#view.location.pathname, this.#blindness.blind);
  }

  #visible(): StandingCard[] {
    return this.#told(() => this.#cards.visible(), []);
  }

  /** @param otherwise what is said where that cannot be told. */
  #told<T>(ask: () => T, otherwise: T): T {
    try {
      return ask();
    } catch {
      this.#health.error('status');
      return otherwise;
    }
  }

  #changed(): void {
    try {
      this.#options.changed?.();
    } catch {
      this.#health.error('changed');
    }
  }

  /** One turn of ours: the page cannot change anything before it ends. */
  #safely(where: string, work: () => void): void {
    try {
      this.#finder.steady(work);
    } catch {
      this.#health.error(where);
    }
  }
}

function isJudged(read: Read | undefined): read is Judged {
  return read?.entry !== undefined;
}
