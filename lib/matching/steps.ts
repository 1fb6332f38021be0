/** Work in steps of a few milliseconds, for whoever must not wait for all of it at once. */
export type Steps<Made> = Generator<undefined, Made>;

/** Takes all steps at once. */
export function finish<Made>(steps: Steps<Made>): Made {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
