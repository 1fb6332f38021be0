import { expect, it } from 'vitest';
import { readCommonness } from '../../../scripts/claims/commonness.ts';
import { readMatchPack } from '../../../scripts/claims/pack-file.ts';
import type { Problem } from '../../../scripts/claims/problems.ts';

it('is known of what was counted, and of nothing else', () => {
  const problems: Problem[] = [];
  const [child, none] = readCommonness([{ name: 'CHILD' }, { name: 'no-such-claim/NEW' }], problems);
  expect(problems).toEqual([]);
  expect(child).toBeGreaterThan(0.01);
  expect(child).toBeLessThan(0.1);
  expect(none).toBeUndefined();
});

it('decides which words are enough whatever stands beside them', () => {
  const { names, topics } = readMatchPack();
  const sure = topics.sure.map((concept) => names[concept]);
  expect(sure).toEqual(expect.arrayContaining(['ADRENOCHROME', 'PIZZAGATE']));
  expect(sure).not.toContain('CHILD');
  expect(topics.rare.map((concept) => names[concept])).toContain('CHILD');
});
