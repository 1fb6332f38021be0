import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { addressesIn } from '../../lib/feed/addresses.ts';
import { createMatcher, type Match } from '../../lib/matching/index.ts';
import { ROOT } from '../tools/root.ts';
import { readMatchPack } from './pack-file.ts';

/** A labelled post; without `gold` it is background, where any card is an error. */
interface Post {
  id: string;
  text: string;
  gold?: 'yes' | 'tags' | 'context' | 'no' | 'disputed';
  claims?: string[];
  stance?: string;
  lang?: string;
}

interface Counted {
  right: number;
  wrong: number;
  missed: number;
}

/** What a file of labelled posts says about the matcher. Shares are 0 to 1. */
export interface Quality {
  posts: Record<string, number>;
  cards: Record<string, number>;
  precision: number;
  recallYes: number;
  recallTags: number;
  f1: number;
  /** Share of true positives whose first card names a labelled claim. */
  rightClaim: number;
  falseCardsPer100000: number;
  perClaim: Record<string, { precision: number; recall: number; positives: number; cards: number }>;
}

/** A post on which the matcher and the labels disagree. */
export interface Miss {
  kind: 'false card' | 'missed' | 'wrong claim';
  post: Post;
  matches: Match[];
}

/** Reads labelled posts, line by line, and compares the matcher with the labels. */
export async function measure(files: readonly string[]): Promise<{ quality: Quality; errors: Miss[] }> {
  const pack = readMatchPack();
  const matcher = createMatcher(pack);
  const known = new Set(pack.claims.map(({ id }) => id));
  const posts: Record<string, number> = {};
  const cards: Record<string, number> = {};
  const perClaim = new Map<string, Counted>();
  const errors: Miss[] = [];
  let rightClaim = 0;
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (!line.trim()) continue;
      const post = withOurNames(JSON.parse(line) as Post);
      const group = post.gold ?? 'background';
      const { matches } = matcher.match(post.text, () => addressesIn(post.text));
      posts[group] = (posts[group] ?? 0) + 1;
      if (matches.length > 0) cards[group] = (cards[group] ?? 0) + 1;
      countClaims(perClaim, post, matches, known);
      const error = judge(post, matches);
      if (error) errors.push({ kind: error, post, matches });
      else if (matches.length > 0 && (group === 'yes' || group === 'tags')) rightClaim++;
    }
  }
  return { quality: summarise(posts, cards, perClaim, rightClaim), errors };
}

/** Labels that were given before a claim had its present name, and what it is called here. */
const NAMES: Record<string, string[]> = JSON.parse(readFileSync(join(ROOT, 'tests/quality/labels.json'), 'utf8'));

function withOurNames(post: Post): Post {
  return post.claims ? { ...post, claims: post.claims.flatMap((label) => NAMES[label] ?? label) } : post;
}

function judge(post: Post, matches: readonly Match[]): Miss['kind'] | undefined {
  if (post.gold === 'context' || post.gold === 'disputed') return undefined;
  const positive = post.gold === 'yes' || post.gold === 'tags';
  if (!positive) return matches.length > 0 ? 'false card' : undefined;
  if (matches.length === 0) return 'missed';
  return post.claims?.includes(matches[0].claim) ? undefined : 'wrong claim';
}

/** A card is right for a claim when the post is labelled with it; a card on a `no` post is wrong for every claim shown. */
function countClaims(counts: Map<string, Counted>, post: Post, matches: readonly Match[], known: ReadonlySet<string>): void {
  const positive = post.gold === 'yes' || post.gold === 'tags';
  if (!positive && post.gold && post.gold !== 'no') return;
  const of = (claim: string) => {
    const counted = counts.get(claim) ?? { right: 0, wrong: 0, missed: 0 };
    counts.set(claim, counted);
    return counted;
  };
  const shown = matches.map(({ claim }) => claim);
  if (!positive) for (const claim of shown) of(claim).wrong++;
  else for (const claim of post.claims ?? []) if (known.has(claim)) of(claim)[shown.includes(claim) ? 'right' : 'missed']++;
}

function summarise(
  posts: Record<string, number>,
  cards: Record<string, number>,
  counts: Map<string, Counted>,
  rightClaim: number,
): Quality {
  const right = (cards.yes ?? 0) + (cards.tags ?? 0);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const precision = share(right, right + (cards.no ?? 0));
  const recall = share(right, (posts.yes ?? 0) + (posts.tags ?? 0));
  const perClaim = [...counts].map(
    ([claim, { right: r, wrong, missed }]) =>
      [claim, { precision: share(r, r + wrong), recall: share(r, r + missed), positives: r + missed, cards: r + wrong }] as const,
  );
  return {
    posts,
    cards,
    precision,
    recallYes: share(cards.yes ?? 0, posts.yes ?? 0),
    recallTags: share(cards.tags ?? 0, posts.tags ?? 0),
    f1: share(2 * precision * recall, precision + recall),
    rightClaim: share(rightClaim, right),
    falseCardsPer100000: share((cards.background ?? 0) * 100_000, posts.background ?? 0),
    perClaim: Object.fromEntries(perClaim.sort(([, a], [, b]) => b.positives - a.positives)),
  };
}
