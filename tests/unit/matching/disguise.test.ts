import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../../../lib/matching/automaton.ts';
import { Scanner } from '../../../lib/matching/scan.ts';
import { packJoinedForms } from '../../../scripts/claims/pack-lexicon.ts';
import { fold } from './reading.ts';

const FORMS = ['pizza', 'cheese pizza', 'traffick*', 'save the children', 'kids', 'elite*', 'q anon', 'abuse', 'evil elite*', 'cult*'];
const lexicon = () => packJoinedForms(FORMS.map((text, concept) => ({ text, concept })));
const all = new Uint8Array(FORMS.length).fill(1);
const only = (...forms: string[]) => Uint8Array.from(FORMS, (form) => (forms.includes(form) ? 1 : 0));

/** Whether a text may hold a form of a key concept, and the wanted forms it may hold. */
function quickly(text: string, { key = all, wanted = all } = {}): [hasKey: boolean | undefined, forms: string[]] {
  const scanner = new Scanner(buildAutomaton(lexicon(), { fillers: ['the', 'is', 'a'], numbers: [] }), fold(), FORMS.length, {
    key,
    wanted,
  });
  const scan = scanner.read(text);
  const hasKey = scanner.hasKey();
  scanner.findForms();
  return [hasKey, [...scan.found.slice(0, scan.foundCount)].sort().map((concept) => FORMS[concept])];
}

describe('a quick reading finds', () => {
  it.each([
    ['p1zza', 'pizza'],
    ['tr4fficking', 'traffick*'],
    ['eat-p1zza', 'pizza'],
    ['eat/p1zza', 'pizza'],
    ['p1zza—now', 'pizza'],
    ['p1zza–now', 'pizza'],
    ['@pizza', 'pizza'],
    ['$pizza', 'pizza'],
    ['@p1zza', 'pizza'],
    ['pi=zza', 'pizza'],
    ['pi☆zza', 'pizza'],
    ['pi🍕zza', 'pizza'],
    ['🍕p1zza', 'pizza'],
    ['𝐩1zza', 'pizza'],
    ['𝐩𝐢𝐳𝐳𝐚', 'pizza'],
    ['k1d5', 'kids'],
    ['(k1ds)', 'kids'],
    ["k1d's", 'kids'],
    ['kkkkids', 'kids'],
    ['e1ites', 'elite*'],
    ['el1te', 'elite*'],
    ['3lite', 'elite*'],
    ['eeelite', 'elite*'],
    ['elitttte', 'elite*'],
    ['*pizza*', 'pizza'],
    ['q 4non', 'q anon'],
    ['@bu5e', 'abuse'],
    ['x @bu5e', 'abuse'],
    ['"@bu5e"', 'abuse'],
    ['the 4buse', 'abuse'],
    ['pizza$', 'pizza'],
    ['!pizza', 'pizza'],
    ['xx!pizza', 'pizza'],
    ['el|te', 'elite*'],
    ['k!ds!', 'kids'],
    ['tr@ff!cking', 'traffick*'],
    ['k🍕1ds', 'kids'],
    ['𝐩1𝐳za', 'pizza'],
    ['traffickerz1', 'traffick*'],
    ['p!☆zza', 'pizza'],
    ['p!z.za', 'pizza'],
    ['p!!zza', 'pizza'],
    ['p!izza', 'pizza'],
    ['!p!zza', 'pizza'],
    ['$a☆ve the children', 'save the children'],
    ['x $a☆ve the children', 'save the children'],
    ['cul+ists', 'cult*'],
    ['x @bu5e now', 'abuse'],
    ['x @(bu5e', 'abuse'],
    ['x@ k!ds', 'kids'],
    ['@#k!ds', 'kids'],
    [`${'well '.repeat(20)}p1zza`, 'pizza'],
  ])('a disguised word: %s', (text, form) => expect(quickly(text)).toEqual([true, [form]]));

  it.each([
    ['#pizza', ['pizza']],
    ['#PizzaParty', ['pizza']],
    ['#PartyPizza', ['pizza']],
    ['#TVPizza', ['pizza']],
    ['#APizza', ['pizza']],
    ['#2Pizza', ['pizza']],
    ['#PIZZAParty', ['pizza']],
    ['#partyPIZZA', ['pizza']],
    ['#PartyKIDSNow', ['kids']],
    ['#éPizza', ['pizza']],
    ['#épizza', ['pizza']],
    ['#𝐩𝐢𝐳𝐳𝐚', ['pizza']],
    ['#thetraffickers', ['traffick*']],
    ['#PartyTraffickingRing', ['traffick*']],
    ['#PartyTraffickersxyz', ['traffick*']],
    ['#pizzaisa', ['pizza']],
    ['#Q_Anon', ['q anon']],
    [`#${'ab'.repeat(122)}xPizza`, ['pizza']],
    ['#evil elites', ['elite*', 'evil elite*']],
    ['#kidstraffickers', ['traffick*', 'kids']],
    ['#kids_traffickers', ['traffick*', 'kids']],
    ['#thepizza', ['pizza']],
    ['#2024Pizza', ['pizza']],
    ['#ПPizza', ['pizza']],
    ['#😀pizza', ['pizza']],
    ['#pizza😀party', ['pizza']],
    ['#kidsKids', ['kids']],
    ['#TRAFFICKINGring', ['traffick*']],
    ['#traffickers', ['traffick*']],
    ['#elitesarehere', ['elite*']],
    ['#HereElites', ['elite*']],
    ['#savethechildren', ['save the children']],
    ['#SaveTheChildren now', ['save the children']],
    ['#Save_The_Children', ['save the children']],
    ['#save #the #children', ['save the children']],
    ['save the #children', ['save the children']],
    ['#CHEESEPizza', ['cheese pizza']],
    ['#𝐱𝐩𝐢𝐳𝐳𝐚', ['pizza']],
    ['#x_thechildren save', ['save the children']],
    ['#thepizza #kidsxxxx', ['pizza']],
    ['#QAnonNow', ['q anon']],
    ['#qanonkids', ['kids']],
    ['#PartyAbuse', ['abuse']],
    ['#PizzaKIDS', ['kids', 'pizza']],
    ['#JazzKIDS', ['kids']],
    ['#2024KIDS', ['kids']],
    ['#10KIDS', ['kids']],
    ['#9KIDS', ['kids']],
    ['#Party\u200BPizza', ['pizza']],
    ['#Piz\u00ADzaParty', ['pizza']],
    ['#party\u00ADpiz\u00ADza', ['pizza']],
    ['#Piz\u0301zaParty', ['pizza']],
  ])('words in a hashtag: %s', (text, forms) => {
    const [hasKey, found] = quickly(text);
    expect(hasKey).toBe(true);
    expect(found.toSorted()).toEqual(forms.toSorted());
  });

  it.each(['p1zza cheese', 'cheese p1zza', 'cheese #pizza', 'ch33se p1zza', 'ch33se pizza'])(
    'a form whose words are all there: %s',
    (text) => {
      expect(quickly(text)).toEqual([true, ['pizza', 'cheese pizza']]);
    },
  );

  it('an open word of which stands plainly', () => expect(quickly('ev1l elites')).toEqual([true, ['elite*', 'evil elite*']]));

  it.each(['ch33se', 'save ch1ldren', 'the ch1ldren', 'save the ch1ld', '#ThePizzas #Save', 'ev1l el1tt', 'evil p1zz'])(
    'a form only when all of its words are there: %s',
    (text) => expect(quickly(text)[1]).toEqual([]),
  );

  it.each([
    'p1zzas',
    'tr4ffic',
    'xtr4fficking',
    'p@zza',
    'pizz@',
    'covid19',
    '62,000',
    '#MAGA2024',
    '#pizzaparty',
    '#partypizza',
    '#pizza2024',
    '#qanon',
    '#pizzaq',
    '#pizzatV',
    '#PIZZAparty',
    '#partyPIZza',
    '#pizzaxtrafficking',
    '#xtraffickers',
    'ab c d e',
    'a bc d e f',
    'a b c de f g',
    'ch$$se',
    'p+zza',
    'p1zzap1zza',
    '#kidsx',
    '#xkids',
    '#hereelites',
    '#nowsavethechildren',
    'q a',
    'a b c',
    'p i z',
    'cheese',
    `1${'x'.repeat(59)}`,
    `1-${'x'.repeat(60)}`,
    'thepizza 4x',
    'x1 pizzaa',
    '#ékiDsxx',
    'me@mail a b c',
  ])('nothing in %s', (text) => expect(quickly(text)).toEqual([false, []]));

  it.each([
    'p i z a',
    '@ b c d',
    'a @ b c',
    'a b c d',
    'a @ b c now',
    'I a 4 b',
    'p.i.z.z.a',
    'a@ b c',
    'a $ b c',
    'a b@c d',
    'a, b, c, d',
    'p*zza',
    `${'x'.repeat(70)}1`,
    `#${'ab'.repeat(126)}`,
  ])('no answer without a closer look: %s', (text) => expect(quickly(text)[0]).toBeUndefined());
});

describe('what is looked for', () => {
  const key = only('pizza');

  it.each([
    ['p1zza', true],
    ['k1ds', false],
    ['k1ds p1zza', true],
    ['#TraffickingKids #Pizza', true],
    ['#TraffickingKids', false],
    ['pizza k1ds', true],
    ['pizza', true],
    ['kids', false],
  ])('are keys first: %s', (text, hasKey) => expect(quickly(text, { key, wanted: only('pizza', 'kids') })[0]).toBe(hasKey));

  it('is what is wanted, once there is a key', () => {
    expect(quickly('k1ds p1zza', { key, wanted: key })).toEqual([true, ['pizza']]);
    expect(quickly('k1ds p1zza', { key, wanted: only('pizza', 'kids') })).toEqual([true, ['pizza', 'kids']]);
    expect(quickly('k1ds e1ite', { key: only('elite*'), wanted: only('elite*') })).toEqual([true, ['elite*']]);
    expect(quickly('k1ds pizza', { key, wanted: only('pizza', 'kids') })).toEqual([true, ['pizza', 'kids']]);
  });

  it('does not depend on the text before', () => {
    const scanner = new Scanner(buildAutomaton(lexicon(), { fillers: [], numbers: [] }), fold(), FORMS.length);
    for (const text of ['p1zza', 'ch33se p1zza', '#SaveTheChildren']) {
      scanner.read(text);
      expect(scanner.hasKey()).toBe(true);
      scanner.read('k1dz');
      expect(scanner.hasKey()).toBe(false);
      expect(scanner.findForms().foundCount).toBe(0);
    }
    scanner.read('with ch33se pizza');
    const scan = scanner.read('with k1ds');
    expect(scanner.hasKey()).toBe(true);
    scanner.findForms();
    expect([...scan.found.slice(0, scan.foundCount)]).toEqual([FORMS.indexOf('kids')]);
  });
});
