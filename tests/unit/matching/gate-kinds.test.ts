import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Kinds, Sieve } from '../../../lib/matching/gate-kinds.ts';

const entry = fc.record({ hash: fc.integer(), kind: fc.nat(3), before: fc.nat(0xff), after: fc.nat(0xff) });

it('a table of kinds has the bits of all that was added to a hash, and nothing for others, however much it holds', () => {
  fc.assert(
    fc.property(fc.array(entry), fc.nat(5_000), fc.integer(), (entries, many, other) => {
      // As many as make the table grow.
      const filling = Array.from({ length: many }, (_, at) => ({ hash: Math.imul(at + 1, 0x9e3779b1), kind: 1, before: 0, after: at & 1 }));
      const table = new Kinds();
      const known = new Map<number, number[]>();
      for (const { hash, kind, before, after } of [...entries, ...filling, ...entries]) {
        table.add(hash, kind, { before, after });
        // Hashes 0 and 1 are one.
        const [kinds, ahead, behind] = known.get(hash || 1) ?? [0, 0, 0];
        known.set(hash || 1, [kinds | kind, ahead | before, behind | after]);
      }
      const found = (hash: number) => {
        const slot = table.find(hash);
        return slot < 0 ? undefined : [table.kinds[slot], table.before[slot], table.after[slot]];
      };
      for (const [hash, told] of known) expect(found(hash)).toEqual(told);
      if (!known.has(other || 1)) expect(found(other)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

it('a sieve holds all that was added, and seems to hold few others', () => {
  const sieve = new Sieve();
  const hash = (at: number) => Math.imul(at, 0x9e3779b1);
  for (let at = 0; at < 2_000; at++) sieve.add(hash(at));
  const seems = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => sieve.mayHave(hash(from + at))).filter(Boolean);
  expect(seems(0, 2_000)).toHaveLength(2_000);
  expect(seems(2_000, 12_000).length).toBeLessThan(1_000);
});
