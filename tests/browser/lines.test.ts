import { afterEach, describe, expect, it } from 'vitest';
import headlines from '#generated/headlines.json';
import pack from '#generated/match-pack.json';
import { createCard } from '../../components/card/card.ts';
import { setLanguage } from '../../components/ui/strings.ts';
import type { Headline } from '../../lib/claims/types.ts';
import type { CardModel } from '../../lib/feed/types.ts';
import { model, quietActions, tagModel } from './sample.ts';
import { showElement } from './stage.tsx';
import { cardStyles } from './styles.ts';

/* The real claims, closed, in a wide font: a card that fits in it fits in the narrower ones most readers have. */

const WIDE_FONT = '.card { --font: "DejaVu Sans", Verdana, sans-serif }';
/** Width of a card in pixels, and the lines it may take: columns of the sites, a phone, a phone beside a column of avatars. */
const ROOM = [
  [508, 2],
  [458, 2],
  [320, 3],
  [288, 3],
  [240, 4],
];
/** Part of a line by which text of two sizes may be higher than its lines. */
const SLACK = 0.1;

const taggedClaims = new Set(pack.rules.filter(({ kind }) => kind === 'background').map(({ claim }) => pack.claims[claim].id));

/** The claims of one language whose closed card takes more lines than it may. */
function tooLong(cards: readonly Headline[], base: CardModel, width: number, lines: number): string[] {
  return cards.flatMap((headline) => {
    const { section } = createCard({ ...base, headline }, quietActions());
    const place = showElement(section, [...cardStyles, WIDE_FONT], width);
    const line = place.querySelector('.line') as HTMLElement;
    const taken = line.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(line).lineHeight);
    return taken > lines + SLACK ? [`${headline.id}: ${taken.toFixed(1)} lines`] : [];
  });
}

afterEach(() => setLanguage('en'));

describe.each(Object.entries(headlines))('every closed card (%s)', (code, cards) => {
  it.each(ROOM)('in a column of %i px takes at most %i lines', (width, lines) => {
    setLanguage(code);
    const tagged = cards.filter(({ id }) => taggedClaims.has(id));
    expect(tagged.length).toBeGreaterThan(0);
    expect(tooLong(cards, model, width, lines)).toEqual([]);
    expect(tooLong(tagged, tagModel, width, lines)).toEqual([]);
  });
});
