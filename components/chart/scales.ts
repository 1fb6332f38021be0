/** Equal steps along an axis: where each begins, how wide its bar is, and the distance between two. */
export interface BandScale {
  start(index: number): number;
  middle(index: number): number;
  bar: number;
  step: number;
}

/** Share of a step that stays empty between two bars. */
const GAP = 0.22;

/** `count` bars between `from` and `to`, in SVG units, with a gap around each. */
export function bandScale(count: number, from: number, to: number): BandScale {
  const step = (to - from) / (count + GAP);
  const start = (index: number) => from + step * (index + GAP);
  const bar = step * (1 - GAP);
  return { start, middle: (index) => start(index) + bar / 2, bar, step };
}

/** A straight line from values to SVG units: 0 stands at `bottom`, `max` at `top`. */
export function linearScale(max: number, bottom: number, top: number): (value: number) => number {
  return (value) => bottom - (value / max) * (bottom - top);
}

const ROUND_STEPS = [1, 2, 5, 10];

/** Round values from 0 up to `max`, about `count` steps: 0, 100, 200 … */
export function roundTicks(max: number, count: number): number[] {
  if (max <= 0) return [0];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (ROUND_STEPS.find((factor) => factor * power >= rough) ?? 1);
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, i) => i * step);
}
