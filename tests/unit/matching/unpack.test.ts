import { describe, expect, it } from 'vitest';
import { unpack } from '../../../lib/matching/unpack.ts';
import { packLine } from '../../../scripts/claims/pack-file.ts';
import { smallPack } from './small-pack.ts';

describe('the pack as it is shipped', () => {
  it('leaves out letters that a form shares with the one before it', () => {
    expect(packLine(['kid', 'kidnap', 'kids', 'tunnel'])).toBe('AkidDnapDsAtunnel');
    expect(packLine(['a'.repeat(30), 'a'.repeat(31)])).toBe(`A${'a'.repeat(30)}Z${'a'.repeat(6)}`);
  });

  it('is read with the names of its concepts, or without where nobody asks for them', () => {
    const { names, ...shipped } = smallPack();
    expect(unpack(shipped, names)).toEqual(smallPack());
    expect(unpack(shipped)).toEqual({ ...smallPack(), names: [] });
  });
});
