/**
 * `npm run -s bench:page`: what the extension costs the pages it runs on. See docs/bench-page.md.
 * Options: --json, --rounds N, --posts N, --quick (1 round, 1,000 posts), --site x|bluesky, --built (what stands in .output is
 * measured as it is), --top (our costliest functions, on stderr), --keep FILE (a profile, for DevTools).
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROGRAMS, ROOT } from '../tools/run.ts';
import { matchingAlone } from './page-matching.ts';
import { type FeedRun, type LoadRun, type RunOptions, runFeed, runLoad } from './page-run.ts';
import { report, summarise } from './page-table.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    top: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    site: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    posts: { type: 'string', default: '5000' },
    keep: { type: 'string' },
  },
});

const rounds = values.quick ? 1 : Number(values.rounds);
const posts = values.quick ? 1000 : Number(values.posts);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(posts) || posts < 200) {
  console.error('bench:page: --rounds takes 1 or more, --posts 200 or more');
  process.exit(2);
}

if (!values.built) {
  const { status } = spawnSync(process.execPath, [join(ROOT, PROGRAMS.wxt), 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

const sites: Omit<RunOptions, 'extension'>[] = [
  { site: 'x', posts, readPosts: Math.min(400, posts / 4), top: values.top },
  { site: 'bluesky', posts: Math.min(1000, posts), readPosts: Math.min(100, posts / 4), top: values.top },
];
const plan = sites.filter(({ site }) => values.site === undefined || site === values.site);

const feeds: FeedRun[] = [];
const loads: LoadRun[] = [];
for (let round = 1; round <= rounds; round++) {
  for (const options of plan) {
    for (const extension of [false, true]) {
      process.stderr.write(`round ${round} of ${rounds}: ${options.site}, ${extension ? 'with' : 'without'} the extension\n`);
      feeds.push(await runFeed({ ...options, extension }));
    }
  }
  for (const { site } of plan) loads.push(...(await runLoad(site)));
}

const summary = summarise(feeds, loads, matchingAlone(posts));
if (values.keep) writeFileSync(values.keep, JSON.stringify(feeds.find(({ profile }) => profile)?.profile));
console.log(values.json ? JSON.stringify(summary, null, 2) : report(summary));
if (values.top) for (const { site, top } of feeds.filter(({ top: rows }) => rows).slice(0, plan.length)) console.error(site, top);
