import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A browser with as much of the interface as the menu needs; phones have no menu of selected text. */
const { browser } = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser }));

const { takeSelection, watchSelectionMenu } = await import('../../../lib/selection/selection.ts');

const listener = () => ({ addListener: vi.fn() });

beforeEach(() => {
  for (const name of Object.keys(browser)) delete browser[name];
  browser.runtime = { onInstalled: listener(), getURL: (path: string) => `chrome-extension://us${path}` };
  browser.tabs = { create: vi.fn(() => Promise.resolve()) };
});

describe('the menu of selected text', () => {
  it('hands the words over once, and opens the check page', () => {
    const onClicked = listener();
    browser.contextMenus = { onClicked };
    watchSelectionMenu();
    const [[click]] = onClicked.addListener.mock.calls;
    click({ menuItemId: 'something-else', selectionText: 'not ours' });
    click({ menuItemId: 'check-text', selectionText: 'some words' });
    expect((browser.tabs as { create: unknown }).create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome-extension://us/check.html' });
    expect([takeSelection(), takeSelection()]).toEqual(['some words', '']);
  });

  it('is left out where the browser has none, as on phones, and the rest of the background starts', () => {
    expect(watchSelectionMenu).not.toThrow();
  });
});
