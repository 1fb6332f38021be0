import { outwards } from './drawn.ts';

/** How much an element, or what is drawn before and after its contents, hides of what lies below; and what makes a card faint. */

/** The least strength at which a card is plain to see, and how far it may be shrunk or stretched. */
const LEAST_STRENGTH = 0.7;
const LEAST_SCALE = 0.5;
const LARGEST_SCALE = 3;
/** Wider borders, in CSS pixels, hide something. */
const THIN = 4;
const PICTURES = new Set(['img', 'video', 'canvas', 'iframe', 'object', 'embed', 'svg', 'input', 'textarea', 'select', 'button']);

/** 0 for what shows all below it, 1 for what may show nothing of it. A picture or a gradient counts as 1, whatever is on it. */
export function paintOf(element: Element): number {
  if (!element.isConnected || !isShown(element)) return 0;
  const style = getComputedStyle(element);
  return Number(style.opacity) * (drawsItself(element) ? 1 : paintIn(style));
}

export function isShown(element: Element): boolean {
  // Safari has it since 17.4.
  return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
}

/** Pictures, words, and elements that may show what is in a root of their own. */
function drawsItself(element: Element): boolean {
  if (PICTURES.has(element.localName) || element.localName.includes('-')) return true;
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? ''));
}

function paintIn(style: CSSStyleDeclaration): number {
  if (style.backgroundImage !== 'none' || isSet(style.backdropFilter)) return 1;
  if (/\binset\b/.test(style.boxShadow) || Number.parseFloat(style.borderTopWidth) > THIN) return 1;
  return alphaOf(style.backgroundColor);
}

/** Of a computed colour, which names its transparency last, if it has any. */
export function alphaOf(colour: string): number {
  if (colour === 'transparent') return 0;
  const alpha = /(?:^rgba\(.*,|\/)\s*([\d.]+)(%?)\s*\)$/.exec(colour);
  return alpha ? Number(alpha[1]) / (alpha[2] ? 100 : 1) : 1;
}

/** `::before`, `::after` and backdrops that lie over things and let presses through. */
export function marksOver(element: Element): { box: DOMRect; paint: number }[] {
  const pseudos = ['::before', '::after', ...(isPopover(element) ? ['::backdrop'] : [])];
  return pseudos.flatMap((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    const drawn = pseudo === '::backdrop' || style.content !== 'none';
    if (!drawn || style.pointerEvents !== 'none' || Number.parseInt(style.zIndex, 10) < 0) return [];
    const box = boxOf(style, element);
    return box ? [{ box, paint: paintOfMark(style) }] : [];
  });
}

function paintOfMark(style: CSSStyleDeclaration): number {
  const isEmpty = /^(normal|["'] *["'])$/.test(style.content);
  return Number(style.opacity) * (isEmpty ? paintIn(style) : 1);
}

/** What is placed by itself; the others keep their room beside the card. */
function boxOf(style: CSSStyleDeclaration, element: Element): DOMRect | undefined {
  const px = (value: string): number => Number.parseFloat(value) || 0;
  const size = [px(style.width), px(style.height)] as const;
  if (style.position === 'fixed') return new DOMRect(px(style.left), px(style.top), ...size);
  if (style.position !== 'absolute') return undefined;
  const within = placedBox(element);
  return new DOMRect(within.left + px(style.left), within.top + px(style.top), ...size);
}

function placedBox(element: Element): DOMRect {
  const holder = [...outwards(element)].find((up) => holdsPlaced(getComputedStyle(up)));
  return (holder ?? element).getBoundingClientRect();
}

function holdsPlaced({ position, transform, contain }: CSSStyleDeclaration): boolean {
  return position !== 'static' || isSet(transform) || /paint|layout|content|strict/.test(contain);
}

/** A page can draw before and after our own element too; none but one that is up to something does. */
export function marksOnHost(host: HTMLElement): { box: DOMRect; paint: number }[] {
  const box = host.getBoundingClientRect();
  const styles = ['::before', '::after'].map((pseudo) => getComputedStyle(host, pseudo));
  return styles.filter(({ content }) => content !== 'none').map((style) => ({ box, paint: paintOfMark(style) }));
}

function isPopover(element: Element): boolean {
  return element.hasAttribute('popover') || element.localName === 'dialog';
}

/** Whether the page shows a card too weakly, too small or turned. */
export function isFaint(host: HTMLElement, around: ReadonlySet<Element>): boolean {
  let strength = 1;
  for (const element of around) {
    const style = getComputedStyle(element);
    strength *= Number(style.opacity);
    if (isSet(style.maskImage) || style.mixBlendMode !== 'normal' || isTurned(style) || changesMuch(style.filter)) return true;
  }
  return strength < LEAST_STRENGTH || isOutOfScale(host);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'none';
}

/** Dark modes invert whole pages; what blurs, fades or replaces a card is another thing. */
function changesMuch(filter: string): boolean {
  if (!isSet(filter)) return false;
  const rest = filter.replace(/([a-z-]+)\(([\d.]+)(px)?\)/g, (whole, name: string, value: string) =>
    isMild(name, Number(value)) ? '' : whole,
  );
  return rest.replace(/hue-rotate\([^)]*\)/g, '').trim() !== '';
}

function isMild(name: string, value: number): boolean {
  if (name === 'invert') return value <= 0.2 || value >= 0.8;
  if (name === 'blur') return value <= 0.5;
  if (name === 'sepia' || name === 'grayscale') return true;
  return ['opacity', 'brightness', 'contrast', 'saturate'].includes(name) && value >= LEAST_STRENGTH && value <= 2;
}

function isTurned({ transform, rotate }: CSSStyleDeclaration): boolean {
  if (isSet(rotate)) return true;
  if (!isSet(transform)) return false;
  const { a, b, c, d } = new DOMMatrixReadOnly(transform);
  return b !== 0 || c !== 0 || a <= 0 || d <= 0;
}

function isOutOfScale(host: HTMLElement): boolean {
  const { width, height } = host.getBoundingClientRect();
  const scales = [width / host.offsetWidth, height / host.offsetHeight];
  return !scales.every((scale) => scale >= LEAST_SCALE && scale <= LARGEST_SCALE);
}
