/** Equal steps along an axis: where each begins, how wide its bar is, and the distance between two. */
export interface BandScale {
  start(index: number): number;
  middle(index: number): number;
  bar: number;
  step: number;
}

/** Share of a step that stays empty between two bars. */
const GAP = 0.22;

/**
 * `count` bars between `from` and `to`, in SVG units, with a gap around each.
 *
 * @param spared what is left free behind the last bar, given the width of a bar.
 */
export function bandScale(count: number, from: number, to: number, spared: (bar: number) => number = () => 0): BandScale {
  const full = (to - from) / (count + GAP);
  const step = (to - from - spared(full * (1 - GAP))) / (count + GAP);
  const start = (index: number) => from + step * (index + GAP);
  const bar = step * (1 - GAP);
  return { start, middle: (index) => start(index) + bar / 2, bar, step };
}

/** A straight line from values to SVG units: 0 stands at `bottom`, `max` at `top`. */
export function linearScale(max: number, bottom: number, top: number): (value: number) => number {
  return (value) => bottom - (value / max) * (bottom - top);
}
