import { createInterface } from 'node:readline';
import { createMatcher, type Matcher } from '../../lib/matching/index.ts';
import { explain } from './explain.ts';
import { linksIn } from './links.ts';
import { readMatchPack } from './pack-file.ts';

/** Lines are written in blocks of this many characters. */
const BLOCK = 1 << 16;

/** One line of input: a post. Throws when it is not. */
function readPost(line: string): { id: unknown; text: string } {
  const post: unknown = JSON.parse(line);
  if (typeof post !== 'object' || post === null || !('text' in post) || typeof post.text !== 'string')
    throw new Error('needs a field "text" with a string');
  return { id: 'id' in post ? post.id : null, text: post.text };
}

/**
 * Filters JSONL from standard input to standard output, in order and in constant memory.
 * A line that cannot be read is reported on standard error with its number; the others are not affected.
 */
async function filter(matcher: Matcher): Promise<number> {
  let number = 0;
  let bad = 0;
  let block = '';
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    try {
      const { id, text } = readPost(line);
      block += `${JSON.stringify({ id, ...matcher.match(text, () => linksIn(text)) })}\n`;
    } catch (error) {
      bad++;
      console.error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (block.length >= BLOCK) {
      await write(block);
      block = '';
    }
  }
  await write(block);
  return bad === 0 ? 0 : 1;
}

function write(block: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(block)) resolve();
    else process.stdout.once('drain', resolve);
  });
}

const pack = readMatchPack();
const matcher = createMatcher(pack);
const text = process.argv.slice(2).join(' ');
if (text) explain(matcher, pack, text);
else process.exitCode = await filter(matcher);
