import type { CardModel } from '../../lib/feed/types.ts';
import { linkTo } from '../ui/address.ts';
import { element } from '../ui/element.ts';
import { GLYPH, STROKES } from '../ui/glyph.ts';
import { strings } from '../ui/strings.ts';

/** Ids are the card's own: each stands in a root by itself. */
const FACT = 'fact';
const SVG = 'http://www.w3.org/2000/svg';
const GLYPH_SIZE = '1.15em';

/**
 * The collapsed card, made without a view library: it has to stand before its post is painted. The toggle's hit area covers the
 * whole strip (see card.css), so that the strip is one button for the pointer and the keyboard, while the source stays a link
 * beside it and the fact stays text.
 *
 * @param panel id of the element the strip opens.
 */
export function createStrip({ headline, match }: CardModel, panel: string): { strip: HTMLElement; toggle: HTMLButtonElement } {
  const words = strings.card;
  const background = match.kind === 'background';
  const lead = element('span', { class: 'lead' }, background ? words.tag : words.context);
  const fact = element('p', { class: 'fact', id: FACT }, lead, element('span', { class: 'dot' }, ' · '), headline.fact);
  const toggle = element(
    'button',
    { type: 'button', class: 'toggle', 'aria-expanded': 'false', 'aria-controls': panel, 'aria-describedby': FACT },
    words.more,
  );
  const meta = element('p', { class: 'meta' }, source(headline.url, headline.publisher), date(headline.date), toggle);
  return { strip: element('div', { class: 'strip', title: background && headline.fact }, mark(), fact, meta), toggle };
}

function source(url: string, publisher: string): HTMLElement {
  const link = linkTo(url);
  return element(link ? 'a' : 'span', { class: 'meta-source', ...link }, publisher);
}

function date(words: string | undefined): HTMLElement {
  const dated = words ? [' · ', element('span', { class: 'nowrap' }, words)] : [];
  return element('span', { class: 'meta-date' }, ...dated, ' · ');
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
