import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormReader } from '../../../lib/matching/forms.ts';
import { packLine } from '../../../scripts/claims/pack-file.ts';

const form = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '9', ' ', '*', '.', ','), minLength: 1, maxLength: 40 });
const lines = fc.array(
  fc.array(form, { maxLength: 8 }).map((forms) => forms.sort()),
  { minLength: 1, maxLength: 6 },
);
const pack = (all: readonly (readonly string[])[]) => all.map(packLine).join('\n');

describe('packed forms', () => {
  it('may share more letters than a capital can say', () => {
    const all = [[24, 25, 26, 27, 60, 61].map((length) => 'ab'.repeat(40).slice(0, length))];
    const reader = new FormReader(pack(all));
    const read: string[] = [];
    while (reader.next()) read.push(String.fromCharCode(...reader.codes.subarray(0, reader.length)));
    expect([read]).toEqual(all);
  });

  it('are read one by one, with their line', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const reader = new FormReader(pack(all));
        const read: string[][] = all.map(() => []);
        while (reader.next()) read[reader.line].push(String.fromCharCode(...reader.codes.subarray(0, reader.length)));
        expect(read).toEqual(all);
      }),
    );
  });
});
