import type { ComponentChild } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createCard } from '../../components/card/card.ts';
import { CheckView } from '../../components/check/CheckView.tsx';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import type { PageState } from '../../components/popup/types.ts';
import { setLanguage, strings } from '../../components/ui/strings.ts';
import { english } from '../../components/ui/words/en.ts';
import { WelcomeView } from '../../components/welcome/WelcomeView.tsx';
import type { FeedReason, FeedState } from '../../lib/feed/types.ts';
import type { Verdict } from '../../lib/matching/types.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/types.ts';
import { popupOver } from './popup-over.tsx';
import { PSEUDO_LANGUAGES } from './pseudo-words.ts';
import { evidence, model, quietActions, tagModel } from './sample.ts';
import { expectAccessible, show } from './stage.tsx';
import { cardStyles, pageStyles } from './styles.ts';

/* Every surface in a language of long words and in one written from right to left. */

const PHONE = 320;
const POPUP = 380;
const found: Verdict = { matches: [{ ...model.match, spans: [[0, 5]] }], stance: 'asserts' };
const nothing = () => {};

const popup = popupOver({ kind: 'read', status: { site: 'x.com', siteId: 'x', state: 'reading', read: 37, cards: [] } });

const SURFACES: Record<string, { view: () => ComponentChild; width: number; css: string[] }> = {
  card: {
    view: () => (
      <div ref={(place) => place?.replaceChildren(createCard({ ...model, also: [tagModel.headline] }, quietActions()).section)} />
    ),
    width: PHONE,
    css: cardStyles,
  },
  popup: { view: () => popup, width: POPUP, css: pageStyles },
  options: {
    view: () => (
      <OptionsView
        settings={{ ...DEFAULT_SETTINGS, originsAdded: ['https://social.example'], topicsHidden: ['moon'] }}
        managed={{ cardSize: 'full', language: 'en' }}
        sites={[{ id: 'x', name: 'X' }]}
        titles={new Map()}
        countries={['US', 'MX']}
        allowed={new Set()}
        updates={undefined}
        actions={{} as never}
      />
    ),
    width: PHONE,
    css: pageStyles,
  },
  check: {
    view: () => <CheckView first="a text" evidence={evidence} check={() => found} libraryUrl="/library.html" />,
    width: PHONE,
    css: pageStyles,
  },
  library: {
    view: () => <LibraryView evidence={evidence} country="US" onCountry={nothing} onDownload={nothing} onLeave={nothing} />,
    width: PHONE,
    css: pageStyles,
  },
  welcome: {
    view: () => <WelcomeView judge={() => nothing} libraryUrl="/library.html" onOptions={nothing} />,
    width: PHONE,
    css: pageStyles,
  },
};

/** Elements that stick out of the place to the left or right, with their words. What is hidden from sight is left out. */
function sticksOut(place: HTMLElement): string[] {
  const box = place.getBoundingClientRect();
  return [...place.querySelectorAll<HTMLElement>('*')]
    .filter((element) => !element.closest('.visually-hidden, svg, option, caption'))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < box.left - 1 || right > box.right + 1);
    })
    .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 60)}`);
}

/** Opens whatever can be opened. */
async function openAll(place: HTMLElement): Promise<void> {
  const closed = () => place.querySelector<HTMLElement>('.toggle[aria-expanded=false]');
  const toggle = closed();
  if (toggle) await userEvent.click(toggle);
  await expect.poll(closed).toBeNull();
  for (const details of place.querySelectorAll('details')) details.open = true;
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
}

afterEach(() => setLanguage('en'));

describe.each(Object.keys(PSEUDO_LANGUAGES))('in a language that is %s', (language) => {
  it.each(Object.entries(SURFACES))('%s keeps everything in its box', async (_name, { view, width, css }) => {
    setLanguage(language, PSEUDO_LANGUAGES);
    const place = show(view(), css, width);
    await openAll(place);
    expect(sticksOut(place)).toEqual([]);
    // Words made long one by one no longer agree with the names made of them.
    if (language === 'mirrored') await expectAccessible(place);
  });

  it('every tab of the popup keeps everything in its box', async () => {
    setLanguage(language, PSEUDO_LANGUAGES);
    const { view, css } = SURFACES.popup;
    const place = show(view(), css, POPUP);
    const tabs = [...place.querySelectorAll<HTMLElement>('[role=tab]')];
    expect(tabs.map(({ textContent }) => textContent)).toEqual(Object.values({ ...strings.popup.tabs }));
    for (const tab of tabs) {
      await userEvent.click(tab);
      await expect.poll(() => place.querySelector('[role=tabpanel]')?.textContent).not.toBe(strings.loading);
      expect(sticksOut(place), tab.textContent ?? '').toEqual([]);
    }
  });
});

it('pages written from right to left begin on the right', () => {
  setLanguage('mirrored', PSEUDO_LANGUAGES);
  for (const { view, css } of [SURFACES.options, SURFACES.library, SURFACES.popup]) {
    const place = show(view(), css, POPUP);
    expect(getComputedStyle(place.querySelector('h1') as HTMLElement).direction).toBe('rtl');
  }
});

describe('every state of the popup', () => {
  const read = (state: FeedState, reason?: FeedReason): PageState => ({
    kind: 'read',
    status: { site: '1', siteId: 'x', state, read: 0, cards: [], ...(reason && { reason }) },
  });
  const PAGES: Record<string, PageState> = {
    asking: { kind: 'asking' },
    unread: { kind: 'unread', origin: 'https://1.1' },
    withheld: { kind: 'withheld', origin: 'https://1.1' },
    early: { kind: 'early' },
    ...Object.fromEntries((Object.keys(english.popup.state) as FeedState[]).map((state) => [state, read(state)])),
    ...Object.fromEntries(
      (Object.keys(english.popup.reasons) as FeedReason[]).map((reason) => [`reason ${reason}`, read('stopped', reason)]),
    ),
  };

  it.each(Object.entries(PAGES))('is said in the language in use: %s', (_name, state) => {
    setLanguage('mirrored', PSEUDO_LANGUAGES);
    const place = show(popupOver(state), pageStyles, POPUP);
    const words = [place.textContent, ...[...place.querySelectorAll('[aria-label]')].map((named) => named.getAttribute('aria-label'))];
    expect(words.join(' ').replaceAll(english.name, '')).not.toMatch(/[a-z]/i);
  });
});
