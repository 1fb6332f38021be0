import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests named like the file that is changed come first: most mutants fail there, and after a failure nothing more is run. */
class OwnTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const changed = [this.ctx.config.related ?? []].flat().map((path) => `/${basename(path, '.ts')}.test.ts`);
    const isOwn = ({ moduleId }: TestSpecification) => changed.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isOwn), ...sorted.filter((file) => !isOwn(file))];
  }
}

/** The tests that mutants have to fail: those over a handful of rules, which take milliseconds, and none over all claims. */
export default defineConfig({
  test: {
    include: ['tests/unit/matching/*.test.ts', 'tests/unit/claims/evidence.test.ts', 'tests/unit/language.test.ts'],
    testTimeout: 60_000,
    exclude: ['tests/unit/matching/{evasions,fresh,gate,gate-beginnings,hostile,plausible-posts}.test.ts'],
    sequence: { sequencer: OwnTestsFirst },
  },
});
