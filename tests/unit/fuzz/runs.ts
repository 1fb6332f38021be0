/** Cases of one kind: a share of `FUZZ_CASES`, which `npm run fuzz` sets high. */
export function runs(share: number): { numRuns: number; endOnFailure: true } {
  return { numRuns: Math.ceil(Number(process.env.FUZZ_CASES ?? 6000) * share), endOnFailure: true };
}
