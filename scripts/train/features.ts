import { BIAS, isPair, TABLE_SCALE } from '../claims/topics.ts';

/** A feature seen in fewer posts tells little; of pairs of words there are more. */
const FEWEST_POSTS = 2;
const FEWEST_OF_PAIR = 4;
const LARGEST = 127;

/** The features worth a weight, in the order of their names. */
export function featuresOf(posts: Iterable<readonly string[]>): string[] {
  const counts = new Map<string, number>();
  for (const features of posts) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts]
    .filter(([name, count]) => count >= (isPair(name) ? FEWEST_OF_PAIR : FEWEST_POSTS))
    .map(([name]) => name)
    .sort();
}

/** A weight as the table of topics has it: in whole steps, and in bounds, unless it is that of the feature that is always there. */
export function inSteps(feature: string, weight: number): number {
  const rounded = Math.round(weight * TABLE_SCALE);
  return feature === BIAS ? rounded : Math.max(-LARGEST, Math.min(LARGEST, rounded));
}
