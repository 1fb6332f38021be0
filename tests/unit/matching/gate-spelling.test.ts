import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Spelling } from '../../../lib/matching/gate-spelling.ts';
import { FACTOR, START } from '../../../lib/matching/hashes.ts';

it('the hash of any run of letters is as reading them one by one gives it, whatever was spelled before', () => {
  const spelling = new Spelling(20);
  const letters = fc.array(fc.integer({ min: 33, max: 90 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(letters, fc.nat(19), fc.nat(19), (word, one, other) => {
      spelling.clear();
      for (const letter of word) spelling.add(letter);
      expect([...spelling.letters.slice(0, spelling.length)]).toEqual(word);
      const [from, to] = [Math.min(one, other, word.length), Math.min(Math.max(one, other), word.length)];
      expect(spelling.hash(from, to)).toBe(word.slice(from, to).reduce((hash, letter) => Math.imul(hash + letter, FACTOR), START));
    }),
  );
});
