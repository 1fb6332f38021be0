import type { CDPSession } from '@playwright/test';

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number };
  children?: number[];
}

export interface Profile {
  nodes: ProfileNode[];
  /** Microseconds of the machine's steady clock. */
  startTime: number;
  endTime: number;
  samples: number[];
  timeDeltas: number[];
}

/** Microseconds between two samples. */
const INTERVAL = 250;
/** A longer gap means that the machine gave the browser no time, which is nobody's work, in microseconds. */
const LONGEST_GAP = 500;

export async function startProfile(cdp: CDPSession): Promise<void> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await cdp.send('Profiler.start');
}

export async function stopProfile(cdp: CDPSession): Promise<Profile> {
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.send('Profiler.disable');
  return profile as Profile;
}

/** A stretch of our own work. */
export interface Work {
  /** Microseconds of the machine's steady clock. */
  at: number;
  ms: number;
}

/** Samples in which a function of an extension's script is on the stack, with all it called: its native work and forced layout too. */
export function ownWork({ nodes, samples, timeDeltas, startTime }: Profile): Work[] {
  const own = ownNodes(nodes);
  const work: Work[] = [];
  let at = startTime;
  samples.forEach((id, index) => {
    at += timeDeltas[index];
    // The time until the next sample belongs to this one.
    const gap = Math.min(Math.max(timeDeltas[index + 1] ?? 0, 0), LONGEST_GAP);
    if (own.has(id)) work.push({ at, ms: gap / 1000 });
  });
  return work;
}

export function total(work: readonly Work[]): number {
  return work.reduce((sum, { ms }) => sum + ms, 0);
}

function ownNodes(nodes: readonly ProfileNode[]): Set<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const mark = (node: ProfileNode, inside: boolean): void => {
    const here = inside || isOwn(node);
    if (here) own.add(node.id);
    for (const child of node.children ?? []) {
      const next = byId.get(child);
      if (next) mark(next, here);
    }
  };
  if (nodes[0]) mark(nodes[0], false);
  return own;
}

function isOwn({ callFrame }: ProfileNode): boolean {
  return callFrame.url.startsWith('chrome-extension://');
}

/** One of our functions: ms spent in itself, and with all it called. */
export interface Cost {
  what: string;
  self: number;
  total: number;
}

/**
 * Our functions by the time spent in themselves, native callees apart: for people who look for what is slow.
 * @param within only this stretch, in microseconds of the profiler's clock.
 */
export function costliest({ nodes, samples, timeDeltas, startTime }: Profile, most = 40, within = [0, Number.POSITIVE_INFINITY]): Cost[] {
  const own = ownNodes(nodes);
  const self = new Map<number, number>();
  let at = startTime;
  samples.forEach((id, index) => {
    at += timeDeltas[index];
    if (at < within[0] || at > within[1]) return;
    const gap = Math.min(Math.max(timeDeltas[index + 1] ?? 0, 0), LONGEST_GAP);
    if (own.has(id)) self.set(id, (self.get(id) ?? 0) + gap / 1000);
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = new Map<string, { self: number; total: number }>();
  const visit = (node: ProfileNode, above: ReadonlySet<string>): number => {
    const name = nameOf(node);
    const inner = above.has(name) ? above : new Set([...above, name]);
    const mine = self.get(node.id) ?? 0;
    const all = (node.children ?? []).reduce((sum, child) => sum + visit(byId.get(child) as ProfileNode, inner), mine);
    if (own.has(node.id)) {
      const row = rows.get(name) ?? { self: 0, total: 0 };
      row.self += mine;
      if (!above.has(name)) row.total += all;
      rows.set(name, row);
    }
    return all;
  };
  if (nodes[0]) visit(nodes[0], new Set());
  return [...rows]
    .map(([what, row]) => ({ what, ...row }))
    .sort((a, b) => b.self - a.self)
    .slice(0, most);
}

function nameOf({ callFrame: { functionName, url, lineNumber, columnNumber } }: ProfileNode): string {
  return `${functionName || '(anonymous)'}${url ? ` ${url.split('/').at(-1)}:${lineNumber + 1}:${columnNumber + 1}` : ''}`;
}
