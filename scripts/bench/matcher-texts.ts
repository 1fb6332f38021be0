import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatchPack } from '../../lib/matching/index.ts';
import { Lexicon } from '../../lib/matching/lexicon.ts';
import type { Form } from '../claims/pack-lexicon.ts';
import { ROOT } from '../tools/root.ts';

const CORPUS = join(ROOT, '../shared/corpus/background-dev.jsonl');
const SUBJECTS = ['My sister', 'The new neighbour', 'Our team', 'A friend from work', 'The mayor', 'Nobody here', 'Half the street'];
const VERBS = ['finally finished', 'keeps talking about', 'forgot', 'is looking for', 'cannot stand', 'just bought', 'wants to fix'];
const OBJECTS = [
  'the old bike',
  'that recipe with 3 eggs',
  'the school play',
  'a second coffee',
  'the bus to town',
  'her garden',
  'two tickets',
];
const ENDS = ['😂', '#Monday', 'https://example.org/a1b2', '!!', '...', '@someone what do you think?', 'and it rains again.'];
const SENTENCES = 40_000;

/** Linear congruential: the same numbers in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Real posts where the corpus is present, otherwise posts of our own sentences. */
export function readTexts(): string[] {
  if (existsSync(CORPUS)) {
    const lines = readFileSync(CORPUS, 'utf8').trimEnd().split('\n');
    return lines.map((line) => (JSON.parse(line) as { text: string }).text);
  }
  const below = random(1);
  const one = (list: readonly string[]) => list[below(list.length)];
  return Array.from({ length: SENTENCES }, () =>
    Array.from({ length: 1 + below(4) }, () => `${one(SUBJECTS)} ${one(VERBS)} ${one(OBJECTS)} ${one(ENDS)}`).join(' '),
  );
}

/** Phrases of one to four words of the lexicon, put together at random. */
export function phrases({ concepts }: MatchPack, count: number): Form[] {
  const forms = [...new Lexicon(concepts).forms()].map(({ words }) => words);
  const words = [...new Set(forms.flat().map((word) => word.replace('*', '')))].filter(({ length }) => length > 3);
  const below = random(count);
  const made = new Set<string>();
  while (made.size < count) made.add(Array.from({ length: 1 + below(4) }, () => words[below(words.length)]).join(' '));
  return [...made].map((text, index) => ({ text, concept: index % 500 }));
}

/** Units that, repeated, make the texts that are hardest to read. */
export function hostileTexts(): Record<string, string> {
  return {
    'one letter': 'a',
    'hashtags that match': '#pizzagate ',
    'spaced letters': 'p i z z a ',
    digits: '62000 ',
    'long hashtags': `#${'childtrafficking'.repeat(7).slice(0, 100)} `,
    'disguised words': 'p1zz@g4te!tr@ff1ck3d ch1ldr3n ',
    'words that match': 'they rescued 62,000 trafficked children ',
  };
}
