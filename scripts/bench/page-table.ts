import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXTENSION } from '../tools/browser.ts';
import { ROOT } from '../tools/root.ts';
import type { BenchSite, FeedRun, Heap, LoadRun } from './page-run.ts';

/** In ms, bytes, and shares; see docs/bench-page.md. */
export const GOALS = {
  longTasks: 0,
  perPost: 0.1,
  idle: 0,
  delay95: 10,
  late: 0,
  shift: 0,
  heap: 5e6,
  load: 25,
  size: 60_000,
} as const;
/** Two runs without the extension differ by more than this. */
const SAME_SHIFT = 0.001;

export interface Line {
  site: BenchSite | 'build';
  what: string;
  value: number;
  goal?: number;
  holds?: boolean;
  /** The unit, and what else is to be known. */
  note: string;
}

export interface Summary {
  /** Folder of the extension. */
  extension: string;
  rounds: number;
  lines: Line[];
}

/** What is known of the feed's texts without a page. */
interface Texts {
  /** Ms a post. */
  matching: number;
  /** Share of ordinary posts that the gate lets in. */
  letIn: number;
}

/** Medians over the rounds. */
export function summarise(extension: string, feeds: readonly FeedRun[], loads: readonly LoadRun[], texts: Texts): Summary {
  const sites = [...new Set(feeds.map(({ site }) => site))];
  const lines = sites.flatMap((site) => siteLines(site, ofSite(feeds, site), ofSite(loads, site)));
  lines.push(line('build', 'matching alone, in Node, warm', texts.matching, 'ms a post; part of the own CPU above'));
  lines.push(
    line(
      'build',
      'ordinary posts the gate lets in',
      texts.letIn,
      'share; to be what `npm run -s bench` finds among posts of open collections',
    ),
  );
  lines.push(
    line(
      'build',
      'content script, gzip',
      contentScriptSize(extension),
      `bytes; ${dataSize('gate-pack', 'sites')} of them data`,
      GOALS.size,
    ),
  );
  const data = `bytes; ${dataSize('match-pack', 'headlines')} of them data; only on pages with a post that may assert a claim`;
  lines.push(line('build', 'second script, gzip', zipped(join(extension, 'engine.js')), data));
  return { extension, rounds: feeds.filter(({ site, extension }) => site === sites[0] && extension).length, lines };
}

function siteLines(site: BenchSite, feeds: readonly FeedRun[], loads: readonly LoadRun[]): Line[] {
  const on = feeds.filter(({ extension }) => extension);
  const off = feeds.filter(({ extension }) => !extension);
  const mid = (read: (run: FeedRun) => number): number => median(on.map(read));
  const more = (read: (run: FeedRun) => number): number => mid(read) - median(off.map(read));
  const heap = (read: (run: FeedRun) => Heap): number => more((run) => read(run).script + read(run).browser);
  const delays = on.flatMap((run) => run.delays).sort((a, b) => a - b);
  const near = on.flatMap((run) => run.nearDelays).sort((a, b) => a - b);
  const heard = on.flatMap((run) => run.heard).sort((a, b) => a - b);
  const ahead = on.flatMap((run) => run.ahead).sort((a, b) => a - b);
  const posts = mid((run) => run.posts);
  const cards = mid((run) => run.cards);
  return [
    line(
      site,
      'long tasks by us',
      Math.max(...on.map((run) => run.longTasks.byUs)),
      `worst round; ${mid((run) => run.longTasks.withOurs)} of ${mid((run) => run.longTasks.all)} long tasks hold code of ours, at most ${round(Math.max(...on.map((run) => run.longTasks.mostOwn)))} ms; without the extension ${median(off.map((run) => run.longTasks.all))}`,
      GOALS.longTasks,
    ),
    line(
      site,
      'own CPU a post',
      mid((run) => run.perPost.all),
      `ms; reading ${round(mid((run) => run.perPost.reading))}, fling ${round(mid((run) => run.perPost.fling))}; ${posts} posts, ${cards} cards`,
      GOALS.perPost,
    ),
    line(
      site,
      'own CPU at rest',
      mid((run) => run.idle),
      'ms a second',
      GOALS.idle,
      0.005,
    ),
    line(
      site,
      'card delay p95',
      quantile(delays, 0.95),
      `ms; p50 ${round(quantile(delays, 0.5))}, most ${round(delays.at(-1) ?? 0)}; from the end of the page's own turn p50 ${round(quantile(heard, 0.5))}, p95 ${round(quantile(heard, 0.95))}`,
      GOALS.delay95,
    ),
    ...(near.length > 0 ? [nearLine(site, near, delays.length)] : []),
    line(
      site,
      'cards after their post was painted',
      sum(on.map((run) => run.late)) / Math.max(1, delays.length),
      `share; ${mid((run) => run.missing)} of ${mid((run) => run.claims)} posts with a claim without a card; the others stood at least ${round(ahead[0] ?? 0)} ms before their post's first frame, half of them ${round(quantile(ahead, 0.5))}`,
      GOALS.late,
    ),
    line(
      site,
      'layout shift',
      more((run) => run.shift.all),
      `more than without; with: ${round(mid((run) => run.shift.inCards))} with a card among what moved, ${round(mid((run) => run.shift.elsewhere))} elsewhere`,
      GOALS.shift,
      SAME_SHIFT,
    ),
    line(
      site,
      'heap',
      heap((run) => run.heap),
      `bytes more than without, after collection; ${more((run) => run.heap.nodes)} nodes, ${more((run) => run.heap.listeners)} listeners more`,
      GOALS.heap,
    ),
    line(
      site,
      'heap after leaving',
      heap((run) => run.heapLeft),
      `bytes more than without (the script itself stays); ${more((run) => run.heapLeft.nodes)} nodes, ${more((run) => run.heapLeft.listeners)} listeners more`,
    ),
    line(
      site,
      'own CPU while the page loads',
      median(loads.map(({ own }) => own)),
      `ms; most ${round(Math.max(...loads.map(({ own }) => own)))}, longest stretch ${round(median(loads.map(({ longestOwn }) => longestOwn)))}`,
      GOALS.load,
    ),
  ];
}

/** @param near delays of cards whose posts stood near the view, sorted. */
function nearLine(site: BenchSite, near: readonly number[], cards: number): Line {
  const [middle, most] = [quantile(near, 0.5), near.at(-1) ?? 0].map(round);
  const note = `ms; ${near.length} of ${cards} cards: their posts' first frame had them in the view, or less than its height below; p50 ${middle}, most ${most}`;
  return line(site, 'card delay p95, near the view', quantile(near, 0.95), note, GOALS.delay95);
}

function line(site: Line['site'], what: string, value: number, note: string, goal?: number, slack = 0): Line {
  return { site, what, value, note, ...(goal !== undefined && { goal, holds: value <= goal + slack }) };
}

function ofSite<T extends { site: BenchSite }>(runs: readonly T[], site: BenchSite): T[] {
  return runs.filter((run) => run.site === site);
}

/** Bytes of the content script, gzip. */
export function contentScriptSize(extension = EXTENSION): number {
  const folder = join(extension, 'content-scripts');
  if (!existsSync(folder)) return Number.NaN;
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return sum(files.map((name) => zipped(join(folder, name))));
}

/** Bytes of compiled data, gzip. */
function dataSize(...names: string[]): number {
  return sum(names.map((name) => zipped(join(ROOT, `generated/${name}.json`))));
}

function zipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

export function report({ extension, rounds, lines }: Summary): string {
  const rows = lines.map(({ site, what, value, goal, holds, note }) => [
    site,
    what,
    round(value),
    goal === undefined ? '' : `≤ ${goal}`,
    holds === undefined ? '' : holds ? 'holds' : 'MISSED',
    note,
  ]);
  const table = [['page', 'what', 'value', 'goal', '', 'unit and notes'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const text = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [`Medians of ${rounds} rounds, extension off and on in turns: ${extension}`, '', ...text].join('\n');
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toFixed(Math.abs(value) < 1 ? 3 : 1)));
}
