import { browser } from 'wxt/browser';
import { reportInWords } from '../../components/popup/reportText.ts';
import type { PageState } from '../../components/popup/types.ts';
import type { Reply, Request } from '../../lib/messages.ts';
import { isServed, patternOf } from '../../lib/settings/pattern.ts';
import { startsBySelf } from '../shared/served.ts';

/** Id of the tab the popup was opened over. */
export async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Asks the page for its state; a page that does not answer is one that is not read. */
export async function pageState(): Promise<PageState> {
  const tab = await activeTab();
  if (tab === undefined) return { kind: 'unread' };
  const status = await ask(tab);
  if (status) return { kind: 'read', status };
  const { origin, loading } = await about(tab);
  if (!origin) return { kind: 'unread' };
  if (!isServed(origin, startsBySelf())) return { kind: 'unread', origin };
  // The reader starts by itself here: it is still to come, may not, or came with the extension after the page.
  if (!(await isAllowed(origin))) return { kind: 'withheld', origin };
  return { kind: loading ? 'asking' : 'early' };
}

function isAllowed(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] }).catch(() => false);
}

async function ask(tab: number): Promise<Reply<'page:status'> | undefined> {
  try {
    return await browser.tabs.sendMessage(tab, { type: 'page:status' } satisfies Request<'page:status'>);
  } catch {
    return undefined;
  }
}

/** The web origin of the tab the popup was opened over, which the browser tells for that one tab, at that click; and whether it is loading. */
async function about(tab: number): Promise<{ origin?: string; loading: boolean }> {
  try {
    const { url = '', status } = await browser.tabs.get(tab);
    const { protocol, origin } = new URL(url);
    return { ...(protocol === 'https:' && { origin }), loading: status === 'loading' };
  } catch {
    return { loading: false };
  }
}

/** Asks the page for a report of its structure, as text the person can read and change. */
export async function pageReport(): Promise<string> {
  const tab = await activeTab();
  if (tab === undefined) throw new Error('no tab is active');
  const report: Reply<'page:report'> = await browser.tabs.sendMessage(tab, { type: 'page:report' } satisfies Request<'page:report'>);
  return reportInWords(report, browser.runtime.getManifest().version);
}

/** Loads the page again. */
export async function reloadPage(): Promise<void> {
  const tab = await activeTab();
  if (tab !== undefined) await browser.tabs.reload(tab);
}

/** Asks the page to bring a card into view. */
export async function showCard(number: number): Promise<void> {
  const tab = await activeTab();
  if (tab === undefined) return;
  await browser.tabs.sendMessage(tab, { type: 'page:show', number } satisfies Request<'page:show'>);
}
