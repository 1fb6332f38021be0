import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMet, Needs } from '../../../lib/matching/needs.ts';
import type { Node } from '../../../lib/matching/pack.ts';
import type { Scan } from '../../../lib/matching/scanned.ts';
import { expectedCommonness, needsOf, rarestFirst } from '../../../scripts/claims/needs.ts';

const CONCEPTS = 6;
const concept = (number: number): Node => ({ concept: number });
const numberOf = (of: Node): Node => ({ number: { min: 1, max: 9, of, gap: 3 } });
const all = (...parts: Node[]): Node => ({ all: parts, within: 'post' });

/** Forms of the concepts: the higher its number, the more letters and the rarer. */
const LETTERS = [['ab'], ['abc'], ['abcd'], ['abcde'], ['abcdef'], ['abcdefg']];

function needsFor(nodes: readonly Node[], concepts = LETTERS, subjects: number[] = []): Needs {
  const commonness = expectedCommonness(concepts);
  return new Needs(
    nodes.map((node) => ({ needs: rarestFirst(needsOf(node), commonness) })),
    concepts.length,
    subjects,
  );
}

/** A text in which these concepts were found, as far as needs are concerned; what an earlier text left in `found` is still there. */
function scanWith(concepts: readonly number[], leftover: readonly number[] = []): Scan {
  const present = new Uint8Array(CONCEPTS);
  for (const each of concepts) present[each] = 1;
  return { present, found: Uint16Array.from([...concepts, ...leftover]), foundCount: concepts.length } as unknown as Scan;
}

const marked = (flags: Uint8Array) => [...flags.keys()].filter((each) => flags[each] === 1);

describe('what a condition needs', () => {
  it.each<[string, Node, number[][]]>([
    ['a concept', concept(2), [[2]]],
    ['a hashtag', { tag: 3 }, [[3]]],
    ['what a number counts', numberOf(concept(4)), [[4]]],
    ['all parts', all(concept(1), concept(2)), [[1], [2]]],
    ['parts in order', { order: [concept(1), concept(2)], gap: 3 }, [[1], [2]]],
    ['one of several', { any: [concept(1), concept(2)] }, [[1, 2]]],
    [
      'one of several, each by the smallest set it needs',
      { any: [all({ any: [concept(0), concept(1)] }, concept(2)), concept(3)] },
      [[2, 3]],
    ],
    ['the same, whichever stands first', { any: [all(concept(2), { any: [concept(0), concept(1)] }), concept(3)] }, [[2, 3]]],
    ['the same concept once', { any: [concept(1), all(concept(1), concept(2)), concept(1)] }, [[1]]],
    ['parts of parts', all(concept(0), all(concept(1), { any: [concept(2), { tag: 3 }] })), [[0], [1], [2, 3]]],
  ])('%s', (_, node, needed) => expect(needsOf(node)).toEqual(needed));
});

it('of one rule, all have to be there; where nothing is needed, nothing is asked', () => {
  const needs = needsOf(all(concept(0), concept(1)));
  expect([[0, 1], [0], [2], []].map((found) => isMet(needs, scanWith(found).present))).toEqual([true, false, false, false]);
  expect(isMet([], scanWith([]).present)).toBe(true);
});

it('the rarest is told first, the others in their order', () => {
  expect(rarestFirst([[0], [2], [1], [3, 4]], [8, 4, 1, 1, 1])).toEqual([[2], [0], [1], [3, 4]]);
});

describe('the key concepts of a rule', () => {
  it('are its rarest: those with the longest forms', () => {
    expect(marked(needsFor([all(concept(0), concept(3), concept(1))]).key)).toEqual([3]);
    expect(marked(needsFor([all(concept(5), concept(0))]).key)).toEqual([5]);
  });

  it('stand beside the subjects, which no rule has to need', () => {
    const needs = needsFor([all(concept(0), concept(3))], LETTERS, [1]);
    expect(marked(needs.key)).toEqual([1, 3]);
    expect(needs.isPossible(scanWith([1]))).toBe(false);
  });

  it('are all of a set of alternatives that is rarer than every other part', () => {
    expect(marked(needsFor([all({ any: [concept(4), concept(5)] }, concept(3))]).key)).toEqual([4, 5]);
    // Two alternatives are as likely as the sum of both.
    expect(marked(needsFor([all({ any: [concept(2), concept(3)] }, concept(2))]).key)).toEqual([2]);
  });

  it('are rare only if all of their forms are', () => {
    const many = [['abcdefgh', 'a'], ['abcd']];
    expect(marked(needsFor([all(concept(0), concept(1))], many).key)).toEqual([1]);
  });

  it('count all the letters of a form, in all of its words', () => {
    const phrases = [['abc de fg'], ['abcdef']];
    expect(marked(needsFor([all(concept(0), concept(1))], phrases).key)).toEqual([0]);
  });

  it('stay the first ones where two are equally rare', () => {
    const equal = [['abc'], ['cba']];
    expect(marked(needsFor([all(concept(0), concept(1))], equal).key)).toEqual([0]);
    expect(marked(needsFor([all(concept(1), concept(0))], equal).key)).toEqual([1]);
  });

  it('are those of every rule together', () => {
    const needs = needsFor([all(concept(0), concept(3)), concept(5)]);
    expect(marked(needs.key)).toEqual([3, 5]);
    expect(marked(needs.wanted)).toEqual([0, 3, 5]);
  });
});

describe('a rule is possible', () => {
  const needs = needsFor([all(concept(0), { any: [concept(2), concept(3)] }), all(concept(1), concept(5))]);

  it.each<[boolean, number[]]>([
    [true, [0, 2]],
    [true, [3, 0]],
    [true, [1, 5]],
    [true, [2, 5, 1]],
    [false, []],
    [false, [0]],
    [false, [2]],
    [false, [5]],
    [false, [0, 1, 4]],
    [false, [0, 5]],
    [false, [2, 3, 5]],
  ])('%s with %j', (possible, concepts) => expect(needs.isPossible(scanWith(concepts))).toBe(possible));

  it('whatever an earlier text had', () => {
    expect(needsFor([concept(5)]).isPossible(scanWith([0], [5]))).toBe(false);
  });

  it('exactly when each of its needs has a concept that is there', () => {
    const { node } = fc.letrec<{ node: Node }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.nat(CONCEPTS - 1).map(concept),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts): Node => all(...parts)),
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Node => ({ any })),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 3 }), fc.uniqueArray(fc.nat(CONCEPTS - 1)), (nodes, concepts) => {
        const met = nodes.some((each) => needsOf(each).every((set) => set.some((number) => concepts.includes(number))));
        expect(needsFor(nodes).isPossible(scanWith(concepts))).toBe(met);
      }),
    );
  });
});
