import type { ClaimId, Headline } from '../claims/types.ts';
import type { Verdict } from '../matching/types.ts';
import type { Post } from './posts.ts';
import type { MountCard } from './types.ts';

export type MatchText = (text: string, links?: () => readonly string[], quotedBy?: string) => Verdict;

/** All that is only needed once a post may assert a claim: the rules, what closed cards say, and how they are drawn. */
export interface Engine {
  match: MatchText;
  /** Addresses (complete, with scheme) and hashtags (with their sign) that stand in a text. */
  linksIn(text: string): string[];
  headline(claim: ClaimId): Headline | undefined;
  mountCard: MountCard;
}

/** The engine's place: empty until the first post comes that may assert a claim. */
export interface EngineSlot {
  readonly engine: Engine | undefined;
  /** Keeps a post until the engine can tell about it; the first one makes it come. */
  keep(post: Post): void;
  /** Forgets the posts kept. */
  clear(): void;
}

/**
 * @param came is given the posts kept, once the engine is there.
 * @param missing is called when it cannot be had.
 */
export function createEngineSlot(load: () => Promise<Engine>, came: (posts: Post[]) => void, missing: () => void): EngineSlot {
  const kept = new Map<Element, Post>();
  let engine: Engine | undefined;
  let asked = false;

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
        came(take());
      },
      () => {
        take();
        missing();
      },
    );
  }

  return {
    get engine() {
      return engine;
    },
    keep(post) {
      kept.set(post.element, post);
      if (!asked) ask();
    },
    clear: () => kept.clear(),
  };
}
