import { defineConfig } from 'vitest/config';

/** The tests that mutants have to fail: those over a handful of rules, which take milliseconds, and none over all claims. */
export default defineConfig({
  test: {
    include: ['tests/unit/matching/*.test.ts', 'tests/unit/claims/evidence.test.ts'],
    testTimeout: 60_000,
    exclude: ['tests/unit/matching/{evasions,fresh,gate,hostile}.test.ts'],
  },
});
