import type { CDPSession } from '@playwright/test';
import { xPage } from '../../tests/fixtures/x/page.ts';
import { launchWithExtension } from '../tools/browser.ts';
import { makePosts } from './page-posts.ts';

/** Each pass puts in so many ordinary posts; the last pass counts, when all that is used often is compiled. */
const POSTS = 500;
const PASSES = 3;
const SETTLE_MS = 2500;

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Time the thread itself had, without what other programs took, in microseconds. */
  tdur?: number;
  args?: { data?: { url?: string } };
}

/**
 * What an ordinary post costs that comes by itself, in ms of the page's own thread, without a profiler: nothing is drawn and nothing
 * scrolls. What is left between two pauses is what this machine asks for such a piece of work.
 * @param pauses ms of idle time before each post, one result each.
 */
export async function runFloor(extension: string, pauses: readonly number[]): Promise<number[]> {
  const browser = await launchWithExtension({ pages: () => xPage({ posts: makePosts(30) }), extension });
  try {
    const page = await browser.context.newPage();
    const cdp = await browser.context.newCDPSession(page);
    await page.goto('https://x.com/home');
    await page.waitForTimeout(SETTLE_MS);
    const texts = makePosts(POSTS * 3, 0)
      .filter(({ expect, quote, picture }) => !expect && !quote && !picture)
      .slice(0, POSTS)
      .map(({ text }) => text);
    const found: number[] = [];
    for (const pause of pauses) {
      for (let pass = 1; pass <= PASSES; pass++) {
        const events = await traced(cdp, () =>
          page.evaluate(putInAndOut, { texts: texts.map((text) => `${text} ${pause} ${pass}`), pause }),
        );
        if (pass === PASSES) found.push(ownThreadTime(events) / texts.length);
      }
    }
    return found;
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function putInAndOut({ texts, pause }: { texts: string[]; pause: number }): Promise<void> {
  const model = document.querySelector('[data-testid="cellInnerDiv"]:not(:has([data-testid="tweetPhoto"], div[role="link"]))');
  const list = model?.parentElement;
  if (!model || !list) throw new Error('no plain row to copy');
  for (const text of texts) {
    const row = model.cloneNode(true) as Element;
    row.querySelector('[data-testid="tweetText"]')?.replaceChildren(text);
    list.append(row);
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    row.remove();
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } });
  await work();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/** Of the outermost calls into an extension's script, in ms. */
function ownThreadTime(events: readonly TraceEvent[]): number {
  const calls = events
    .filter(({ name, ph, args }) => name === 'FunctionCall' && ph === 'X' && args?.data?.url?.startsWith('chrome-extension://'))
    .sort((a, b) => a.ts - b.ts);
  let end = 0;
  let time = 0;
  for (const { ts, dur = 0, tdur = 0 } of calls) {
    if (ts < end) continue;
    end = ts + dur;
    time += tdur;
  }
  return time / 1000;
}
