import { browser } from 'wxt/browser';
import { reportInWords } from '../../components/popup/reportText.ts';
import type { PageState } from '../../components/popup/types.ts';
import type { Reply, Request } from '../../lib/messages.ts';

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
  const origin = await originOf(tab);
  return { kind: 'unread', ...(origin && { origin }) };
}

async function ask(tab: number): Promise<Reply<'page:status'> | undefined> {
  try {
    return await browser.tabs.sendMessage(tab, { type: 'page:status' } satisfies Request<'page:status'>);
  } catch {
    return undefined;
  }
}

/** The web origin of the tab the popup was opened over; the browser tells it for that one tab, at that click. */
async function originOf(tab: number): Promise<string | undefined> {
  try {
    const { url = '' } = await browser.tabs.get(tab);
    const { protocol, origin } = new URL(url);
    return protocol === 'https:' ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** Asks the page for a report of its structure, as text the person can read and change. */
export async function pageReport(): Promise<string> {
  const tab = await activeTab();
  if (tab === undefined) throw new Error('no tab is active');
  const report: Reply<'page:report'> = await browser.tabs.sendMessage(tab, { type: 'page:report' } satisfies Request<'page:report'>);
  return reportInWords(report, browser.runtime.getManifest().version);
}

/** Asks the page to bring a card into view. */
export async function showCard(number: number): Promise<void> {
  const tab = await activeTab();
  if (tab === undefined) return;
  await browser.tabs.sendMessage(tab, { type: 'page:show', number } satisfies Request<'page:show'>);
}
