import { type Layer, overlap } from './drawn.ts';
import { alphaOf, isShown } from './paint.ts';

/**
 * What an element draws outside of its own box: shadows, an outline, a picture around it, its reflection, words it has no room for.
 * None of it takes a press, so it is looked for in all elements of the page, wherever they stand.
 */

/** Thinner outlines, in CSS pixels, mark what has the focus. */
const THIN = 4;
const SIDES = ['top', 'right', 'bottom', 'left'];
/** Colour, moves to the right and down, blur, growth, and whether it falls inwards: one shadow as browsers compute it. */
const SHADOW = /((?:rgba?|color|oklch|oklab|lab|lch)\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px(?: (-?[\d.]+)px)?( inset)?/g;

/** @param over the box of the part of a card that may lie under it. */
export function thrownOver(over: DOMRect, element: Element): Layer[] {
  const style = getComputedStyle(element);
  const { boxShadow, textShadow, filter, outlineStyle, borderImageSource, pointerEvents } = style;
  const reflect = style.getPropertyValue('-webkit-box-reflect');
  const throwing = [boxShadow, textShadow, filter, outlineStyle, borderImageSource, reflect];
  const throwsNothing = throwing.every((value) => value === 'none' || !value);
  if ((throwsNothing && pointerEvents !== 'none') || !isShown(element)) return [];
  const box = element.getBoundingClientRect();
  const words = wordsOf(element);
  const isWithin = contains(box, over);
  return [
    // Nothing of these is drawn inside the box they belong to.
    ...(isWithin ? [] : [...shadowsOf(boxShadow, box), ...shadowsOf(filter, box), ...pictureAround(style, box)]),
    ...reflectionOf(reflect, box),
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

/** A border's picture is drawn outside of the box where that is asked for: by so many pixels, or so many times the border's width. */
function pictureAround(style: CSSStyleDeclaration, box: DOMRect): Layer[] {
  if (style.borderImageSource === 'none') return [];
  const widest = Math.max(...SIDES.map((side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`))));
  const outset = style.borderImageOutset.split(' ').map((by) => Number.parseFloat(by) * (by.endsWith('px') ? 1 : widest));
  const by = Math.max(...outset);
  return by > 0 ? [{ box: grown(box, by), paint: 1 }] : [];
}

/** What stands in an element is drawn once more beside it, turned round; Chromium and Safari do so. */
function reflectionOf(reflect: string, box: DOMRect): Layer[] {
  const [, side, by = '0', unit] = /^(above|below|left|right) (-?[\d.]+)(px|%)?/.exec(reflect) ?? [];
  if (!side) return [];
  const upright = side === 'above' || side === 'below';
  const length = upright ? box.height : box.width;
  const far = (length + (unit === '%' ? (Number(by) * length) / 100 : Number(by))) * (side === 'above' || side === 'left' ? -1 : 1);
  return [{ box: grown(box, 0, upright ? 0 : far, upright ? far : 0), paint: 1 }];
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
