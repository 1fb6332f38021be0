import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBroken, repair, segment } from '../../../lib/matching/repair.ts';
import { fold, vocabularyOf } from './reading.ts';

const vocabulary = () =>
  vocabularyOf(
    [
      'pizza',
      'cheese pizza',
      'traffick*',
      'kids',
      'kid',
      'save',
      'children',
      'elite',
      'blood',
      'history',
      'rights',
      'abuse',
      'sick',
      'ninos',
      'save the children',
      'pizzahut',
    ],
    ['is', 'real', 'the', 'are'],
  );
const repaired = (text: string) => repair(text, vocabulary(), fold())?.text;

describe('hashtags', () => {
  it.each([
    ['#PizzaChildren', '#pizza children'],
    ['#pizzachildren', '#pizza children'],
    ['#pizza_children', '#pizza children'],
    ['#PIZZAChildren', '#pizza children'],
    ['＃PizzaChildren', '＃pizza children'],
    ['#Piz\u00adzaChildren', '#pizza children'],
    ['#Pizza\u00adChildren', '#pizza children'],
    ['#pi\u200bzzachildren', '#pizza children'],
    ['#Pizza\u0301Children', '#pizza children'],
    ['#PizzaIsReal', '#pizza is real'],
    ['#pizzaisreal', '#pizza is real'],
    ['#Pizza2Children', '#pizza2 children'],
    ['#cheesepizzaIsReal', '#cheesepizza is real'],
    ['#childrentrafficking', '#children trafficking'],
    ['#ÑoñoNiños', '#nono ninos'],
    ['#pizza_xyz', '#pizza xyz'],
    ['#XYZPizza', '#xyz pizza'],
    ['see #PizzaChildren now', 'see #pizza children now'],
    ['#PizzaChildren #ElitePizza', '#pizza children #elite pizza'],
  ])('fall into words: %s', (text, written) => expect(repaired(text)).toBe(written));

  it.each([
    '#pizza',
    '#CheesePizza',
    '#Save_The_Children',
    '#Trafficking',
    '#xyzzychildren',
    '#Xyz',
    '#ki',
    'PizzaChildren',
    '# PizzaChildren',
  ])('stay whole: %s', (text) => expect(repaired(text)).toBeUndefined());

  it('fall only into words that are mostly known', () => {
    expect(segment('pizzachildren', vocabulary())).toEqual(['pizza', 'children']);
    expect(segment('pizza', vocabulary())).toBeUndefined();
    expect(segment('pizzaxyz', vocabulary())).toBeUndefined();
    expect(segment('xyz', vocabulary())).toBeUndefined();
    expect(segment('thepizzaisrealkids', vocabulary())).toHaveLength(5);
    expect(segment('thepizzaisrealkidskids', vocabulary())).toBeUndefined();
  });
});

describe('letters that stand apart', () => {
  it.each([
    ['p i z z a', 'pizza'],
    ['p.i.z.z.a', 'pizza'],
    ['p-i-z-z-a', 'pizza'],
    ['p_i_z_z_a', 'pizza'],
    ['p*i*z*z*a', 'pizza'],
    ['p·i·z·z·a', 'pizza'],
    ['p|i|z|z|a', 'pizza'],
    ['p/i/z/z/a', 'pizza'],
    ['P I Z Z A', 'pizza'],
    ['p i z z @', 'pizza'],
    ['@ r e', undefined],
    ['k i d s', 'kids'],
    ['k i d', undefined],
    ['k i d s x', 'kids x'],
    ['c h e e s e p i z z a', 'cheese pizza'],
    ['p i z z a i s r e a l', 'pizza is real'],
    ['a p i z z a', 'a pizza'],
    ['t r a f f i c k e r s', 'traffickers'],
    ['x y z w', undefined],
    ['i s r e a l', undefined],
    ['k i d x y', undefined],
    ['p i.z z a', undefined],
    ['xp i z z a', undefined],
    ['p i z z ab', undefined],
    ['eat p i z z a now', 'eat pizza now'],
    ['p i z z a, k i d s', 'pizza, kids'],
  ])('%s → %s', (text, written) => expect(repaired(text)).toBe(written));
});

describe('disguised words', () => {
  it.each([
    ['p1zza', 'pizza'],
    ['P1ZZA', 'pizza'],
    ['p!zza', 'pizza'],
    ['p|zza', 'pizza'],
    ['ch1ldren', 'children'],
    ['chi1dren', 'children'],
    ['chi!dren', 'children'],
    ['chi|dren', 'children'],
    ['k1d5', 'kids'],
    ['hi$tory', 'history'],
    ['@bu5e', 'abuse'],
    ['cheese.p1zza', 'cheesepizza'],
    ['ri9hts', 'rights'],
    ['e|ite', 'elite'],
    ['eli7e', 'elite'],
    ['eli+e', 'elite'],
    ['s@ve', 'save'],
    ['s4v3', 'save'],
    ['3lite', 'elite'],
    ['b100d', 'blood'],
    ['8l00d', 'blood'],
    ['traff!cking', 'trafficking'],
    ['7rafficking', 'trafficking'],
    ['p1z2a', undefined],
    ['piiizza', 'pizza'],
    ['pizzzza', 'pizza'],
    ['kiiids', 'kids'],
    ['pi🍕zza', 'pizza'],
    ['pi☆zza', 'pizza'],
    ['p*zza', 'pizza'],
    ['s*ve', 'save'],
    ['bl*od', 'blood'],
    ['ch*ldren', 'children'],
    ['k*ds', 'kids'],
    ['ch*ldr*n', undefined],
    ['*izza', undefined],
    ['tr*fficking', 'trafficking'],
    ['pi.zza', 'pizza'],
    ['cheese🍕pizza', 'cheesepizza'],
    ['n1ños', 'ninos'],
    ['"p1zza"', '"pizza"'],
    ['(p1zza)!!', '(pizza)!!'],
    ['eat p1zza now', 'eat pizza now'],
    ['p1zza-k1ds', 'pizza-kids'],
    ['p1zza/k1ds', 'pizza/kids'],
  ])('%s → %s', (text, written) => expect(repaired(text)).toBe(written));

  it.each([
    'pizza',
    'All is well, 62 of us.',
    '100k',
    '5kids',
    '$100',
    '2nd',
    '5ave',
    '51ck',
    '$1ck',
    '3|173',
    '@kids',
    '@someone',
    '1,500m',
    'k1d',
    'k1!',
    'cheese.pizza',
    'pizza,kids',
    'cov1d',
    'xiiix',
    '!!!',
    '1!0',
    '',
  ])('none in %j', (text) => expect(repaired(text)).toBeUndefined());

  it('are taken for a whole word before a beginning', () => {
    const own = vocabularyOf(['pizz*', 'pizza'], []);
    expect(repair('pizzaaa', own, fold())?.text).toBe('pizza');
  });

  it('are broken by odd signs, not by punctuation', () => {
    for (const text of ['pi🍕zza', 'pi☆zza', 'pi=zza', 'pi☆☆zza']) expect(isBroken(text)).toBe(true);
    for (const text of ['pi-zza', 'pi zza', 'pi1zza', 'pi\u0301zza', '☆pizza', 'pizza☆', 'pi ☆ zza', ''])
      expect(isBroken(text)).toBe(false);
  });
});

describe('a repaired text', () => {
  it('knows where each of its letters came from', () => {
    const { text, origin } = repair('so #PizzaChildren, p1zza!', vocabulary(), fold()) ?? expect.unreachable();
    expect(text).toBe('so #pizza children, pizza!');
    const from = (word: string, at = text.indexOf(word)) => [origin[at], origin[at + word.length - 1]];
    expect(from('so')).toEqual([0, 1]);
    expect(from('pizza')).toEqual([4, 7]);
    expect(from('children')).toEqual([9, 16]);
    expect(from('pizza', text.lastIndexOf('pizza'))).toEqual([19, 23]);
    expect(from('!')).toEqual([24, 24]);
    expect(origin[text.length]).toBe(25);
    expect(origin).toHaveLength(text.length + 1);
  });

  it('goes through the original once, from its beginning to its end', () => {
    const part = fc.constantFrom(
      '#PizzaChildren',
      '#Cheese_p1zza',
      'p1zza',
      'p i z z a',
      'k.i.d.s',
      'pi🍕zza',
      '#',
      ' ',
      '-',
      'x',
      '\ud83c',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const original = parts.join('');
        const { text, origin } = repair(original, vocabulary(), fold()) ?? { text: '', origin: new Int32Array(1) };
        expect(origin).toHaveLength(text.length + 1);
        expect(origin[text.length]).toBe(text === '' ? 0 : original.length);
        for (let i = 0; i < text.length; i++) expect(origin[i + 1]).toBeGreaterThanOrEqual(origin[i]);
      }),
      { numRuns: 50 },
    );
  });

  it('has at most 400 places written out, the first ones', () => {
    const count = (text: string, word: string) => repaired(text)?.split(word).length;
    expect(count('#PizzaChildren '.repeat(500), 'pizza children')).toBe(401);
    expect(count('p i z z a, '.repeat(500), 'pizza')).toBe(401);
    expect(count(`${'p1zza '.repeat(400)}#PizzaChildren`, 'pizza children')).toBe(1);
  });
});
