/**
 * `npm run -s bench:page`: what the extension costs the pages it runs on. See docs/bench-page.md.
 * Options: --json, --rounds N, --posts N, --quick (1 round, 1,000 posts), --site x|bluesky, --built (what stands in .output is
 * measured as it is), --top (our costliest functions, on stderr), --keep FILE (a profile, for DevTools), --dense (half of the
 * posts hold a word claims have too), --against DIR (another built extension, measured in turns with this one), --floor (instead of
 * all that: what an ordinary post costs that comes by itself).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EXTENSION } from '../tools/browser.ts';
import { buildOrEnd } from '../tools/run.ts';
import { runFloor } from './page-floor.ts';
import { matchingAlone, shareLetIn } from './page-matching.ts';
import { DENSE_SHARE, USUAL_SHARE } from './page-posts.ts';
import { type FeedRun, type LoadRun, type RunOptions, runFeed, runLoad } from './page-run.ts';
import { report, summarise } from './page-table.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    top: { type: 'boolean', default: false },
    dense: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    site: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    posts: { type: 'string', default: '5000' },
    keep: { type: 'string' },
    against: { type: 'string' },
    floor: { type: 'boolean', default: false },
  },
});

const rounds = values.quick ? 1 : Number(values.rounds);
const posts = values.quick ? 1000 : Number(values.posts);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(posts) || posts < 200) {
  console.error('bench:page: --rounds takes 1 or more, --posts 200 or more');
  process.exit(2);
}

if (!values.built) buildOrEnd();

const folders = [EXTENSION, ...(values.against === undefined ? [] : [values.against])];

if (values.floor) {
  const pauses = [0, 12];
  for (const extension of folders) {
    const costs = await runFloor(extension, pauses);
    for (const [index, pause] of pauses.entries())
      console.log(`${costs[index].toFixed(3)} ms a post, ${pause} ms idle before each: ${extension}`);
  }
  process.exit(0);
}

const share = values.dense ? DENSE_SHARE : USUAL_SHARE;
const sites: Omit<RunOptions, 'extension'>[] = [
  { site: 'x', posts, share, readPosts: Math.min(400, posts / 4), top: values.top },
  { site: 'bluesky', share, posts: Math.min(1000, posts), readPosts: Math.min(100, posts / 4), top: values.top },
];
const plan = sites.filter(({ site }) => values.site === undefined || site === values.site);

const results = folders.map(() => ({ feeds: [] as FeedRun[], loads: [] as LoadRun[] }));

for (let round = 1; round <= rounds; round++) {
  for (const options of plan) {
    say(round, options.site, 'without');
    const without = await runFeed({ ...options, extension: null });
    for (const [index, extension] of folders.entries()) {
      say(round, options.site, extension);
      results[index].feeds.push(without, await runFeed({ ...options, extension }));
      results[index].loads.push(...(await runLoad(options.site, extension, share)));
    }
  }
}

const texts = { matching: matchingAlone(posts, share), letIn: shareLetIn(posts, share) };
const summaries = results.map(({ feeds, loads }, index) => summarise(folders[index], feeds, loads, texts));
const { feeds } = results[0];
if (values.keep) writeFileSync(values.keep, JSON.stringify(feeds.find(({ profile }) => profile)?.profile));
console.log(values.json ? JSON.stringify(values.against ? summaries : summaries[0], null, 2) : summaries.map(report).join('\n\n'));
if (values.top)
  for (const { site, top } of feeds.filter(({ top: rows }) => rows).slice(0, plan.length))
    console.error(site, JSON.stringify(top, null, 1));

function say(round: number, site: string, extension: string): void {
  process.stderr.write(`round ${round} of ${rounds}: ${site}, ${extension}\n`);
}
