import { type Layer, overlap } from './drawn.ts';
import { alphaOf, isShown } from './paint.ts';

/**
 * What an element draws outside of its own box: shadows, an outline, words it has no room for. None of it takes a press, so it is
 * looked for in all elements of the page, wherever they stand.
 */

/** Thinner outlines, in CSS pixels, mark what has the focus. */
const THIN = 4;
/** Colour, moves to the right and down, blur, growth, and whether it falls inwards: one shadow as browsers compute it. */
const SHADOW = /((?:rgba?|color|oklch|oklab|lab|lch)\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px(?: (-?[\d.]+)px)?( inset)?/g;

/** @param over the box of the part of a card that may lie under it. */
export function thrownOver(over: DOMRect, element: Element): Layer[] {
  const style = getComputedStyle(element);
  const { boxShadow, textShadow, filter, outlineStyle, pointerEvents } = style;
  const throwsNothing = [boxShadow, textShadow, filter, outlineStyle].every((value) => value === 'none' || value === '');
  if ((throwsNothing && pointerEvents !== 'none') || !isShown(element)) return [];
  const box = element.getBoundingClientRect();
  const words = wordsOf(element);
  const isWithin = contains(box, over);
  return [
    // Nothing of these is drawn inside the box they belong to.
    ...(isWithin ? [] : [...shadowsOf(boxShadow, box), ...shadowsOf(filter, box)]),
    ...words.flatMap((word) => shadowsOf(textShadow, word)),
    ...outlineOf(style, box),
    ...(pointerEvents === 'none' ? words.filter((word) => !contains(box, word)).map((word) => ({ box: word, paint: 1 })) : []),
  ]
    .filter((layer) => overlap(layer.box, over))
    .map((layer) => ({ ...layer, paint: layer.paint * Number(style.opacity) }));
}

function shadowsOf(shadows: string, box: DOMRect): Layer[] {
  const outwards = [...shadows.matchAll(SHADOW)].filter((parts) => !parts[6]);
  return outwards.map(([, colour, right, down, blur, growth = '0']) => {
    // Where a shadow fades out it hides little.
    const by = Number(growth) - Number(blur) / 2;
    return { box: grown(box, by, Number(right), Number(down)), paint: alphaOf(colour) };
  });
}

/** Its four sides. */
function outlineOf({ outlineStyle, outlineWidth, outlineOffset, outlineColor }: CSSStyleDeclaration, box: DOMRect): Layer[] {
  const width = Number.parseFloat(outlineWidth);
  if (outlineStyle === 'none' || !(width > THIN)) return [];
  const inner = grown(box, Number.parseFloat(outlineOffset) || 0);
  const outer = grown(inner, width);
  const sides = [
    new DOMRect(outer.left, outer.top, outer.width, width),
    new DOMRect(outer.left, inner.bottom, outer.width, width),
    new DOMRect(outer.left, outer.top, width, outer.height),
    new DOMRect(inner.right, outer.top, width, outer.height),
  ];
  return sides.map((side) => ({ box: side, paint: alphaOf(outlineColor) }));
}

/** The boxes of an element's own words. */
function wordsOf(element: Element): DOMRect[] {
  const range = element.ownerDocument.createRange();
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !/\S/.test(node.nodeValue ?? '')) return [];
    range.selectNode(node);
    return [range.getBoundingClientRect()];
  });
}

function contains(outer: DOMRect, inner: DOMRect): boolean {
  return outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
}

function grown({ left, top, width, height }: DOMRect, by: number, right = 0, down = 0): DOMRect {
  return new DOMRect(left - by + right, top - by + down, Math.max(0, width + 2 * by), Math.max(0, height + 2 * by));
}
