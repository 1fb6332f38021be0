import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import type { OptionsActions } from '../../components/options/types.ts';
import type { UpdatesProps } from '../../components/options/Updates.tsx';
import { setLanguage } from '../../components/ui/strings.ts';
import { type Choices, DEFAULT_SETTINGS, type SettingsProblem } from '../../lib/settings/types.ts';
import type { UpdateStatus } from '../../lib/updates/read.ts';
import { expectAccessible, show } from './stage.tsx';
import { darkPageStyles, pageStyles } from './styles.ts';

const PHONE = 320;
const SERVER = 'https://social.example';
const sites = [
  { id: 'x', name: 'X' },
  { id: 'facebook', name: 'Facebook' },
];

interface Given {
  settings?: Partial<Choices>;
  managed?: Partial<Choices>;
  problem?: SettingsProblem;
  actions?: Partial<OptionsActions>;
  allowed?: string[];
  updates?: UpdatesProps['updates'];
}

function showOptions({ settings, managed = {}, problem, actions, allowed = [], updates }: Given = {}, styles = pageStyles, width?: number) {
  const acts: OptionsActions = {
    save: vi.fn(),
    addServer: vi.fn(() => Promise.resolve('added' as const)),
    removeServer: vi.fn(),
    exportFile: vi.fn(),
    importFile: vi.fn(() => Promise.resolve(undefined)),
    setUpdates: vi.fn(() => Promise.resolve(true)),
    reset: vi.fn(() => Promise.resolve(undefined)),
    ...actions,
  };
  const view = (
    <OptionsView
      settings={{ ...DEFAULT_SETTINGS, ...settings }}
      managed={managed}
      problem={problem}
      sites={sites}
      titles={new Map([['wayfair-cabinets', 'Children sold in cabinets']])}
      countries={['US', 'MX', 'GB']}
      allowed={new Set(allowed)}
      updates={updates}
      actions={acts}
    />
  );
  return { place: show(view, styles, width), acts };
}

async function choose(name: string, text: string) {
  const field = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  await userEvent.upload(field, new File([text], name, { type: 'application/json' }));
}

afterEach(() => setLanguage('en'));

describe('the settings', () => {
  it('keep each choice at once', async () => {
    const { acts } = showOptions({ settings: { sitesOff: ['facebook'], topicsHidden: ['wayfair-cabinets'] } });
    await page.getByRole('switch', { name: 'Context cards on X' }).click();
    expect(acts.save).toHaveBeenLastCalledWith({ sitesOff: ['facebook', 'x'] });
    await page.getByRole('radio', { name: /^Only the mark/ }).click();
    expect(acts.save).toHaveBeenLastCalledWith({ cardSize: 'icon' });
    await page.getByRole('combobox', { name: 'Country for help' }).selectOptions('MX');
    expect(acts.save).toHaveBeenLastCalledWith({ helpCountry: 'MX' });
    await page.getByRole('button', { name: 'Show again: Children sold in cabinets' }).click();
    expect(acts.save).toHaveBeenLastCalledWith({ topicsHidden: [] });
  });

  it('name countries in the person’s language', () => {
    setLanguage('es');
    expect(showOptions().place.textContent).toContain('Estados Unidos');
  });

  it('offer each language by the name it has for itself', () => {
    showOptions();
    const choices = page.getByRole('combobox', { name: 'Language' }).element().querySelectorAll('option');
    expect([...choices].map((choice) => [choice.value, choice.textContent])).toEqual(
      expect.arrayContaining([
        ['en', 'English'],
        ['es', 'Español'],
      ]),
    );
  });

  it('offer to allow a server the browser has not been asked about', async () => {
    const { acts } = showOptions({ settings: { originsAdded: [SERVER, 'https://known.example'] }, allowed: ['https://known.example'] });
    await page.getByRole('button', { name: /^Allow/ }).click();
    expect(acts.addServer).toHaveBeenCalledExactlyOnceWith(SERVER);
  });

  it.each([
    ['refused', 'The browser was told no, so that server is not read.'],
    ['no-address', 'Not added: that is not the address of a server.'],
  ] as const)('say why a server was not added, and keep what was typed: %s', async (outcome, said) => {
    const { place } = showOptions({ actions: { addServer: () => Promise.resolve(outcome) } });
    await page.getByRole('textbox', { name: 'Address of the server' }).fill('toot.example');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.element(page.getByText(said)).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Address of the server' })).toHaveValue('toot.example');
    await expectAccessible(place);
  });
});

describe('a settings file', () => {
  it('is saved and taken', async () => {
    const { acts } = showOptions();
    await page.getByRole('button', { name: 'Save settings to a file' }).click();
    expect(acts.exportFile).toHaveBeenCalledOnce();
    await choose('settings.json', '{}');
    await expect.element(page.getByText('Done: the settings of the file are in use.')).toBeVisible();
  });

  it('that cannot be used is refused with the name of the field, and nothing is changed', async () => {
    const fault = { kind: 'fields' as const, names: ['sitesOff', 'sitesoff'] };
    showOptions({ actions: { importFile: () => Promise.resolve(fault) } });
    await choose('settings.json', '{}');
    const said = 'This file has something in it that cannot be used: sites switched off, “sitesoff”. Nothing was changed.';
    await expect.element(page.getByText(said)).toBeVisible();
  });
});

describe('a reset', () => {
  it.each([
    ['en', 'Reset all settings', 'Done: every setting is as it was at first.', 'Undo the reset', 'Your settings are back.'],
    ['es', 'Restablecer los ajustes', 'Hecho: todos los ajustes están como al principio.', 'Deshacer', 'Sus ajustes están de vuelta.'],
  ])('is told and can be undone, and the focus is not lost: %s', async (language, reset, done, undo, back) => {
    setLanguage(language);
    const undone = vi.fn();
    const { place } = showOptions({ actions: { reset: () => Promise.resolve(undone) } });
    await expect.element(page.getByRole('button', { name: undo })).not.toBeInTheDocument();
    await page.getByRole('button', { name: reset }).click();
    await expect.element(page.getByRole('status').filter({ hasText: done })).toBeVisible();
    await expectAccessible(place);
    expect(undone).not.toHaveBeenCalled();
    await page.getByRole('button', { name: undo }).click();
    expect(undone).toHaveBeenCalledOnce();
    await expect.element(page.getByRole('status').filter({ hasText: back })).toBeVisible();
    await expect.element(page.getByRole('button', { name: undo })).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: reset })).toHaveFocus();
  });

  it('that could not be done is not said to be done', async () => {
    const { acts } = showOptions();
    await page.getByRole('button', { name: 'Reset all settings' }).click();
    expect(acts.reset).toHaveBeenCalledOnce();
    await expect.element(page.getByRole('button', { name: 'Undo the reset' })).not.toBeInTheDocument();
    await expect.element(page.getByText('as it was at first')).not.toBeInTheDocument();
  });
});

describe('updates', () => {
  const server = 'updates.example';
  const at = Date.parse('2026-11-20T10:00:00Z');

  it('have no switch where there is no server, and say so', async () => {
    const { place } = showOptions();
    expect(place.textContent).toContain('There is no server for anything sooner');
    await expect.element(page.getByRole('switch', { name: 'Fetch corrected texts' })).not.toBeInTheDocument();
  });

  it('are off until somebody switches them on, and say what the server sees', async () => {
    const { place, acts } = showOptions({ updates: { server, status: { unreadable: false } } });
    expect(place.textContent).toContain('That server sees the address of your connection and the time');
    await expect.element(page.getByRole('switch', { name: 'Fetch corrected texts' })).toHaveAttribute('aria-checked', 'false');
    await page.getByRole('switch', { name: 'Fetch corrected texts' }).click();
    expect(acts.setUpdates).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('say when the browser was told no', async () => {
    showOptions({ updates: { server, status: { unreadable: false } }, actions: { setUpdates: () => Promise.resolve(false) } });
    await page.getByRole('switch', { name: 'Fetch corrected texts' }).click();
    await expect.element(page.getByText('Still off: the browser was told no.')).toBeVisible();
  });

  it.each([
    [{ unreadable: false }, 'The texts that came with the extension are in use. The server has not been asked yet.'],
    [
      { inUse: '2026-11-19', last: { at, outcome: 'fresh' }, unreadable: false },
      'Texts of Nov 19, 2026 are in use. Up to date on Nov 20, 2026.',
    ],
    [
      { inUse: '2026-11-19', last: { at, outcome: 'signature' }, unreadable: false },
      'is not signed by the makers of Case by Case. It was not taken.',
    ],
    [{ last: { at, outcome: 'storage' }, unreadable: true }, 'damaged and is left out. There was no room to keep what came'],
  ] satisfies [UpdateStatus, string][])('tell in plain words how it stands: %j', (status, words) => {
    const { place } = showOptions({ settings: { updates: true }, updates: { server, status } });
    expect(place.textContent).toContain(words);
  });
});

describe('what an organisation set', () => {
  const managed = { enabled: true, sitesOff: ['x'], cardSize: 'line' as const, language: 'en', helpCountry: 'US', originsAdded: [SERVER] };
  const given = { managed, settings: managed };

  it('is shown as locked, and says who set it', async () => {
    const { place } = showOptions(given);
    expect(place.textContent).toContain('An organization set some of this');
    await expect.element(page.getByRole('switch', { name: 'Context cards on X' })).toBeDisabled();
    await expect.element(page.getByRole('switch', { name: 'Context cards on Facebook' })).toBeEnabled();
    await expect.element(page.getByRole('radio', { name: 'One line' })).toBeDisabled();
    await expect.element(page.getByRole('combobox', { name: 'Language' })).toBeDisabled();
    expect(place.querySelectorAll('.locked')).toHaveLength(6);
    await expect.element(page.getByRole('button', { name: /^Remove/ })).not.toBeInTheDocument();
  });

  it('is told when it cannot be used', () => {
    const { place } = showOptions({ problem: { kind: 'managed', names: ['cardSize'] } });
    expect(place.textContent).toContain('cannot be used and is left out: the size of cards.');
  });
});

describe('the page', () => {
  it('does not scroll sideways on a phone', () => {
    const { place } = showOptions({ settings: { originsAdded: [`https://${'long-'.repeat(12)}name.example`] } }, pageStyles, PHONE);
    expect(place.scrollWidth).toBeLessThanOrEqual(PHONE);
  });

  it.each([
    ['light', pageStyles],
    ['dark', darkPageStyles],
  ])('has nothing axe objects to in the %s', async (_name, styles) => {
    const { place } = showOptions({ managed: { enabled: true }, settings: { originsAdded: [SERVER], topicsHidden: ['moon'] } }, styles);
    await expectAccessible(place);
  });
});
