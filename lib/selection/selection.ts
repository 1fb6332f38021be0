import { browser } from 'wxt/browser';

const ENTRY = 'check-text';
/** Selections are cut here: no post is longer. */
const MOST_LETTERS = 20_000;

/** The words last selected for checking. Memory only: gone once taken, and with the background itself. */
let selection = '';

/** Puts "Check this text" into the menu of selected text; a click opens the check page with the words. Phones have no such menu. */
export function watchSelectionMenu(): void {
  if (!(browser.contextMenus as typeof browser.contextMenus | undefined)) return;
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create(
      { id: ENTRY, title: browser.i18n.getMessage('checkText'), contexts: ['selection'] },
      () => void browser.runtime.lastError,
    );
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }) => {
    if (menuItemId !== ENTRY) return;
    selection = selectionText.slice(0, MOST_LETTERS);
    browser.tabs.create({ url: browser.runtime.getURL('/check.html') }).catch(() => undefined);
  });
}

/** Hands the selected words over, once. */
export function takeSelection(): string {
  const taken = selection;
  selection = '';
  return taken;
}
