import type { ComponentChild } from 'preact';
import { describe, it } from 'vitest';
import { page } from 'vitest/browser';
import { createCard } from '../../components/card/card.ts';
import { CheckView } from '../../components/check/CheckView.tsx';
import { HelpView } from '../../components/help/HelpView.tsx';
import { LibraryView } from '../../components/library/LibraryView.tsx';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import type { PageState } from '../../components/popup/types.ts';
import { english } from '../../components/ui/words/en.ts';
import type { CardModel, FeedReason, FeedState, FeedStatus } from '../../lib/feed/types.ts';
import type { Stance } from '../../lib/matching/types.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsProblem } from '../../lib/settings/types.ts';
import { popupOver } from './popup-over.tsx';
import { type body, evidence, model, quietActions, tagModel } from './sample.ts';
import { expectAccessible, show } from './stage.tsx';
import { cardStyles, darkPageStyles, pageStyles } from './styles.ts';

/* Every state a person can bring a surface into, light and dark: nothing axe objects to. */

const NOW = 1_000_000;
const nothing = () => {};
const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as K[];

function popup(state: PageState, settings: Partial<Settings> = {}): ComponentChild {
  return popupOver(state, {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    problem: settings.cardSize ? { kind: 'unsaved' } : undefined,
    now: NOW,
  });
}

function read(changes: Partial<FeedStatus>): PageState {
  return { kind: 'read', status: { site: 'X', siteId: 'x', state: 'reading', read: 37, cards: [], ...changes } };
}

const found = [model, tagModel, model].map(({ headline, match }, i) => ({
  number: i + 1,
  claim: headline.id,
  kind: match.kind,
  brief: headline.brief,
}));

const POPUP: Record<string, ComponentChild> = {
  asking: popup({ kind: 'asking' }),
  unread: popup({ kind: 'unread' }),
  'to be tried': popup({ kind: 'unread', origin: 'https://forum.example' }),
  withheld: popup({ kind: 'withheld', origin: 'https://x.com' }),
  early: popup({ kind: 'early' }),
  'three cards': popup(read({ cards: found })),
  paused: popup(read({}), { pausedUntil: NOW + 1 }),
  'site off': popup(read({}), { sitesOff: ['x'] }),
  'not kept': popup(read({}), { cardSize: 'full' }),
  ...Object.fromEntries(keysOf<FeedState>(english.popup.state).map((state) => [state, popup(read({ state }))])),
  ...Object.fromEntries(
    keysOf<FeedReason>(english.popup.reasons).map((reason) => [`stopped: ${reason}`, popup(read({ state: 'stopped', reason }))]),
  ),
};

const CHECK = Object.fromEntries(
  [...keysOf<Stance>(english.check.stances), 'found' as const].map((stance) => [
    stance,
    <CheckView
      key={stance}
      first="arrests of traffickers soared since 2016"
      evidence={evidence}
      check={() => ({ matches: stance === 'found' ? [model.match] : [], stance: stance === 'found' ? 'asserts' : stance })}
      libraryUrl="/library.html"
    />,
  ]),
);

const OPTIONS: Record<string, ComponentChild> = {
  managed: options({ managed: { enabled: true, cardSize: 'line', sitesOff: ['x'], language: 'en', helpCountry: 'US' } }),
  'hidden topics, servers': options({ settings: { topicsHidden: [model.headline.id], originsAdded: ['https://a.example'] } }),
  'bad settings': options({ problem: { kind: 'fields', names: ['cardSize'] } satisfies SettingsProblem }),
  'updates on': options({ settings: { updates: true }, updates: { server: 'updates.example', status: { unreadable: true } } }),
};

function options({ settings, ...given }: { settings?: Partial<Settings> } & Record<string, unknown>): ComponentChild {
  const usual = {
    managed: {},
    sites: [{ id: 'x', name: 'X' }],
    titles: new Map(),
    countries: ['US'],
    allowed: new Set<string>(),
    updates: undefined,
  };
  return <OptionsView settings={{ ...DEFAULT_SETTINGS, ...settings }} {...usual} {...given} actions={{} as never} />;
}

describe.each([
  ['light', pageStyles],
  ['dark', darkPageStyles],
])('in the %s', (theme, styles) => {
  it.each(Object.entries({ ...POPUP, ...CHECK, ...OPTIONS }))('%s', async (_name, view) => {
    await expectAccessible(show(view, styles, 380));
  });

  it.each(evidence.help[0].topics.map(({ question }) => question))('help: %s', async (question) => {
    const place = show(<HelpView help={evidence.help} country="US" onCountry={nothing} onLeave={nothing} />, styles, 348);
    await page.getByRole('button', { name: question, exact: true }).click();
    await expectAccessible(place);
  });

  it.each(['nowhere at all', 'locatted', 'located'])('a library searched for "%s"', async (query) => {
    const place = show(
      <LibraryView evidence={evidence} country="US" onCountry={nothing} onDownload={nothing} onLeave={nothing} />,
      styles,
      900,
    );
    await page.getByRole('searchbox').fill(query);
    await expectAccessible(place);
  });

  const CARDS: Record<string, { changes?: Partial<CardModel>; loadBody?: () => Promise<typeof body>; press?: string }> = {
    'why this card': { press: 'Why this card' },
    hide: { press: 'Hide' },
    report: { press: 'Report a mistake' },
    copied: { press: 'Copy a short reply' },
    shared: { press: 'Share the sources' },
    'other claims': { changes: { also: [tagModel.headline] } },
    loading: { loadBody: () => new Promise(nothing) },
    'no longer there': { loadBody: () => Promise.reject(new Error('gone')) },
    'right to left': { changes: { look: { ...model.look, rtl: true } } },
  };

  it.each(Object.entries(CARDS))('an open card: %s', async (_name, { changes, loadBody, press }) => {
    const look = { ...model.look, ...changes?.look, dark: theme === 'dark' };
    const { section } = createCard({ ...model, ...changes, look }, quietActions(loadBody && { loadBody }));
    const place = show(<div ref={(at) => at?.replaceChildren(section)} />, cardStyles, 508);
    await page.getByRole('button', { name: 'More' }).click();
    if (press) await page.getByRole('button', { name: press, exact: true }).click();
    for (const fold of place.querySelectorAll('details')) fold.open = true;
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    await expectAccessible(place);
  });
});
