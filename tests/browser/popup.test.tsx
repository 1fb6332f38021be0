import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PageState, PopupActions } from '../../components/popup/types.ts';
import popupPage from '../../entrypoints/popup/index.html?raw';
import type { FeedStatus } from '../../lib/feed/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/types.ts';
import { popupOver } from './popup-over.tsx';
import { model, tagModel } from './sample.ts';
import { expectAccessible, show, showElement } from './stage.tsx';
import { darkPageStyles, pageStyles } from './styles.ts';

const WIDTH = 380;
const NOW = 1_000_000;

function actions(): PopupActions {
  return {
    setSite: vi.fn(),
    show: vi.fn(),
    tryHere: vi.fn(() => Promise.resolve(true)),
    allowHere: vi.fn(() => Promise.resolve(true)),
    reload: vi.fn(),
    makeReport: vi.fn(() => Promise.resolve('site: x')),
    pauseHour: vi.fn(),
    resume: vi.fn(),
    openOptions: vi.fn(),
    chooseCountry: vi.fn(),
    leave: vi.fn(),
    download: vi.fn(),
  };
}

function read(changes: Partial<FeedStatus> = {}): PageState {
  return { kind: 'read', status: { site: 'x.com', siteId: 'x', state: 'reading', read: 37, cards: [], ...changes } };
}

function showPopup(state: PageState, settings: Partial<Settings> = {}, styles = pageStyles) {
  const acts = actions();
  const view = popupOver(state, { settings: { ...DEFAULT_SETTINGS, ...settings }, now: NOW, actions: acts });
  return { place: show(view, styles, WIDTH), acts };
}

const cards: FeedStatus['cards'] = [model, tagModel].map((m, i) => ({
  number: i + 1,
  claim: m.headline.id,
  kind: m.match.kind,
  brief: m.headline.brief,
}));
const tab = (name: string) => page.getByRole('tab', { name });

describe('this page', () => {
  it('never calls a page without cards true', () => {
    expect(showPopup(read()).place.textContent).toContain('No known claim found in 37 posts. That does not make them true.');
  });

  it.each([
    ['blind', 'Not working on this layout'],
    ['stopped', 'Stopped on this page'],
    ['waiting', 'Waiting for posts on x.com'],
    ['off', 'Off on x.com'],
  ] as const)('says in words that it is %s', (state, words) => {
    expect(showPopup(read({ state })).place.textContent).toContain(words);
  });

  it('says when a page is not read, and offers no switch there', () => {
    const { place } = showPopup({ kind: 'unread' });
    expect(place.textContent).toContain('Case by Case does not read this page.');
    expect(place.querySelector('[role=switch]')).toBeNull();
  });

  it('makes a report on request, to be read, changed, copied or taken to a new issue', async () => {
    const { place, acts } = showPopup(read({ state: 'blind' }));
    expect(place.querySelector('textarea')).toBeNull();
    await page.getByRole('button', { name: 'Report this layout' }).click();
    expect(acts.makeReport).toHaveBeenCalledOnce();
    const field = page.getByRole('textbox');
    await expect.element(field).toHaveValue('site: x');
    const link = page.getByRole('link', { name: 'Open as a GitHub issue' });
    await field.fill('site: x & more');
    await expect.element(link).toHaveAttribute('href', expect.stringMatching(/template=broken-site\.yml&report=site%3A%20x%20%26%20more$/));
    await expectAccessible(place);
    await field.fill('x'.repeat(9000));
    await expect.element(link).not.toBeInTheDocument();
    expect(place.textContent).toContain('Too long for a link');
  });

  it('says so when the page gives no report, and offers none where all is well', async () => {
    const { acts } = showPopup(read({ state: 'stopped' }));
    vi.mocked(acts.makeReport).mockRejectedValueOnce(new Error('gone'));
    await page.getByRole('button', { name: 'Report this layout' }).click();
    await expect.element(page.getByText('The page did not answer. Reload it and try again.')).toBeVisible();
    expect(showPopup(read()).place.textContent).not.toContain('Report this layout');
  });

  it('offers to try a page that is not read, where the browser could allow it', async () => {
    const { acts, place } = showPopup({ kind: 'unread', origin: 'https://forum.example' });
    expect(place.textContent).toContain('Experimental. Your browser asks for forum.example alone.');
    await page.getByRole('button', { name: 'Try on this page' }).click();
    expect(acts.tryHere).toHaveBeenCalledWith('https://forum.example');
    expect(place.textContent).not.toContain('The browser was told no');
    expect(showPopup({ kind: 'unread' }).place.textContent).not.toContain('Try on this page');
  });

  it.each([
    ['tryHere', 'Try on this page', { kind: 'unread', origin: 'https://forum.example' }],
    ['allowHere', 'Allow on this site', { kind: 'withheld', origin: 'https://x.com' }],
  ] as const)('says when the browser was told no: %s', async (action, label, state) => {
    const { acts, place } = showPopup(state);
    vi.mocked(acts[action]).mockResolvedValueOnce(false);
    await page.getByRole('button', { name: label }).click();
    await expect.element(page.getByText('The browser was told no, so nothing changes here.')).toBeVisible();
    await expectAccessible(place);
  });

  it('on a site it knows, says that the browser keeps it out, and has the browser ask', async () => {
    const { acts, place } = showPopup({ kind: 'withheld', origin: 'https://x.com' });
    expect(place.textContent).toContain('Not allowed to read this page');
    expect(place.textContent).toContain('Your browser asks for x.com alone.');
    await page.getByRole('button', { name: 'Allow on this site' }).click();
    expect(acts.allowHere).toHaveBeenCalledExactlyOnceWith('https://x.com');
    await expectAccessible(place);
  });

  it('on a page that was open before it, offers to load that again', async () => {
    const { acts, place } = showPopup({ kind: 'early' });
    expect(place.textContent).toContain('Not reading this page yet');
    await page.getByRole('button', { name: 'Load the page again' }).click();
    expect(acts.reload).toHaveBeenCalledOnce();
    await expectAccessible(place);
  });

  it('goes by what was just chosen, before the page tells of it', () => {
    const off = showPopup(read({ cards }), { sitesOff: ['x'] }).place;
    expect(off.textContent).toContain('Off on x.com');
    expect(off.textContent).toContain('Posts on x.com are not read while it is switched off.');
    expect(off.textContent).not.toContain('2 context cards');
    expect(off.textContent).not.toContain('Pause for an hour');
    const on = showPopup(read({ state: 'off', reason: 'site' })).place;
    expect(on.textContent).toContain('Waiting for posts on x.com');
    expect(on.textContent).toContain('Pause for an hour');
  });

  it('lists the cards and jumps to one', async () => {
    const { place, acts } = showPopup(read({ cards }));
    expect(place.textContent).toContain('2 context cards in 37 posts.');
    await page.getByRole('button', { name: new RegExp(tagModel.headline.brief) }).click();
    expect(acts.show).toHaveBeenCalledWith(2);
  });

  it('switches the site, and shows a switched-off site as off', async () => {
    const { acts } = showPopup(read({ state: 'off' }), { sitesOff: ['x'] });
    const toggle = page.getByRole('switch', { name: 'Context cards on x.com' });
    await expect.element(toggle).toHaveAttribute('aria-checked', 'false');
    await toggle.click();
    expect(acts.setSite).toHaveBeenCalledWith('x', true);
  });

  it('pauses for an hour and resumes', async () => {
    const first = showPopup(read());
    await page.getByRole('button', { name: 'Pause for an hour' }).click();
    expect(first.acts.pauseHour).toHaveBeenCalledOnce();
    const second = showPopup(read(), { pausedUntil: NOW + 1 });
    expect(second.place.textContent).toContain('Paused until');
    await page.getByRole('button', { name: 'Resume now' }).click();
    expect(second.acts.resume).toHaveBeenCalledOnce();
  });
});

describe('the tabs', () => {
  it('move with the arrow keys and are one stop for the Tab key', async () => {
    showPopup(read());
    await tab('This page').click();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab('Data')).toHaveFocus();
    await expect.element(page.getByRole('img')).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.element(tab('Help')).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab('This page')).toHaveFocus();
  });

  it('search claims and documents', async () => {
    const { place } = showPopup(read());
    await tab('Sources').click();
    await page.getByRole('searchbox').fill('rescued operation');
    await expect.element(page.getByText('1 claim, 0 documents')).toBeVisible();
    await page.getByRole('searchbox').fill('zzz');
    expect(place.textContent).toContain('Nothing here mentions “zzz”.');
  });
});

describe('help', () => {
  it('asks first and shows no number before', async () => {
    const { place } = showPopup(read());
    await tab('Help').click();
    await expect.element(page.getByText('What brings you here?')).toBeVisible();
    expect(place.querySelector('a[href^="tel:"]')).toBeNull();
    await page.getByRole('button', { name: 'I saw something myself' }).click();
    await expect.element(page.getByRole('link', { name: '1-555-010-0000' })).toHaveAttribute('href', 'tel:1-555-010-0000');
  });

  it('sends nobody who saw a post to a hotline', async () => {
    const { place } = showPopup(read());
    await tab('Help').click();
    await page.getByRole('button', { name: 'I saw a post online' }).click();
    expect(place.querySelector('a[href^="tel:"]')).toBeNull();
  });

  it('can be left at any point', async () => {
    const { acts } = showPopup(read());
    await tab('Help').click();
    await expect.element(page.getByText('This does not clear your history.')).toBeVisible();
    await page.getByRole('button', { name: 'Someone is in danger now' }).click();
    await page.getByRole('button', { name: 'Leave this page quickly' }).click();
    expect(acts.leave).toHaveBeenCalledOnce();
  });
});

describe.each([
  ['light', pageStyles],
  ['dark', darkPageStyles],
])('in the %s', (_name, styles) => {
  it.each(['This page', 'Data', 'Sources', 'Help'])('%s has nothing axe objects to', async (name) => {
    const { place } = showPopup(read({ cards }), {}, styles);
    await tab(name).click();
    await expectAccessible(place);
  });
});

describe('the frame that is painted before any script runs', () => {
  /** Where mark, name, state and tabs stand. */
  const boxes = (place: HTMLElement) =>
    ['.mark', 'h1', '.popup-header', '.tabs'].map((part) => {
      const { x, y, width, height } = place.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
      return { part, x, y, width, height };
    });

  it('stands where the first view stands, so that nothing moves when that comes', () => {
    const frame = new DOMParser().parseFromString(popupPage, 'text/html').querySelector('.popup') as HTMLElement;
    const framed = boxes(showElement(frame, pageStyles, WIDTH));
    expect(frame.querySelector('.mark')?.innerHTML.replace(/\s/g, '')).toBe(
      showPopup({ kind: 'asking' }).place.querySelector('.mark')?.innerHTML.replace(/\s/g, ''),
    );
    expect(framed).toEqual(boxes(showPopup({ kind: 'asking' }).place));
  });

  it('has no word that would need a language', () => {
    const body = new DOMParser().parseFromString(popupPage, 'text/html').body.textContent ?? '';
    expect(body.replace(/\s+/g, ' ').trim()).toBe('Case by Case');
  });
});
