import type { ClaimId, Headline } from '../claims/types.ts';
import type { Verdict } from '../matching/types.ts';
import type { Post } from './posts.ts';
import type { MountCard } from './types.ts';

export type MatchText = (text: string, links?: () => readonly string[], quotedBy?: string) => Verdict;

/** All that is only needed once a post may assert a claim: the rules, what closed cards say, and how they are drawn. */
export interface Engine {
  match: MatchText;
  /** Addresses (complete, with scheme) that stand in a text. */
  addressesIn(text: string): string[];
  headline(claim: ClaimId): Headline | undefined;
  mountCard: MountCard;
}

/** How long an engine is kept that nobody asks, in ms, at least; it holds several MB, and tabs stay open for days. */
const KEPT = 5 * 60_000;

/** The engine's place: empty until the first post comes that may assert a claim, and again when none has come for long. */
export interface EngineSlot {
  readonly engine: Engine | undefined;
  /** Keeps a post until the engine can tell about it; the first one makes it come. */
  keep(post: Post): void;
  /** Forgets the posts kept. */
  clear(): void;
}

export interface EngineSlotParts {
  load(): Promise<Engine>;
  /** Given the posts kept, once the engine is there. */
  came(posts: Post[]): void;
  /** Called when it cannot be had. */
  missing(): void;
  /** Whether something stands on the page that the engine drew. */
  inUse(): boolean;
}

export function createEngineSlot({ load, came, missing, inUse }: EngineSlotParts): EngineSlot {
  const kept = new Map<Element, Post>();
  let engine: Engine | undefined;
  let asked = false;
  /** Whether it was wanted since it was looked at last. */
  let wanted = false;

  function take(): Post[] {
    const posts = [...kept.values()];
    kept.clear();
    return posts;
  }

  function ask(): void {
    asked = true;
    load().then(
      (loaded) => {
        engine = loaded;
        setTimeout(letGo, KEPT);
        came(take());
      },
      () => {
        take();
        missing();
      },
    );
  }

  function letGo(): void {
    if (wanted || inUse()) setTimeout(letGo, KEPT);
    else {
      engine = undefined;
      asked = false;
    }
    wanted = false;
  }

  return {
    get engine() {
      wanted = true;
      return engine;
    },
    keep(post) {
      kept.set(post.element, post);
      if (!asked) ask();
    },
    clear: () => kept.clear(),
  };
}
