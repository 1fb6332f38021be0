/** One labelled case: the signs that are there, and how much it counts. */
export interface Case {
  signs: readonly string[];
  asserts: boolean;
  weight: number;
}

export interface Model {
  bias: number;
  weights: Map<string, number>;
}

const ROUNDS = 300;
const STEP = 0.05;
/** Decay of the running means of the slope and of its square (Adam). */
const MEAN = 0.9;
const SPREAD = 0.999;

/**
 * Logistic regression over signs that are there or not. The same cases give the same weights.
 * @param l2 how strongly weights are drawn to 0: the prior is a normal distribution of variance 1/l2.
 */
export function train(cases: readonly Case[], l2: number): Model {
  const names = [...new Set(cases.flatMap(({ signs }) => signs))];
  const index = new Map(names.map((name, i) => [name, i + 1]));
  // Column 0 is the bias.
  const rows = cases.map(({ signs }) => [0, ...signs.map((sign) => index.get(sign) ?? 0)]);
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(names.length + 1);
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeAt(weights, rows, cases, l2);
    for (let i = 0; i < weights.length; i++) {
      const each = slope[i] / total;
      mean[i] = MEAN * mean[i] + (1 - MEAN) * each;
      spread[i] = SPREAD * spread[i] + (1 - SPREAD) * each * each;
      weights[i] -= (STEP * (mean[i] / (1 - MEAN ** round))) / (Math.sqrt(spread[i] / (1 - SPREAD ** round)) + 1e-8);
    }
  }
  return { bias: weights[0], weights: new Map(names.map((name, i) => [name, weights[i + 1]])) };
}

/** Slope of the loss, the bias free of the pull to 0. */
function slopeAt(weights: Float64Array, rows: readonly number[][], cases: readonly Case[], l2: number): Float64Array {
  const slope = weights.map((weight, i) => (i === 0 ? 0 : l2 * weight));
  rows.forEach((row, at) => {
    const { asserts, weight } = cases[at];
    const score = row.reduce((sum, i) => sum + weights[i], 0);
    const miss = (1 / (1 + Math.exp(-score)) - (asserts ? 1 : 0)) * weight;
    for (const i of row) slope[i] += miss;
  });
  return slope;
}
