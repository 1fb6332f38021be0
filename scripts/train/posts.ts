import { createReadStream, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadCollection } from '../claims/load.ts';
import { ROOT } from '../tools/root.ts';

/** A post to learn from. */
export interface Post {
  id?: string;
  text: string;
  gold?: string;
  claims?: string[];
  stance?: string;
}

/** Real posts, beside the project where somebody has them; `CORPUS=DIR npm run train` learns from part of them, to measure on the rest. */
export const CORPUS = process.env.CORPUS ?? join(ROOT, '../shared/corpus');

/** What a claim's own file says counts for more. */
export const EXAMPLE_WEIGHT = 3;

/** Further pairs of posts, as `claim|sign|text`, which a test holds as well. */
const PAIRS = join(ROOT, 'tests/unit/matching/fresh-posts.txt');

/** The examples of all claims, and the pairs of the tests: what must hold. */
export function examples(): Post[] {
  const own = loadCollection().claims.flatMap(({ value: { id, examples: given } }) => [
    ...given.match.map((text, i) => ({ id: `${id}-m${i}`, text, gold: 'yes', claims: [id] })),
    ...given.no_match.map((text, i) => ({ id: `${id}-n${i}`, text, gold: 'no' })),
  ]);
  const pairs = readPairs().map(({ claim, asserts, text }, i) => ({
    id: `${claim}-q${i}`,
    text,
    gold: asserts ? 'yes' : 'no',
    ...(asserts && { claims: [claim] }),
  }));
  return [...own, ...pairs];
}

/** Pairs of posts with the same words and another stance. */
export function readPairs(): { claim: string; asserts: boolean; text: string }[] {
  return readFileSync(PAIRS, 'utf8')
    .split('\n')
    .filter((line) => line.includes('|') && !line.startsWith('#'))
    .map((line) => {
      const [claim, sign, ...text] = line.split('|');
      return { claim, asserts: sign === '+', text: text.join('|') };
    });
}

/** The posts written to learn from, `claims-data/posts`. */
export async function written(): Promise<Post[]> {
  const files = globSync('claims-data/posts/*.jsonl', { cwd: ROOT }).sort();
  return (await Promise.all(files.map((file) => lines(join(ROOT, file))))).flat();
}

/** The challenge posts that may be learned from; those with even ids are for measuring only. */
export async function challenged(): Promise<Post[]> {
  const posts = await lines(join(ROOT, 'tests/quality/challenge.jsonl'));
  return posts.filter(({ id }) => Number(/\d+$/.exec(id ?? '')?.[0]) % 2 === 1);
}

/** All lines of a JSONL file. */
export async function lines(file: string): Promise<Post[]> {
  const found: Post[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) if (line.trim()) found.push(JSON.parse(line));
  return found;
}

/** The claim a post is about, denied or asserted: the id of a written post begins with it. */
export function claimOf({ id = '', claims }: Post, known: readonly string[]): string | undefined {
  return claims?.[0] ?? known.find((claim) => new RegExp(`^${claim}-[a-z]+\\d+$`).test(id));
}
