import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../../../lib/matching/automaton.ts';
import { Scanner } from '../../../lib/matching/scan.ts';
import { HIT_STEP, widthAt } from '../../../lib/matching/scanned.ts';
import { type Form, packForms } from '../../../scripts/claims/pack-lexicon.ts';
import { fold } from './reading.ts';

const CONCEPTS = 4;

function scanner(forms: readonly Form[]): Scanner {
  return new Scanner(buildAutomaton(packForms(forms)), fold(), CONCEPTS);
}

/** Concept, first and last word of each hit, sorted. */
function hitsOf(forms: readonly Form[], text: string): string[] {
  const { hits, hitCount } = scanner(forms).scan(text);
  return Array.from({ length: hitCount }, (_, hit) => hits.slice(hit * HIT_STEP, (hit + 1) * HIT_STEP).join(' ')).sort();
}

/** Every form at every word, compared one by one; what is told twice is found once. */
function naiveHits(forms: readonly Form[], text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [...new Map(forms.map((each) => [`${each.concept} ${each.text}`, each])).values()]
    .flatMap(({ text: form, concept }) => {
      const parts = form.split(' ');
      return words.flatMap((_, first) => {
        const fits = parts.every((part, at) => {
          const word = words[first + at];
          return part.endsWith('*') ? word?.startsWith(part.slice(0, -1)) : word === part;
        });
        return fits ? [`${concept} ${first} ${first + parts.length - 1}`] : [];
      });
    })
    .sort();
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '1', '9'), minLength: 1, maxLength: 8 });
const form = fc
  .record({
    words: fc.array(word, { minLength: 1, maxLength: 3 }),
    open: fc.boolean(),
    concept: fc.nat(CONCEPTS - 1),
  })
  .map(({ words, open, concept }): Form => ({ text: words.join(' ') + (open ? '*' : ''), concept }));
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'z', '0', '1', '9', ' ', '.', '#', '🍕'), maxLength: 60 });

describe('scan', () => {
  it('finds what a comparison of every form at every word finds', () => {
    fc.assert(
      fc.property(fc.array(form, { maxLength: 12 }), text, (forms, post) => {
        expect(hitsOf(forms, post)).toEqual(naiveHits(forms, post));
      }),
    );
  });

  it('knows before it finds forms whether a key is among them', () => {
    const keys = fc.uint8Array({ minLength: CONCEPTS, maxLength: CONCEPTS, max: 1 });
    const plain = fc.array(fc.oneof(word, fc.constantFrom('a', 'ab', 'b')), { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(form, { maxLength: 8 }), plain, keys, (forms, post, key) => {
        const own = new Scanner(buildAutomaton(packForms(forms)), fold(), CONCEPTS, { key, wanted: key });
        const found = own.scan(post).present.some((present, concept) => present === 1 && key[concept] === 1);
        own.read(post);
        const { suspicious, hasSymbols } = own.spelling();
        if (found) expect(own.hasKey()).not.toBe(false);
        else if (!suspicious && !hasSymbols) expect(own.hasKey()).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('reads long texts to their end, and a bounded number of hits', () => {
    const forms = [
      { text: 'kids', concept: 0 },
      { text: 'end', concept: 1 },
    ];
    const scan = scanner(forms).scan(`${'kids '.repeat(1000)}end`);
    expect([scan.words, scan.hitCount]).toEqual([1001, 1001]);
    expect([...scan.hits.slice(3000, 3003)]).toEqual([1, 1000, 1000]);
    expect([...scan.found.slice(0, scan.foundCount)]).toEqual([0, 1]);
    expect(scanner(forms).scan('kids '.repeat(5000)).hitCount).toBe(4096);
  });

  it('finds forms that are in the text', () => {
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 12 }), (forms) => {
        const post = forms.map((each) => each.text.replace('*', 'ab')).join(' , ');
        expect(hitsOf(forms, post)).toEqual(naiveHits(forms, post));
      }),
    );
  });

  it('does not depend on what was read before', () => {
    fc.assert(
      fc.property(fc.array(form, { maxLength: 6 }), text, text, (forms, first, second) => {
        const used = scanner(forms);
        used.scan(first);
        expect(structuredClone({ ...used.scan(second) }).present).toEqual(structuredClone(scanner(forms).scan(second)).present);
      }),
    );
  });

  it('keeps characters outside the basic plane whole', () => {
    const { wordStart, wordEnd, words } = scanner([]).scan('🍕𝐚𝐛🍕');
    expect([words, wordStart[0], wordEnd[0]]).toEqual([1, 2, 6]);
  });

  it.each(['piz\u00ADza', 'p\u200Bizza', 'piz\u0301za', "pi'zza", 'pizza\u{E0041}', '\u2060pizza'])(
    'reads over what is invisible: %j',
    (post) => {
      expect(hitsOf([{ text: 'pizza', concept: 0 }], post)).toEqual(['0 0 0']);
    },
  );

  it.each([
    'traffickers',
    'TRAFFICKERS',
    't\u00ADraffickers',
    'tr\u00ADaffickers',
    'traff\u00ADickers',
    '𝐭raffickers',
    't𝐫affickers',
    'tr𝐚ffickers',
    'traf𝐟ickers',
    'traffick𝐞rs',
    '𝐭𝐫𝐚𝐟𝐟𝐢𝐜𝐤𝐞𝐫𝐬',
    'traffick',
  ])('finds an open word however its letters are written: %j', (post) => {
    expect(hitsOf([{ text: 'traffick*', concept: 0 }], `those ${post}`)).toEqual(['0 1 1']);
  });

  it.each(['traffi', 'traffi\u00ADc', 'draffickers', 'tr', '𝐭', 'xtraffickers'])('finds no open word in %j', (post) => {
    expect(hitsOf([{ text: 'traffick*', concept: 0 }], `those ${post}`)).toEqual([]);
  });
});

describe('words in disguise', () => {
  const forms: Form[] = [
    { text: 'pizza', concept: 0 },
    { text: 'cheese pizza', concept: 1 },
    { text: 'traffick*', concept: 2 },
    { text: 'save the children', concept: 3 },
  ];

  it.each([
    ['eat p1zza', [0]],
    ['p!zza', [0]],
    ['piiizzza', [0]],
    ['pi🍕zza', [0]],
    ['cheese p1zza', [0, 1]],
    ['#CheesePizza', [0, 1]],
    ['#tr4fficking', [2]],
    ['#SaveTheChildren', [3]],
    ['save #TheChildren', [3]],
    ['save our ch1ldren', []],
    ['cov1d', []],
  ])('%s may hold %j', (post, concepts) => {
    const own = scanner(forms);
    const scan = own.read(post);
    expect(own.hasKey()).not.toBe(concepts.length > 0 ? false : undefined);
    own.findForms();
    expect([...scan.found.slice(0, scan.foundCount)].sort()).toEqual(concepts);
  });

  it('are found in the text that was read last, and only once they were looked for', () => {
    const own = scanner(forms);
    const foundIn = (text: string) => [...own.scan(text).found.slice(0, own.scan(text).foundCount)];
    own.read('cheese p1zza');
    expect(own.hasKey()).toBe(true);
    expect(foundIn('cheese')).toEqual([]);
    own.read('cheese and pizza');
    expect(own.read('cheese and').foundCount).toBe(0);
    expect(own.hasKey()).toBe(false);
  });

  it('a form is not put together from plain words that stand apart', () => {
    const own = scanner(forms);
    const scan = own.read('pizza without cheese #x');
    expect(own.hasKey()).toBe(true);
    own.findForms();
    expect([...scan.found.slice(0, scan.foundCount)]).toEqual([0]);
  });

  it('the end of a form is no key without its beginning', () => {
    const key = Uint8Array.from([0, 0, 0, 1]);
    const own = new Scanner(buildAutomaton(packForms(forms)), fold(), CONCEPTS, { key, wanted: key });
    for (const [text, hasKey] of [
      ['the children', false],
      ['our the children', false],
      ['save children', false],
      ['save the children', true],
      ['please save the children now', true],
    ] as const) {
      own.read(text);
      expect(own.hasKey(), text).toBe(hasKey);
    }
  });

  it.each<[string, number[], string, boolean]>([
    ['a form of two words', [1], 'cheese pizza', true],
    ['its last word alone', [1], 'pizza', false],
    ['a word that begins with an open one', [1], 'kidnapper', true],
    ['that word, where the open one is no key', [0], 'kids', false],
  ])('a key may be %s', (_, keys, text, hasKey) => {
    const own = text.startsWith('kid') ? ['kidnapper', 'kid*'].map((each, concept) => ({ text: each, concept })) : forms;
    const key = Uint8Array.from([0, 1, 2, 3], (concept) => (keys.includes(concept) ? 1 : 0));
    const scan = new Scanner(buildAutomaton(packForms(own)), fold(), CONCEPTS, { key, wanted: key });
    scan.read(text);
    expect(scan.hasKey()).toBe(hasKey);
  });

  it.each(['p i z z a', 'p*zza', 'pizza and p*zza', `#${'a'.repeat(300)}`])('%s needs a closer look', (post) => {
    const own = scanner(forms);
    own.read(post);
    expect(own.hasKey()).toBeUndefined();
  });
});

it('a character is two code units wide from beyond the basic plane on', () => {
  expect(['a', '\uffff', '\u{10000}', '\ud800'].map((text) => widthAt(text, 0))).toEqual([1, 1, 2, 1]);
});
