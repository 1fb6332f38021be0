/** A value label that wants to stand above its bar; `x` is its middle, `y` its foot, in SVG units, `y` grows downwards. */
export interface Label {
  key: number;
  text: string;
  x: number;
  y: number;
}

/** Rough widths of a character in SVG units, so that nothing has to be measured: bold value labels, small texts. */
const VALUE_CHAR = 8.4;
const SMALL_CHAR = 6.2;
const LINE = 14;

/**
 * Keeps labels inside the chart and apart. The most important come first and stay; a later one moves aside when a
 * few units are enough (at most `reach`, so that it still stands over its own bar), else up.
 */
export function spreadLabels(labels: Label[], width: number, reach: number): Label[] {
  const placed: Label[] = [];
  for (const label of labels) placed.push(free(inside(label, width), placed, width, reach));
  return placed;
}

/** Estimated width of a small text, such as a band's name. */
export function smallTextWidth(text: string): number {
  return text.length * SMALL_CHAR;
}

function inside(label: Label, width: number): Label {
  return { ...label, x: Math.min(label.x, width - halfWidth(label)) };
}

function free(label: Label, placed: Label[], width: number, reach: number): Label {
  const other = placed.find((p) => overlaps(label, p));
  if (!other) return label;
  const apart = halfWidth(label) + halfWidth(other);
  const aside = inside({ ...label, x: label.x < other.x ? other.x - apart : other.x + apart }, width);
  const fits = Math.abs(aside.x - label.x) <= reach && !placed.some((p) => overlaps(aside, p));
  return fits ? aside : free({ ...label, y: other.y - LINE }, placed, width, reach);
}

function halfWidth(label: Label): number {
  return (label.text.length * VALUE_CHAR) / 2;
}

function overlaps(a: Label, b: Label): boolean {
  return Math.abs(a.x - b.x) < halfWidth(a) + halfWidth(b) && Math.abs(a.y - b.y) < LINE;
}
