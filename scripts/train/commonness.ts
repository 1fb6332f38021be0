import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGate } from '../../lib/matching/gate.ts';
import { Lexicon } from '../../lib/matching/lexicon.ts';
import { COMMONNESS_FILE, OF_POSTS } from '../claims/commonness.ts';
import { packLine, readMatchPack } from '../claims/pack-file.ts';
import { ROOT } from '../tools/root.ts';
import { CORPUS, lines } from './posts.ts';

/**
 * Part of `npm run train`: counts the ordinary posts in which the gate finds each concept, and writes `commonness.tsv`. The build
 * chooses by it what the gate asks for.
 */

/** A form that stands in no post. */
const NOTHING = 'qqqqqqqqqqqq';

const { concepts, names, fold } = readMatchPack();
const forms: string[][] = names.map(() => []);
for (const { words, concept } of new Lexicon(concepts).forms()) forms[concept].push(words.join(' '));
const gateOf = (own: readonly string[]) =>
  readGate({ fold, forms: packLine(own.toSorted()), plausibility: { stems: '', weights: '', bias: 0 } });
const isLetInAnyway = gateOf([NOTHING]);
const posts = (await lines(join(CORPUS, 'background-dev.jsonl'))).map(({ text }) => text).filter((text) => !isLetInAnyway(text));
const rows = names.map((name, concept) => {
  const gate = gateOf(forms[concept]);
  const count = posts.reduce((sum, text) => sum + (gate(text) ? 1 : 0), 0);
  return `${name}\t${Math.round((count / posts.length) * OF_POSTS)}`;
});
const about = `# Written by \`npm run train\`; not by hand. In how many of ${OF_POSTS} ordinary posts the gate finds each concept.`;
writeFileSync(join(ROOT, COMMONNESS_FILE), `${about}\n${rows.sort().join('\n')}\n`);
console.log(`${posts.length} ordinary posts: ${rows.length} concepts counted`);
