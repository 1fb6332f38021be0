import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../../../lib/matching/automaton.ts';
import { createMatcher } from '../../../lib/matching/index.ts';
import { toLexicon } from '../../../lib/matching/lexicon.ts';
import type { ScalesPack } from '../../../lib/matching/pack.ts';
import { Scales, weighedInWords } from '../../../lib/matching/scales.ts';
import { Scanner } from '../../../lib/matching/scan.ts';
import { readStructure } from '../../../lib/matching/structure.ts';
import { buildFoldTable } from '../../../scripts/claims/fold-table.ts';
import { readMatchPack } from '../../../scripts/claims/pack-file.ts';

const fold = buildFoldTable([]);
const scanner = new Scanner(buildAutomaton(toLexicon([{ text: 'claim', concept: 0 }])), fold, 1);
const pack: ScalesPack = {
  concepts: [
    { name: 'SAY', forms: ['says', 'insists'] },
    { name: 'WHO', forms: ['uncle'] },
    { name: 'NOT', forms: ['not'] },
  ],
  cues: [
    { name: 'say', stance: 'attributes', cue: { concept: 0 }, weights: [-1, -2, -3, -4] },
    { name: 'who-says', stance: 'attributes', cue: { order: [{ concept: 1 }, { concept: 0 }], gap: 2 }, weights: [-10, 0, 0, 0] },
    { name: 'not-but', stance: 'negates', cue: { concept: 2 }, opens: true, weights: [-20, -20, 0, 0] },
  ],
  shapes: { question: -0.5, exclaims: 0.25, 'cue-of-report': -7 },
};
const scales = new Scales(pack, fold);

/** Weighs a text in which one word, `claim`, is what matched. */
function weigh(text: string, byWords = 0, silencedBy?: string) {
  const scan = scanner.scan(text);
  const at = text
    .slice(0, text.indexOf('claim'))
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;
  const match = { first: at, last: at, pieces: [{ first: at, last: at }] };
  const structure = readStructure(scan, new Uint8Array(scan.words));
  const reading = scales.read({ scan, structure, byConcept: new Map(), numbers: () => [] });
  return scales.weigh(match, reading, byWords, silencedBy);
}

describe('the scales', () => {
  it.each([
    ['he says the claim', -1],
    ['the claim he says', -2],
    ['the claim. He says', -3],
    ['He says. The claim', -4],
    ['the claim. Well. He says', -4],
    ['he says and insists the claim', -1],
    ['he says the claim he insists', -3],
    ['#says the claim', 0],
    ['my uncle often says the claim', -11],
    ['my uncle is here. He says the claim', -1],
    ['it is a claim, not a fact', -20],
    ['it is not a claim', 0],
    ['the claim?', -0.5],
    ['What? The claim!', 0.25],
  ])('%s: %d', (text, score) => expect(weigh(text).score).toBeCloseTo(score));

  it('adds what the words weigh by themselves, and a cue that speaks against it', () => {
    expect(weigh('the claim', 2.5).score).toBeCloseTo(2.5);
    expect(weigh('the claim', 2.5, 'report').score).toBeCloseTo(-4.5);
  });

  it('names the heaviest signs first, and what the heaviest of them speaks for', () => {
    const weighed = weigh('my uncle says the claim, not a fact', 3);
    expect(weighed.stance).toBe('negates');
    expect(weighedInWords(weighed)).toBe('signs that it is asserted −28.0: “not” −20.0, “uncle says” −10.0, its words +3.0, “says” −1.0');
  });
});

/** Two posts with the same claim, the first asserting it. None of them was learned from. */
const PAIRS: Record<string, [asserts: string, other: string][]> = {
  attribution: [
    [
      'They sell trafficked children in Wayfair cabinets and nobody stops them.',
      'My stepmom is sure they sell trafficked children in Wayfair cabinets.',
    ],
    [
      'Elites drink adrenochrome taken from terrified children, wake up.',
      'A guy at the gym swears elites drink adrenochrome taken from terrified children.',
    ],
    [
      'Insiders say elites harvest adrenochrome from children and the media hides it.',
      'Believers told reporters that elites harvest adrenochrome from children.',
    ],
    ['Los famosos beben adrenocromo sacado de niños, despierten.', 'Mi cuñado dice que los famosos beben adrenocromo sacado de niños.'],
  ],
  negation: [
    [
      'Wayfair trafficking children in cabinets isn’t a coincidence, it is a business.',
      'Wayfair isn’t trafficking children in cabinets and never was.',
    ],
    ['62,000 trafficked children were rescued and the news won’t tell you.', 'No, 62,000 trafficked children were not rescued by anyone.'],
    [
      'Soldiers freed thousands of children from the tunnels, you can’t unsee it.',
      'Soldiers freed thousands of children from the tunnels? That never happened.',
    ],
  ],
  condition: [
    [
      '62,000 children saved from traffickers and the news gives it zero seconds!',
      'If 62,000 children had been saved from traffickers there would be thousands of trials.',
    ],
  ],
  question: [
    [
      'Why do you think they never investigated Wayfair for trafficking those missing kids?',
      'Is it true that Wayfair was trafficking missing kids? Looking for a source.',
    ],
  ],
  past: [
    [
      'Pizzagate is real, they traffic children under that pizzeria. Never forget.',
      'I used to believe pizzagate was real, that they traffic children under that pizzeria. I was wrong.',
    ],
  ],
  advice: [
    [
      'Share this: Wayfair is selling missing children in cabinets!',
      'Tip for teachers: how to talk to students who saw the post that Wayfair is selling missing children in cabinets.',
    ],
  ],
  disbelief: [
    [
      'Fact-checkers call it false, sure, but we all know Wayfair was selling missing children in cabinets. Wake up.',
      'Fact-checkers call it false: no evidence that Wayfair was selling missing children in cabinets.',
    ],
    [
      'Call me crazy but they are trafficking children through Wayfair cabinets.',
      'The Wayfair theory about trafficking children through cabinets is nonsense.',
    ],
  ],
};

describe('the same claim, told', () => {
  const matcher = createMatcher(readMatchPack());
  const isCarded = (text: string) => matcher.match(text).matches.length > 0;

  describe.each(Object.entries(PAIRS))('%s', (_, pairs) => {
    it.each(pairs)('%s | %s', (asserts, other) => {
      expect(isCarded(asserts)).toBe(true);
      expect(isCarded(other)).toBe(false);
    });
  });

  it('tells authors what was weighed', () => {
    const { traces } = matcher.explain('A guy at the gym swears elites drink adrenochrome taken from terrified children.');
    expect(traces.every(({ stance, weighed }) => stance !== 'asserts' && weighed !== undefined)).toBe(true);
  });
});
