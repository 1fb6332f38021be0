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
/** Between a label and the bar below it. */
const LIFT = 3;

/** Where labels may stand. */
interface Room {
  /** Of the chart. */
  width: number;
  /** How far a label may move aside and still stand over its own bar. */
  reach: number;
  /** Where the highest bar between two places begins. */
  top(from: number, to: number): number;
}

/**
 * Keeps labels inside the chart, apart and off the bars beside their own. The most important come first and stay; a later one
 * moves aside when a few units are enough, else up.
 */
export function spreadLabels(labels: Label[], room: Room): Label[] {
  const placed: Label[] = [];
  for (const label of labels) placed.push(free(settled(label, room), placed, room));
  return placed;
}

/** Estimated width of a small text, such as a band's name. */
export function smallTextWidth(text: string): number {
  return text.length * SMALL_CHAR;
}

/** Estimated half of a value label's width. */
export function halfWidth({ text }: Pick<Label, 'text'>): number {
  return (text.length * VALUE_CHAR) / 2;
}

function settled(label: Label, { width, top }: Room): Label {
  const half = halfWidth(label);
  const x = Math.min(label.x, width - half);
  return { ...label, x, y: Math.min(label.y, top(x - half, x + half) - LIFT) };
}

function free(label: Label, placed: Label[], room: Room): Label {
  const other = placed.find((p) => overlaps(label, p));
  if (!other) return label;
  const apart = halfWidth(label) + halfWidth(other);
  const aside = settled({ ...label, x: label.x < other.x ? other.x - apart : other.x + apart }, room);
  const fits = Math.abs(aside.x - label.x) <= room.reach && !placed.some((p) => overlaps(aside, p));
  return fits ? aside : free({ ...label, y: other.y - LINE }, placed, room);
}

function overlaps(a: Label, b: Label): boolean {
  return Math.abs(a.x - b.x) < halfWidth(a) + halfWidth(b) && Math.abs(a.y - b.y) < LINE;
}
