/* Long because it holds all that an open card shows and does. */

import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCard } from '../../components/card/card.ts';
import type { CardActions, CardModel } from '../../lib/feed/types.ts';
import { body, claim, model, quietActions, tagModel } from './sample.ts';
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
  it('shows the fact in brief, who says so and when, and does not load the body', () => {
    const loadBody = vi.fn(() => Promise.resolve(body));
    const place = showCard({}, quietActions({ loadBody }));
    expect(place.querySelector('.strip')?.textContent).toContain(`${model.headline.brief} TRAC, Syracuse University · Oct 2020 · More`);
    expect(place.textContent).not.toContain(claim.fact);
    expect(loadBody).not.toHaveBeenCalled();
  });

  it('names its claim and itself', () => {
    const section = showCard().querySelector('section');
    expect(section?.dataset.claim).toBe(model.headline.id);
    expect(section?.getAttribute('aria-label')).toContain(model.headline.brief);
    const description = document.getElementById(section?.querySelector('.toggle')?.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe(model.headline.brief);
  });

  it('is one button as large as the strip, with the source beside it', async () => {
    const strip = showCard().querySelector('.strip') as HTMLElement;
    const { left, top } = strip.getBoundingClientRect();
    expect(document.elementFromPoint(left + 3, top + 3)?.className).toBe('toggle');
    await expect.element(page.getByRole('link', { name: 'TRAC, Syracuse University' })).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('says that only a tag touched the topic, in the place of the date', () => {
    const strip = showCard(tagModel).querySelector('.strip');
    expect(strip?.textContent).toBe(`${tagModel.headline.brief} ${tagModel.headline.publisher} · tag only · More`);
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

describe('the size of a closed card', () => {
  const COLUMN = 560;
  const WIDE = 700;

  it('is one line without the source, the date only where there is room for it', () => {
    const line = (width: number) =>
      (showCard({ size: 'line' }, quietActions(), width).querySelector('.line') as HTMLElement).innerText.replace(/\s+/g, ' ');
    expect(line(WIDE)).toMatch(/^Context · .+ Oct 2020 · More$/);
    expect(line(WIDE)).not.toContain(model.headline.publisher);
    expect(line(COLUMN)).toBe(`${model.headline.brief} More`);
  });

  it('is one line at most when that is chosen, however narrow the column', () => {
    const PHONE = 300;
    const LINE_AND_PADDING = 40;
    const place = showCard({ size: 'line' }, quietActions(), PHONE);
    expect(place.querySelector('.strip')?.clientHeight).toBeLessThanOrEqual(LINE_AND_PADDING);
    expect(place.scrollWidth).toBeLessThanOrEqual(PHONE);
    expect(page.getByRole('button', { name: 'More' }).element().getBoundingClientRect().right).toBeLessThanOrEqual(
      place.getBoundingClientRect().right,
    );
  });

  it('is the mark alone, which says its fact and opens the whole card', async () => {
    const HIT_AREA = 24;
    const place = showCard({ size: 'icon' }, quietActions(), COLUMN);
    const card = place.querySelector('.card') as HTMLElement;
    const { left, top, width, height } = card.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(HIT_AREA);
    expect(Math.max(width, height)).toBeLessThanOrEqual(HIT_AREA + 10);
    expect(document.elementFromPoint(left + 5, top + 5)?.className).toBe('toggle');
    await expect.element(more()).toHaveAttribute('title', model.headline.brief);
    await expect.element(more()).toHaveAccessibleDescription(model.headline.brief);
    await more().click();
    await expect.element(record()).toBeVisible();
    expect(card.getBoundingClientRect().width).toBeCloseTo(COLUMN, 0);
    await page.getByRole('button', { name: 'Less' }).click();
    expect(card.getBoundingClientRect().width).toBe(width);
  });

  it.each(['line', 'icon'] as const)('%s has nothing axe objects to', async (size) => {
    await expectAccessible(showCard({ size }, quietActions(), COLUMN));
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

  it('leads with the fact, which the strip gives in brief', async () => {
    const place = showCard();
    await more().click();
    await expect.element(record()).toBeVisible();
    expect(place.querySelector('.panel p')?.textContent).toBe(claim.fact);
  });

  it('keeps the order of the record', async () => {
    const place = showCard();
    await more().click();
    await expect.element(record()).toBeVisible();
    const titles = [...place.querySelectorAll('dt')].map((dt) => dt.textContent);
    expect(titles).toEqual(['What is claimed', 'What the record shows', 'What’s true in it', 'What’s missing', 'Keep in mind', 'Sources']);
  });

  it('is short: one source, the chart with its finding; all else is folded, and there when unfolded', async () => {
    const place = showCard();
    await more().click();
    await expect.element(record()).toBeVisible();
    const shown = (selector: string) => [...place.querySelectorAll(selector)].filter((part) => part.checkVisibility());
    expect(shown('.sources li')).toHaveLength(1);
    expect(shown('.chart-plot, .series-title')).toHaveLength(2);
    expect(shown('.series-subtitle, .series-table, .series-caption')).toEqual([]);
    await page.getByText('Definition, table and sources of the chart').click();
    expect(shown('.series-subtitle, .series-table, .series-caption')).toHaveLength(3);
    await page.getByText(/more source/).click();
    expect(shown('.sources li')).toHaveLength(claim.sources.length);
  });

  it('has one thing that leads: its chart, with the figures folded below; where there is no chart, the first figures', async () => {
    const large = (place: HTMLElement) => place.querySelectorAll('.figures > li').length;
    const withChart = showCard();
    await more().click();
    await expect.element(record()).toBeVisible();
    expect(large(withChart)).toBe(0);
    await page.getByText(/figures? and (their|its) sources?/).click();
    expect(withChart.querySelectorAll('.figures-folded > li').length).toBe(claim.figures.length);
    const without = showCard({}, quietActions({ loadBody: () => Promise.resolve({ claim: body.claim, sources: body.sources }) }));
    await more().click();
    await expect.element(record()).toBeVisible();
    expect(large(without)).toBe(Math.min(2, claim.figures.length));
  });

  it('says so when the extension was updated meanwhile, and tries again when asked', async () => {
    const loadBody = vi.fn(() => Promise.resolve(body)).mockRejectedValueOnce(new Error('gone'));
    showCard({}, quietActions({ loadBody }));
    await more().click();
    await expect.element(page.getByText(/This card did not open: the extension was updated/)).toBeVisible();
    await page.getByRole('button', { name: 'Less' }).click();
    await more().click();
    await expect.element(record()).toBeVisible();
  });

  it('explains itself with the words that matched', async () => {
    const place = showCard();
    await more().click();
    await page.getByRole('button', { name: 'Why this card' }).click();
    const marked = (where: string) => [...place.querySelectorAll(`${where} mark`)].map((m) => m.textContent);
    expect(marked('.drawer > p')).toEqual(model.quotes);
    expect(place.querySelector('.why-rules')?.textContent).toMatch(/^rose-after/);
    expect(marked('.why-rules')).toEqual(model.quotes);
    // Signs of direction in a post's words end with them.
    for (const mark of place.querySelectorAll('mark')) expect(getComputedStyle(mark).unicodeBidi).toBe('isolate');
    await expect.element(page.getByText('Reviewed Nov 20, 2026.')).toBeVisible();
  });

  it('leads to the claim’s full entry in the library', async () => {
    const actions = quietActions({ openLibrary: vi.fn() });
    showCard({}, actions);
    await more().click();
    await page.getByRole('button', { name: 'Full entry in the library' }).click();
    expect(actions.openLibrary).toHaveBeenCalledExactlyOnceWith(claim.id);
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
    await expect.element(page.getByText('Copied to the clipboard.')).toBeVisible();
    const text = `${claim.fact} Source: ${model.headline.publisher}, ${model.headline.url}`;
    expect(write).toHaveBeenCalledWith(text);
    write.mockRejectedValueOnce(new Error('forbidden'));
    await copy.click();
    await expect.element(page.getByRole('textbox')).toHaveValue(text);
    write.mockRestore();
  });

  it('shares the sources through the system, and copies them where that is not possible', async () => {
    const share = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    showCard();
    await more().click();
    const button = page.getByRole('button', { name: 'Share the sources' });
    await button.click();
    const [[{ text }]] = share.mock.calls as unknown as [[{ text: string }]];
    expect(text).toContain(claim.fact);
    for (const source of body.sources.filter(({ id }) => claim.sources.includes(id))) expect(text).toContain(source.url);
    for (const quote of model.quotes) expect(text).not.toContain(quote);
    share.mockRejectedValueOnce(new DOMException('closed', 'AbortError'));
    await button.click();
    expect(write).not.toHaveBeenCalled();
    share.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await button.click();
    await expect.element(page.getByText('Copied to the clipboard.')).toBeVisible();
    expect(write).toHaveBeenCalledExactlyOnceWith(text);
    Reflect.deleteProperty(navigator, 'share');
    await button.click();
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(2));
    write.mockRestore();
  });

  it('shows all of a report before it goes, and nothing of the post unless the person adds it', async () => {
    const place = showCard();
    await more().click();
    await page.getByRole('button', { name: 'Report a mistake' }).click();
    const form = page.getByRole('link', { name: 'Open the form' });
    const sent = () => {
      const { searchParams } = new URL((form.element() as HTMLAnchorElement).href);
      searchParams.delete('template');
      return Object.fromEntries(searchParams);
    };
    const shown = () => [...place.querySelectorAll('.report-fields dd')].map((value) => value.textContent);
    expect(sent()).toEqual({ title: 'Wrong card: prosecutions-soared', claim: 'prosecutions-soared' });
    expect(shown()).toEqual(Object.values(sent()));
    await page.getByRole('checkbox', { name: 'Add the words of the post that matched' }).click();
    await vi.waitFor(() => expect(sent().wording).toBe('arrests of traffickers soared … since 2016'));
    expect(shown()).toEqual(Object.values(sent()));
  });

  it('folds the other claims of the post and opens each in place', async () => {
    const loadBody = vi.fn(() => Promise.resolve(body));
    const place = showCard({ also: [tagModel.headline] }, quietActions({ loadBody }));
    await more().click();
    await expect.element(page.getByText(tagModel.headline.brief)).toBeVisible();
    expect(loadBody).toHaveBeenCalledExactlyOnceWith(model.headline.id);
    await page.getByText(tagModel.headline.brief).click();
    await vi.waitFor(() => expect(place.querySelectorAll('.claim-body')).toHaveLength(2));
    expect(loadBody).toHaveBeenLastCalledWith('pizzagate');
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
