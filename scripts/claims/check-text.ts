import { addressesIn } from '../../lib/feed/addresses.ts';
import { type Gate, readGate } from '../../lib/matching/gate.ts';
import { createMatcher, type Matcher, NOTHING } from '../../lib/matching/index.ts';
import { explain } from './explain.ts';
import { readGatePack, readMatchPack } from './pack-file.ts';

/** Lines are written in blocks of this many characters. */
const BLOCK = 1 << 16;

/** What follows the id of a post that matches nothing. */
const NOTHING_WRITTEN = JSON.stringify(NOTHING).slice(1);
const LINE_END = /\r\n|\r|\n/;

/** The lines of a stream, as many at a time as have come: several times as fast as one by one. */
async function* inBlocks(stream: NodeJS.ReadStream): AsyncGenerator<string[]> {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    const text: string = rest + chunk;
    // A carriage return at the end may be half of a line end.
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2));
    rest = text.slice(end + 1);
    if (end >= 0)
      yield text
        .slice(0, end + 1)
        .split(LINE_END)
        .slice(0, -1);
  }
  if (rest !== '') yield rest.replace(/\r$/, '').split(LINE_END);
}

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
async function filter(gate: Gate, matcher: Matcher): Promise<number> {
  let number = 0;
  let bad = 0;
  let block = '';
  for await (const lines of inBlocks(process.stdin)) {
    for (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      try {
        const { id, text } = readPost(line);
        const verdict = gate(text) ? matcher.match(text, () => addressesIn(text)) : NOTHING;
        block += `{"id":${JSON.stringify(id)},${verdict === NOTHING ? NOTHING_WRITTEN : JSON.stringify(verdict).slice(1)}\n`;
      } catch (error) {
        bad++;
        console.error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`);
      }
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
else process.exitCode = await filter(readGate(readGatePack()), matcher);
