import type { CardModel } from '../../lib/feed/types.ts';
import { linkTo } from '../ui/address.ts';
import { element } from '../ui/element.ts';
import { GLYPH, STROKES } from '../ui/glyph.ts';
import { strings } from '../ui/strings.ts';

/** Ids are the card's own: each stands in a root by itself. */
const BRIEF = 'brief';
const SVG = 'http://www.w3.org/2000/svg';
const GLYPH_SIZE = '1.15em';

/**
 * The collapsed card, made without a view library: it has to stand before its post is painted. One short paragraph. The toggle's
 * hit area covers the whole strip (see card.css), so that the strip is one button for the pointer and the keyboard, while the
 * source stays a link in it and the fact stays text.
 *
 * @param panel id of the element the strip opens.
 */
export function createStrip({ headline, match, size }: CardModel, panel: string): { strip: HTMLElement; toggle: HTMLButtonElement } {
  const words = strings.card;
  const tagOnly = match.kind === 'background';
  const toggle = element(
    'button',
    {
      type: 'button',
      class: 'toggle',
      'aria-expanded': 'false',
      'aria-controls': panel,
      'aria-describedby': BRIEF,
      title: size !== 'full' && headline.brief,
    },
    words.more,
  );
  const lead = tagOnly ? [] : [element('span', { class: 'lead' }, element('b', {}, words.context), ' · ')];
  const brief = element('span', { class: 'brief', id: BRIEF }, headline.brief);
  // A card that only a tag brought says so in the place of the date.
  const when = tagOnly ? words.tag : headline.date;
  const rest = element('span', { class: 'nowrap' }, ...(when ? [element('span', { class: 'when' }, `${when} · `)] : []), toggle);
  const after = element('span', { class: 'after-source' }, ' · ');
  const meta = element('span', { class: 'meta' }, source(headline.url, headline.publisher), after, rest);
  const line = element('p', { class: 'line', dir: strings.dir }, ...lead, brief, ' ', meta);
  return { strip: element('div', { class: 'strip' }, mark(), line), toggle };
}

function source(url: string, publisher: string): HTMLElement {
  const link = linkTo(url);
  return element(link ? 'a' : 'span', { class: 'meta-source', ...link }, publisher);
}

let drawn: Element | undefined;

function mark(): Node {
  drawn ??= drawMark();
  return drawn.cloneNode(true);
}

function drawMark(): Element {
  const make = (name: string, attributes: Record<string, string>, ...children: Element[]): Element => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const strokes = make('g', STROKES, ...GLYPH.map((d) => make('path', { d })));
  const size = { width: GLYPH_SIZE, height: GLYPH_SIZE };
  return make('svg', { class: 'mark', viewBox: '0 0 24 24', ...size, 'aria-hidden': 'true', focusable: 'false' }, strokes);
}
