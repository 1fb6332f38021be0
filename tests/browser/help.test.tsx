import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { HelpView } from '../../components/help/HelpView.tsx';
import type { Help, Situation } from '../../lib/claims/types.ts';
import { evidence } from './sample.ts';
import { expectAccessible, show } from './stage.tsx';
import { darkPageStyles, pageStyles } from './styles.ts';

const POPUP = 348;
const PHONE = 320;

const [us] = evidence.help;
/** Another country, with another emergency number and another line. */
const gb: Help = {
  ...us,
  country: 'GB',
  emergency: '999',
  lines: us.lines.map((line) => ({ ...line, name: 'Sample Helpline', phone: '0800 555 0100' })),
};

const country = () => page.getByRole('combobox', { name: 'Help in' });
const question = (situation: Situation) =>
  page.getByRole('button', { name: us.topics.find((topic) => topic.situation === situation)?.question, exact: true });

function Wired({ onCountry, onLeave }: { onCountry: (country: string) => void; onLeave: () => void }) {
  const [chosen, setChosen] = useState('US');
  const choose = (next: string) => {
    setChosen(next);
    onCountry(next);
  };
  return <HelpView help={[us, gb]} country={chosen} onCountry={choose} onLeave={onLeave} />;
}

function showHelp(styles = pageStyles, width = POPUP) {
  const onCountry = vi.fn();
  const onLeave = vi.fn();
  return { onCountry, onLeave, place: show(<Wired onCountry={onCountry} onLeave={onLeave} />, styles, width) };
}

describe('the country', () => {
  it('is shown, can be chosen from all there are, and is told', async () => {
    const { onCountry, place } = showHelp();
    await expect.element(country()).toHaveValue('US');
    expect([...place.querySelectorAll('option')].map((option) => option.textContent)).toEqual(['United Kingdom', 'United States']);
    await country().selectOptions('GB');
    expect(onCountry).toHaveBeenCalledExactlyOnceWith('GB');
  });

  it('changes the answer in place and keeps the question', async () => {
    const { place } = showHelp();
    await question('exploited').click();
    expect(place.querySelector('a[href="tel:1-555-010-0000"]')).not.toBeNull();
    await country().selectOptions('GB');
    await expect.element(page.getByRole('heading', { name: 'I, or someone I know, may be exploited' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: '0800 555 0100' })).toHaveAttribute('href', 'tel:08005550100');
    expect(place.querySelector('a[href="tel:1-555-010-0000"]')).toBeNull();
  });

  it('changes the emergency number', async () => {
    showHelp();
    await question('danger').click();
    await expect.element(page.getByText('Emergency: 911')).toBeVisible();
    await country().selectOptions('GB');
    await expect.element(page.getByText('Emergency: 999')).toBeVisible();
  });

  it('tells people from elsewhere what comes first', () => {
    expect(showHelp().place.textContent).toContain('For a country that is not listed: in danger, the local emergency number comes first.');
  });

  it('says so when there is no help for it', () => {
    const view = <HelpView help={[]} country="FI" onCountry={() => {}} onLeave={() => {}} />;
    expect(show(view, pageStyles, POPUP).textContent).toContain('There is no help page for Finland yet.');
  });
});

describe('the triage', () => {
  it('asks one question and shows no number before it is answered', async () => {
    const { place } = showHelp();
    await expect.element(page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
    expect(place.querySelectorAll('.help-topics button')).toHaveLength(5);
    expect(place.querySelector('a[href^="tel:"]')).toBeNull();
    expect(place.textContent).not.toMatch(/\d{3}/);
  });

  it.each<[Situation, number]>([
    ['danger', 0],
    ['exploited', 1],
    ['witness', 1],
    ['post', 0],
    ['image', 1],
  ])('%s leads to %i lines', async (situation, lines) => {
    const { place } = showHelp();
    await question(situation).click();
    await expect.element(page.getByRole('heading', { level: 2 })).toHaveFocus();
    expect(place.querySelectorAll('.help-lines > li')).toHaveLength(lines);
  });

  it('goes back to the question', async () => {
    showHelp();
    await question('post').click();
    await page.getByRole('button', { name: 'All questions' }).click();
    await expect.element(page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
  });

  it('can be left quickly from every place', async () => {
    const { onLeave } = showHelp();
    const leave = page.getByRole('button', { name: 'Leave this page quickly' });
    await leave.click();
    await question('witness').click();
    await leave.click();
    expect(onLeave).toHaveBeenCalledTimes(2);
  });
});

describe.each([
  ['light', pageStyles],
  ['dark', darkPageStyles],
])('in the %s', (_name, styles) => {
  it('has nothing axe objects to, before and after the question', async () => {
    const { place } = showHelp(styles);
    await expectAccessible(place);
    await question('image').click();
    await expectAccessible(place);
  });
});

it('fits a narrow screen', async () => {
  const { place } = showHelp(pageStyles, PHONE);
  expect(place.scrollWidth).toBeLessThanOrEqual(PHONE);
  await question('exploited').click();
  expect(place.scrollWidth).toBeLessThanOrEqual(PHONE);
});
