/** Multinomial logistic regression, trained by L-BFGS. The same input gives the same weights. */

/** One example: which features it has, and its class. */
export interface Example {
  features: readonly number[];
  /** How much each of the features is there; 1 where nothing is said. */
  values?: readonly number[];
  label: number;
  /** How much it counts; 1 for most. */
  weight: number;
}

export interface Model {
  /** By feature, then class: `weights[feature * classes + class]`; the last feature is the one that is always there. */
  weights: Float64Array;
  classes: number;
}

export interface Settings {
  classes: number;
  features: number;
  /** Pulls weights towards nothing, in proportion to their size. */
  l2: number;
  rounds: number;
}

/** Steps that are remembered, to know how the slope bends. */
const MEMORY = 6;
/** Least share of the promised gain that makes a step good enough. */
const ENOUGH = 1e-4;
const SMALLEST_GAIN = 1e-6;

/** Finds the weights that make the labels likeliest, with the small ones preferred. */
export function train(examples: readonly Example[], { classes, features, l2, rounds }: Settings): Model {
  const always = features;
  const size = (features + 1) * classes;
  const rows = examples.map(({ features: own, values = own.map(() => 1), label, weight }) => ({
    present: [...own, always],
    values: [...values, 1],
    label,
    weight,
  }));
  const lossOf = (weights: Float64Array, slope: Float64Array): number => {
    slope.fill(0);
    let loss = 0;
    for (const { present, values, label, weight } of rows) {
      const off = shares({ weights, classes }, present, values);
      loss -= weight * Math.log(Math.max(off[label], 1e-300));
      off[label] -= 1;
      for (let i = 0; i < present.length; i++)
        for (let c = 0, at = present[i] * classes; c < classes; c++, at++) slope[at] += weight * values[i] * off[c];
    }
    for (let at = 0; at < always * classes; at++) {
      loss += (l2 / 2) * weights[at] ** 2;
      slope[at] += l2 * weights[at];
    }
    return loss;
  };
  return { weights: minimise(lossOf, size, rounds), classes };
}

/** How likely each class is, adding up to 1. */
function shares({ weights, classes }: Model, present: readonly number[], values: readonly number[]): Float64Array {
  const scores = new Float64Array(classes);
  for (let i = 0; i < present.length; i++)
    for (let c = 0, at = present[i] * classes; c < classes; c++, at++) scores[c] += values[i] * weights[at];
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < classes; c++) sum += scores[c] = Math.exp(scores[c] - top);
  for (let c = 0; c < classes; c++) scores[c] /= sum;
  return scores;
}

/** L-BFGS with a step that is halved until it helps. */
function minimise(lossOf: (at: Float64Array, slope: Float64Array) => number, size: number, rounds: number): Float64Array {
  let at: Float64Array = new Float64Array(size);
  let slope: Float64Array = new Float64Array(size);
  let loss = lossOf(at, slope);
  const memory: { moved: Float64Array; turned: Float64Array; product: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const way = direction(slope, memory);
    const promise = dot(way, slope);
    let step = round === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
    let next = moved(at, way, step);
    const nextSlope = new Float64Array(size);
    let nextLoss = lossOf(next, nextSlope);
    while (nextLoss > loss + ENOUGH * step * promise && step > 1e-10) {
      step /= 2;
      next = moved(at, way, step);
      nextLoss = lossOf(next, nextSlope);
    }
    const pair = { moved: difference(next, at), turned: difference(nextSlope, slope), product: 0 };
    pair.product = dot(pair.moved, pair.turned);
    if (pair.product > 0) memory.push(pair);
    if (memory.length > MEMORY) memory.shift();
    const gain = loss - nextLoss;
    [at, slope, loss] = [next, nextSlope, nextLoss];
    if (gain < SMALLEST_GAIN * loss) break;
  }
  return at;
}

function direction(slope: Float64Array, memory: readonly { moved: Float64Array; turned: Float64Array; product: number }[]): Float64Array {
  const way = slope.map((value) => -value);
  const shifts: number[] = [];
  for (const { moved: step, turned, product } of memory.toReversed()) {
    const shift = dot(step, way) / product;
    shifts.push(shift);
    add(way, turned, -shift);
  }
  const last = memory.at(-1);
  if (last) scale(way, last.product / dot(last.turned, last.turned));
  for (const { moved: step, turned, product } of memory) add(way, step, (shifts.pop() ?? 0) - dot(turned, way) / product);
  return way;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] += times * what[i];
}

function scale(what: Float64Array, times: number): void {
  for (let i = 0; i < what.length; i++) what[i] *= times;
}

function moved(from: Float64Array, way: Float64Array, step: number): Float64Array {
  const to = Float64Array.from(from);
  add(to, way, step);
  return to;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]);
}
