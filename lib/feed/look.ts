import type { CardModel } from './types.ts';

const MAX_CLIMB = 40;

/** How the page looks behind an element: darkness of its background, size of its letters in px, writing direction. */
export function lookOf(element: Element): CardModel['look'] {
  const view = element.ownerDocument.defaultView;
  if (!view) return { dark: false, fontSize: 15, rtl: false };
  const style = view.getComputedStyle(element);
  const background = backgroundLightness(element, view);
  const letters = lightness(style.color);
  return {
    dark: background !== undefined ? background < 0.5 : letters !== undefined && letters > 0.6,
    fontSize: Number.parseFloat(style.fontSize) || 15,
    rtl: style.direction === 'rtl',
  };
}

/** Lightness of the nearest background that can be seen; none when the page leaves it to the browser. */
function backgroundLightness(element: Element, view: Window): number | undefined {
  let up: Element | null = element;
  for (let level = 0; up && level < MAX_CLIMB; level++, up = up.parentElement) {
    const value = lightness(view.getComputedStyle(up).backgroundColor);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** 0 (black) to 1 (white) of a computed colour; none when it is mostly transparent or of a form not known here. */
export function lightness(colour: string): number | undefined {
  const parts = /^(rgba?|color|oklch|oklab|lab|lch)\(([^)]*)\)$/.exec(colour.trim());
  if (!parts) return undefined;
  const words = parts[2]
    .replace(/^[a-z-]+[0-9]*\s+(?=[\d.])/, '')
    .split(/[\s,/]+/)
    .filter((word) => word !== '');
  const numbers = words.map(Number.parseFloat);
  const alpha = words[3]?.endsWith('%') ? numbers[3] / 100 : (numbers[3] ?? 1);
  if (numbers.slice(0, 3).some(Number.isNaN) || alpha < 0.5) return undefined;
  const [first, second, third] = numbers;
  if (parts[1].startsWith('ok')) return words[0].endsWith('%') ? first / 100 : first;
  if (parts[1].startsWith('l')) return first / 100;
  const scale = parts[1] === 'color' ? 1 : 255;
  return (0.2126 * first + 0.7152 * second + 0.0722 * third) / scale;
}
