import type { FixturePost } from '../fixtures/posts.ts';

declare global {
  interface Window {
    /** What an article notices of the frames in it; see tests/fixtures/embeds/article.ts. */
    noticed: { messages: unknown[]; sizes: string[] };
    /** How often a size changed in an embedded post; see tests/fixtures/embeds/page.ts. */
    resized: number;
    /** The knobs of the fixture pages; see tests/fixtures/shared/runtime.js. */
    fixture: {
      posts: FixturePost[];
      more: FixturePost[];
      errors: string[];
      keys: string[];
      clicks: string[];
      removals: number;
      opened?: number;
      followed?: number;
      idOf(node: Node): string | null;
      drawn(): string[];
      elementOf(id: string): Element | null;
      removeHosts(): number;
      fightHosts(): void;
      navigate(path: string, posts: FixturePost[]): void;
      show(posts?: FixturePost[]): void;
      appendPosts(n: number): void;
      edit(id: string, text: string): void;
      recycle(posts?: FixturePost[]): void;
      /** X, Facebook, Mastodon. */
      showMore(id: string): void;
      /** X: changes the letters of a text node. */
      retype(id: string, text: string): void;
      /** X: rows that lie over their neighbour. */
      overlaps(): number;
      /** Bluesky. */
      goBack(): void;
      /** YouTube: the next Short. */
      swipe(title: string): void;
      /** Telegram: older messages come in above. */
      prepend(posts: FixturePost[]): void;
    };
  }
}
