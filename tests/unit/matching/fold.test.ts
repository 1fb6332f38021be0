import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISGUISED, foldText, latinClass, readFoldTable, SIGN_LETTER } from '../../../lib/matching/fold.ts';
import { buildFoldTable, packFoldTable } from '../../../scripts/claims/fold-table.ts';

const alike = () => buildFoldTable(['aаα', 'eе', 'oо', 'pр', 'cс']);

describe('folding', () => {
  it.each([
    ['Tráfico de Niños', 'trafico de ninos'],
    ['CHILDREN’S', 'childrens'],
    ["don't", 'dont'],
    ['ch\u200bild\u00adren', 'children'],
    ['ｃｈｉｌｄ', 'child'],
    ['𝐜𝐡𝐢𝐥𝐝 𝓉𝓇𝒶𝒻𝒻𝒾𝒸𝓀', 'child traffick'],
    ['🅲🅷🅸🅻🅳', 'child'],
    ['сhildrеn', 'children'],
    ['c͓̽h͓̽i͓̽l͓̽d͓̽', 'child'],
    ['Straße', 'strase'],
    ['кошка', '?o??a'],
    ['pizza🍕gate', 'pizza gate'],
    ['a\ud835b \udc00', 'a b'],
    ['  09 az-AZ  ', '09 az az'],
    ['𝐀𝐳𝟎𝟿', 'az09'],
    ['𝛼', '?'],
    ['\u{1d3ff}\u{1d800}', '??'],
    ['🇦🇿', 'az'],
    ['a\u{1f1e5}b\u{1f200}c', 'a b c'],
    ['🄰🅉🅐🅩🅰🆉', 'azazaz'],
    ['a\u{1f12f}b\u{1f18a}c', 'a b c'],
    ['a\u{e0000}b\u{e0041}c', 'abc'],
    ['a\u{1efff}b\u{1f000}c', 'a?b c'],
  ])('reads %j as %j', (text, folded) => {
    expect(foldText(text, alike())).toBe(folded);
  });

  it('comes back whole from the pack', () => expect(Buffer.compare(readFoldTable(packFoldTable(alike())), alike())).toBe(0));

  it('is packed as runs of classes', () => {
    expect([...readFoldTable('$3 %a &').subarray(0, 15)]).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 0]);
  });

  it('has a class for each small letter and each digit', () => {
    const classes = Array.from('`az{/09:A', (character) => latinClass(character.charCodeAt(0)));
    expect(classes).toEqual([undefined, 65, 90, undefined, undefined, 33, 42, undefined, undefined]);
  });

  it('reads digits and signs in a disguise as the letters they look like', () => {
    const classOf = (letter: string) => latinClass(letter.charCodeAt(0)) ?? 0;
    const looks = (text: string) => Array.from(text, (character) => DISGUISED[classOf(character)] - classOf('a'));
    expect(looks('013457892lxz')).toEqual([...'oieastbg'].map((letter) => classOf(letter) - classOf('a')).concat(looks('2ixz')));
    expect(DISGUISED[classOf('x')]).toBe(classOf('x'));
    expect(Array.from('!|@$+*?', (sign) => SIGN_LETTER[sign.charCodeAt(0)])).toEqual([...'iiast'].map(classOf).concat(0, 0));
  });

  it('is idempotent', () => {
    const fold = alike();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldText(text, fold).replaceAll('?', ' ').replace(/ +/g, ' ').trim();
        expect(foldText(once, fold)).toBe(once);
      }),
    );
  });
});
