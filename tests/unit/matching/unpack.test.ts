import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchPack } from '../../../lib/matching/pack.ts';
import { unpack } from '../../../lib/matching/unpack.ts';
import { packForms, packLine } from '../../../scripts/claims/pack-file.ts';

const packOf = (forms: string[][]) =>
  ({ format: 1, words: ['the'], concepts: forms.map((own, at) => ({ name: `C${at}`, forms: own })) }) as unknown as MatchPack;
const form = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '1', ' ', '*'), minLength: 1, maxLength: 40 });

describe('the pack as it is shipped', () => {
  it('leaves out letters that a form shares with the one before it', () => {
    expect(packLine(['kid', 'kidnap', 'kids', 'tunnel'])).toBe('AkidDnapDsAtunnel');
    expect(packLine(['a'.repeat(30), 'a'.repeat(31)])).toBe(`A${'a'.repeat(30)}Z${'a'.repeat(6)}`);
  });

  it('is read as it was, with the names of its concepts', () => {
    const pack = packOf([['kid', 'kids'], [], ['save the children', 'save the kid*']]);
    expect(unpack(packForms(pack), ['C0', 'C1', 'C2'])).toEqual(pack);
  });

  it('is read without names where nobody asks for them', () => {
    const { concepts, ...rest } = unpack(packForms(packOf([['kid'], ['tunnel']])));
    expect(concepts).toEqual([
      { name: '', forms: ['kid'] },
      { name: '', forms: ['tunnel'] },
    ]);
    expect(rest).toEqual({ format: 1, words: ['the'] });
  });

  it('has names for as many concepts as were named', () => {
    expect(unpack(packForms(packOf([['kid'], ['tunnel']])), ['C0']).concepts.map(({ name }) => name)).toEqual(['C0', '']);
  });

  it('is read as it was, whatever its forms', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(form, { maxLength: 6 }), { minLength: 1, maxLength: 5 }), (forms) => {
        const sorted = forms.map((own) => own.toSorted());
        expect(unpack(packForms(packOf(forms))).concepts.map((concept) => concept.forms)).toEqual(sorted);
      }),
    );
  });
});
