import type { ComponentChild } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCard } from '../../components/card/card.ts';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { setLanguage } from '../../components/ui/strings.ts';
import { WelcomeView } from '../../components/welcome/WelcomeView.tsx';
import type { CardModel } from '../../lib/feed/types.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/types.ts';
import { blocksFont } from './blocks.ts';
import { popupOver } from './popup-over.tsx';
import { model, quietActions, tagModel } from './sample.ts';
import { show } from './stage.tsx';
import { cardStyles, darkPageStyles, pageStyles } from './styles.ts';

/*
 * What the surfaces look like, letter by letter replaced by blocks: colours, sizes, spaces, lines. Pictures of the sample's words, so
 * that only a change of look changes them. After one: `npx vitest run --project browser tests/browser/look.test.tsx --update`, and
 * look at what changed. See docs/decisions/0032-pictures-of-blocks.md.
 */

const COLUMN = 508;
const PHONE = 320;
const POPUP = 380;
const nothing = () => {};

let blocks = '';
beforeAll(async () => {
  blocks = await blocksFont();
});
beforeEach(() => page.viewport(900, 2200));
afterEach(() => setLanguage('en'));

/** Nothing moves, and no part of a form is drawn as the system likes it. */
const STILL = `* { animation: none !important; transition: none !important; caret-color: transparent !important }
  select, [type=radio], [type=search] { appearance: none !important }`;

/** Draws a view and compares it with its picture. */
async function look(name: string, view: ComponentChild, styles: string[], width: number, before?: () => Promise<void>): Promise<void> {
  const place = show(view, [...styles, blocks, STILL], width);
  await before?.();
  await expect(place).toMatchScreenshot(name);
}

function card(changes: Partial<CardModel>): ComponentChild {
  const { section } = createCard({ ...model, ...changes }, quietActions());
  return <div ref={(at) => at?.replaceChildren(section)} />;
}

async function open(): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await expect.element(page.getByRole('button', { name: 'Why this card' })).toBeVisible();
  (document.activeElement as HTMLElement).blur();
  await userEvent.unhover(document.body);
}

describe('a card', () => {
  it('closed', () => look('card-closed', card({}), cardStyles, COLUMN));
  it('closed, on a phone, from right to left', () =>
    look('card-closed-phone', card({ ...tagModel, look: { ...model.look, rtl: true } }), cardStyles, PHONE));
  it('of one line', () => look('card-line', card({ size: 'line' }), cardStyles, COLUMN));
  it('open', () => look('card-open', card({ also: [tagModel.headline] }), cardStyles, COLUMN, open));
  it('open, in the dark', () => look('card-open-dark', card({ look: { ...model.look, dark: true } }), cardStyles, COLUMN, open));
});

describe('the popup', () => {
  const cards = [model, tagModel].map(({ headline, match }, i) => ({
    number: i + 1,
    claim: headline.id,
    kind: match.kind,
    brief: headline.brief,
  }));
  const view = popupOver({ kind: 'read', status: { site: 'X', siteId: 'x', state: 'reading', read: 37, cards } });
  const at = (tab: string) => async () => {
    await page.getByRole('tab', { name: tab }).click();
    await expect.element(page.getByText('Loading…')).not.toBeInTheDocument();
    (document.activeElement as HTMLElement).blur();
    await userEvent.unhover(document.body);
  };

  it('this page', () => look('popup-page', view, pageStyles, POPUP));
  it('data, in the dark', () => look('popup-data-dark', view, darkPageStyles, POPUP, at('Data')));
  it('help', () => look('popup-help', view, pageStyles, POPUP, at('Help')));
});

describe('a page', () => {
  it('of the settings, on a phone', () =>
    look(
      'options-phone',
      <OptionsView
        settings={{ ...DEFAULT_SETTINGS, sitesOff: ['facebook'], originsAdded: ['https://social.example'] }}
        managed={{}}
        sites={['X', 'Facebook'].map((name) => ({ id: name.toLowerCase(), name }))}
        titles={new Map()}
        countries={['US']}
        allowed={new Set()}
        updates={undefined}
        actions={{} as never}
      />,
      pageStyles,
      PHONE,
    ));
  it('of the first run', () =>
    look('welcome', <WelcomeView judge={() => nothing} libraryUrl="/library.html" onOptions={nothing} />, pageStyles, 640));
});
