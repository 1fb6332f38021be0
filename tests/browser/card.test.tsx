import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCard } from '../../components/card/card.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { body, model, quietActions, tagModel } from './sample.ts';
import { expectAccessible, showElement } from './stage.tsx';
import { cardStyles } from './styles.ts';

const more = () => page.getByRole('button', { name: 'More' });
const record = () => page.getByText('What the record shows');

function showCard(changes: Partial<CardModel> = {}, actions: CardActions = quietActions(), width?: number) {
  const place = document.createElement('div');
  place.append(createCard({ ...model, ...changes }, actions).section);
  return showElement(place, cardStyles, width);
}

function withLook(look: Partial<CardModel['look']>): CardModel {
  return { ...model, look: { ...model.look, ...look } };
}

describe('a collapsed card', () => {
  it('shows the fact, who says so and when, and does not load the body', () => {
    const loadBody = vi.fn(() => Promise.resolve(body));
    const place = showCard({}, quietActions({ loadBody }));
    expect(place.textContent).toContain(model.headline.fact);
    expect(place.textContent).toContain('TRAC, Syracuse University · Oct 2020 · More');
    expect(loadBody).not.toHaveBeenCalled();
  });

  it('names its claim and itself', () => {
    const section = showCard().querySelector('section');
    expect(section?.dataset.claim).toBe(model.headline.id);
    expect(section?.getAttribute('aria-label')).toContain(model.headline.fact);
  });

  it('is one button as large as the strip, with the source beside it', async () => {
    const strip = showCard().querySelector('.strip') as HTMLElement;
    const { left, top } = strip.getBoundingClientRect();
    expect(document.elementFromPoint(left + 3, top + 3)?.className).toBe('toggle');
    await expect.element(page.getByRole('link', { name: 'TRAC, Syracuse University' })).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('says that only a tag touched the topic, in one line', () => {
    const COLUMN = 600;
    const place = showCard(tagModel, quietActions(), COLUMN);
    expect(place.textContent).toContain('About this tag');
    const LINE_AND_PADDING = 36;
    expect(place.querySelector('.strip')?.clientHeight).toBeLessThanOrEqual(LINE_AND_PADDING);
  });

  it.each([
    [8, '13px'],
    [15, '15px'],
    [40, '17px'],
  ])('takes the text size %i of the post within limits', (fontSize, shown) => {
    const section = showCard(withLook({ fontSize })).querySelector('section') as HTMLElement;
    expect(getComputedStyle(section).fontSize).toBe(shown);
  });
});

describe('an open card', () => {
  it('opens and closes by keyboard and gives the focus back', async () => {
    showCard();
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(more()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(record()).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{Escape}');
    await expect.element(more()).toHaveFocus();
    await expect.element(more()).toHaveAttribute('aria-expanded', 'false');
  });

  it('ignores clicks made by scripts', () => {
    const loadBody = vi.fn(() => Promise.resolve(body));
    showCard({}, quietActions({ loadBody })).querySelector<HTMLElement>('.toggle')?.click();
    expect(loadBody).not.toHaveBeenCalled();
  });

  it('keeps the order of the record', async () => {
    const place = showCard();
    await more().click();
    await expect.element(record()).toBeVisible();
    const titles = [...place.querySelectorAll('dt')].map((dt) => dt.textContent);
    expect(titles).toEqual([
      'What is claimed',
      'What the record shows',
      'What’s true in it',
      'What’s missing',
      'About the numbers',
      'Sources',
    ]);
  });

  it('says so when the extension was updated meanwhile, and tries again when asked', async () => {
    const loadBody = vi.fn(() => Promise.resolve(body)).mockRejectedValueOnce(new Error('gone'));
    showCard({}, quietActions({ loadBody }));
    await more().click();
    await expect.element(page.getByText('Reload the page to open this card: the extension was updated.')).toBeVisible();
    await page.getByRole('button', { name: 'Less' }).click();
    await more().click();
    await expect.element(record()).toBeVisible();
  });

  it('explains itself with the words that matched', async () => {
    const place = showCard();
    await more().click();
    await page.getByRole('button', { name: 'Why this card' }).click();
    expect([...place.querySelectorAll('mark')].map((m) => m.textContent)).toEqual(model.quotes);
    await expect.element(page.getByText('Reviewed Nov 20, 2026.')).toBeVisible();
  });

  it('hides the post, the topic or the site, one click each', async () => {
    const actions = quietActions({ hidePost: vi.fn(), hideTopic: vi.fn(), hideSite: vi.fn() });
    showCard({}, actions);
    await more().click();
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await page.getByRole('button', { name: 'This topic everywhere' }).click();
    expect(actions.hideTopic).toHaveBeenCalledOnce();
    expect(actions.hidePost).not.toHaveBeenCalled();
  });

  it('copies the fact with its source, and offers the text when copying is forbidden', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    showCard();
    await more().click();
    const copy = page.getByRole('button', { name: 'Copy a short reply' });
    await copy.click();
    await expect.element(page.getByText('Copied.')).toBeVisible();
    const text = `${model.headline.fact} Source: ${model.headline.publisher}, ${model.headline.url}`;
    expect(write).toHaveBeenCalledWith(text);
    write.mockRejectedValueOnce(new Error('forbidden'));
    await copy.click();
    await expect.element(page.getByRole('textbox')).toHaveValue(text);
    write.mockRestore();
  });

  it('reports a mistake with the claim and nothing of the post', async () => {
    showCard();
    await more().click();
    const link = page.getByRole('link', { name: 'Report a mistake' });
    await expect
      .element(link)
      .toHaveAttribute('href', 'https://github.com/case-by-case/case-by-case/issues/new?template=wrong-card.yml&claim=prosecutions-soared');
  });

  it('offers no hotline', async () => {
    const place = showCard();
    await more().click();
    await expect.element(record()).toBeVisible();
    expect(place.querySelector('a[href^="tel:"], a[href^="sms:"]')).toBeNull();
    expect(place.textContent?.toLowerCase()).not.toContain('hotline');
  });
});

describe.each([
  ['light', false],
  ['dark', true],
])('in the %s', (_name, dark) => {
  it.each([
    ['a claim', model],
    ['a tag', tagModel],
  ])('%s has nothing axe objects to, closed and open', async (_kind, base) => {
    const place = showCard({ ...base, also: [tagModel.headline], look: { ...base.look, dark } });
    await expectAccessible(place);
    await more().click();
    await page.getByRole('button', { name: 'Why this card' }).click();
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    await expectAccessible(place);
  });
});
