import { expect, it } from 'vitest';
import { createMatcher, matcherInSteps } from '../../../lib/matching/index.ts';
import { finish, type Steps } from '../../../lib/matching/steps.ts';
import { smallPack } from './small-pack.ts';

const TEXTS = ['the shop sells kids', 'kids in the attic and the cellar', '#P1zzagate', 'nothing at all', 'the shop never sells'];

function* countTo(most: number): Steps<number> {
  for (let at = 0; at < most; at++) yield;
  return most;
}

it('is all done when its steps are', () => {
  expect(finish(countTo(0))).toBe(0);
  expect(finish(countTo(3))).toBe(3);
});

it('builds the same matcher at once, in steps, and with all that is otherwise built for the first text', () => {
  const steps = matcherInSteps(smallPack());
  let taken = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) taken++;
  expect(taken).toBeGreaterThan(4);
  const ready = createMatcher(smallPack());
  finish(ready.getReady());
  const verdicts = TEXTS.map((text) => createMatcher(smallPack()).match(text));
  expect(TEXTS.map((text) => step.value?.match(text))).toEqual(verdicts);
  expect(TEXTS.map((text) => ready.match(text))).toEqual(verdicts);
  expect(verdicts.map(({ matches }) => matches.length > 0)).toEqual([true, true, true, false, false]);
});
