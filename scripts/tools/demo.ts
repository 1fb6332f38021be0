import type { Page } from '@playwright/test';
import type { FixturePost } from '../../tests/fixtures/posts.ts';
import { attribute, descendants, linksIn, type PiercedNode, piercedDocument, standingCards } from './pierced.ts';

/** What became of one post of a feed. */
export interface PostOutcome {
  post: FixturePost;
  /** Claims of the cards under it. */
  claims: string[];
  asExpected: boolean;
}

const LOOK_EVERY = 500;
/** Looks in a row that must agree before a wrong outcome is believed. */
const PATIENCE = 8;
const DEADLINE = 20_000;

/** Waits until the cards stop changing, then says which post got which card. */
export async function readOutcomes(page: Page, posts: readonly FixturePost[]): Promise<PostOutcome[]> {
  const deadline = Date.now() + DEADLINE;
  let before = '';
  let agreeing = 0;
  for (;;) {
    const outcomes = await outcomesNow(page, posts);
    const now = JSON.stringify(outcomes.map(({ claims }) => claims));
    agreeing = now === before ? agreeing + 1 : 0;
    const enough = outcomes.every(({ asExpected }) => asExpected) ? 1 : PATIENCE;
    if (agreeing >= enough || Date.now() > deadline) return outcomes;
    before = now;
    await page.waitForTimeout(LOOK_EVERY);
  }
}

async function outcomesNow(page: Page, posts: readonly FixturePost[]): Promise<PostOutcome[]> {
  const cards = await standingCards(page);
  const drawn = postIds(await piercedDocument(page));
  return posts.map((post) => {
    const claims = cards.filter(({ postLinks }) => postLinks.some((link) => idIn(link) === post.id)).map(({ claim }) => claim);
    const asExpected =
      drawn.has(post.id) && (post.expect === null ? claims.length === 0 : claims.length === 1 && claims[0] === post.expect);
    return { post, claims, asExpected };
  });
}

/** Ids of all posts on the page, to tell "no card" from "no post". */
function postIds(root: PiercedNode): Set<string> {
  const articles = descendants(root).filter((node) => node.nodeName === 'ARTICLE' && attribute(node, 'data-testid') === 'tweet');
  return new Set(articles.flatMap((article) => linksIn(article).flatMap((link) => idIn(link) ?? [])));
}

function idIn(link: string): string | undefined {
  return /\/status\/(\d+)/.exec(link)?.[1];
}
