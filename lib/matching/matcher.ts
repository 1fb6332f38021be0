import { type Automaton, automatonInSteps } from './automaton.ts';
import { readFoldTable } from './fold.ts';
import { isMet, Needs } from './needs.ts';
import { readNumbers } from './numbers.ts';
import type { MatchPack, Rule, ScalesPack } from './pack.ts';
import { isBroken, type Repaired, repair } from './repair.ts';
import { findRule, type Interval, indexHits, type Reading } from './rules.ts';
import { Scales, type Weighed, weighedInWords } from './scales.ts';
import { Scanner } from './scan.ts';
import type { Scan } from './scanned.ts';
import { shareOfProse } from './spans.ts';
import { findDoubt, readStance } from './stance.ts';
import { stemOf } from './stems.ts';
import { finish, type Steps } from './steps.ts';
import { readStructure } from './structure.ts';
import { type Topic, Topics } from './topics.ts';
import { BY_WORDS, isByWords, type RuleTrace, SIGNS, sureness } from './trace.ts';
import { NOTHING, type Verdict } from './types.ts';
import { verdictOf } from './verdict.ts';
import { Vocabulary } from './vocabulary.ts';

/** Hashtags are piled up for reach; at least so much of what tells a claim stands in sentences. */
const LEAST_PROSE = 0.6;
const NO_LINKS = (): readonly string[] => [];

/** Decides which known claims a text asserts. Pure: the same text gives the same verdict; nothing is kept of it. */
export class Matcher {
  readonly #pack: Omit<MatchPack, 'concepts' | 'names' | 'fold'>;
  /** Names of the concepts. */
  readonly #names: readonly string[];
  readonly #fold: Uint8Array;
  readonly #scanner: Scanner;
  readonly #vocabulary: Vocabulary;
  readonly #numbers: ReadonlyMap<string, number>;
  /** Rules by each of their anchors; listed when the first text is tried. */
  #byAnchor: ReadonlyMap<number, readonly Rule[]> | undefined;
  readonly #needs: Needs;
  readonly #topics: Topics;
  /** One for each claim: what stands in the place of a rule when the words as a whole tell the claim. */
  readonly #byWords: Rule[];
  /** Concepts by claim, of which one must be there before words alone tell it: what all are about, or rare ones that its rules start from. */
  readonly #subjects: number[][];
  #scales: Scales | undefined;

  constructor(pack: MatchPack, automaton: Automaton, needs: Needs) {
    const { concepts, names, fold, ...rest } = pack;
    this.#pack = rest;
    this.#names = names;
    this.#fold = readFoldTable(fold);
    this.#needs = needs;
    this.#scanner = new Scanner(automaton, this.#fold, concepts.size, this.#needs);
    this.#vocabulary = new Vocabulary(automaton);
    this.#numbers = new Map(Object.entries(pack.numbers));
    this.#topics = new Topics(pack.topics, this.#fold);
    this.#byWords = pack.claims.map((_, claim) => ({ ...BY_WORDS, claim }));
    const rare = new Set(pack.topics.rare);
    this.#subjects = pack.claims.map(() => [...pack.topics.subjects]);
    for (const { anchors, claim } of pack.rules) this.#subjects[claim].push(...anchors.filter((anchor) => rare.has(anchor)));
  }

  /**
   * Never throws, whatever the text. Linear in its length.
   * @param links addresses the post links to; asked for only when a rule holds.
   * @param quotedBy words of somebody who quotes this text: any doubt in them silences the match.
   */
  match(text: string, links: () => readonly string[] = NO_LINKS, quotedBy = ''): Verdict {
    const plain = this.#scanner.read(text);
    const hasKey = this.#scanner.hasKey();
    if (hasKey === false) return NOTHING;
    this.#scanner.findForms();
    if (hasKey && !this.#isWorthIt(plain)) return NOTHING;
    const { scan, repaired } = this.#repaired(plain);
    if (repaired ? !this.#needs.isPossible(scan) : !hasKey && !this.#isWorthIt(scan)) return NOTHING;
    if (!this.#isPlausible(scan, text)) return NOTHING;
    const traces = this.#trace(this.#reading(scan), links, { isRepaired: repaired !== undefined });
    if (traces.length === 0) return NOTHING;
    // Judged before quotedBy is read: every text is scanned into the same arrays.
    const verdict = verdictOf(traces, this.#pack.claims, scan, repaired);
    const doubt = quotedBy === '' ? undefined : findDoubt(this.#pack.stance, this.#reading(this.#read(quotedBy)));
    return doubt ? { matches: [], stance: doubt.stance } : verdict;
  }

  /** Every rule that held or was silenced, the concepts found, and whether the words let any of them count: for people who write rules. */
  explain(
    text: string,
    links: () => readonly string[] = NO_LINKS,
  ): { traces: RuleTrace[]; concepts: Map<string, string[]>; isPlausible: boolean } {
    const scan = this.#read(text);
    const concepts = new Map<string, string[]>();
    for (const [concept, intervals] of indexHits(scan)) {
      concepts.set(
        this.#names[concept],
        intervals.map(({ first, last }) => scan.text.slice(scan.wordStart[first], scan.wordEnd[last])),
      );
    }
    const traces = this.#trace(this.#reading(scan), links, { weighAll: true });
    return { traces, concepts, isPlausible: this.#isPlausible(scan, text) };
  }

  /** Builds, in steps, what is otherwise built when a text first asks for it. */
  *getReady(): Steps<void> {
    this.#scanner.getReady();
    yield;
    this.#topics.getReady();
    yield;
    if (this.#pack.scales) this.#scalesOf(this.#pack.scales);
  }

  #scalesOf(pack: ScalesPack): Scales {
    this.#scales ??= new Scales(pack, this.#fold);
    return this.#scales;
  }

  #read(text: string): Scan {
    return this.#repaired(this.#scanner.scan(text)).scan;
  }

  #repaired(scan: Scan): { scan: Scan; repaired?: Repaired } {
    const { suspicious, hasSymbols } = this.#scanner.spelling();
    if (!suspicious && !(hasSymbols && isBroken(scan.text))) return { scan };
    const repaired = repair(scan.text, this.#vocabulary, this.#fold);
    return repaired ? { scan: this.#scanner.scan(repaired.text), repaired } : { scan };
  }

  #isWorthIt(scan: Scan): boolean {
    return this.#needs.isPossible(scan) || this.#isLikely(scan);
  }

  /** Whether the words as a whole tell a claim, wherever they stand: asked before more is read of a text. */
  #isLikely(scan: Scan): boolean {
    return this.#hasRare(scan) && this.#topics.isRelevant(scan) && this.#topics.weigh(scan) !== undefined;
  }

  #hasRare({ present }: Scan): boolean {
    return hasAny(this.#pack.topics.rare, present);
  }

  /** Whether a rare word stands in a text, or at least such words as tell claims: the gate asks the same. */
  #isPlausible({ present }: Scan, text: string): boolean {
    return hasAny(this.#pack.topics.sure, present) || this.#topics.isPlausible(text);
  }

  /**
   * @param weighAll weighs what is silenced anyway, too.
   * @param isRepaired what is guessed from a disguise is sure enough for rules only.
   */
  #trace(reading: Reading, links: () => readonly string[], { weighAll = false, isRepaired = false }): RuleTrace[] {
    const { scan } = reading;
    this.#byAnchor ??= listByAnchor(this.#pack.rules);
    const candidates = new Set<Rule>();
    for (const concept of reading.byConcept.keys())
      for (const rule of this.#byAnchor.get(concept) ?? []) if (isMet(rule.needs, scan.present)) candidates.add(rule);
    const found = [...candidates].flatMap((rule) => findRule(rule, reading).map((interval) => ({ rule, interval })));
    if (found.length === 0 && !this.#topics.isRelevant(scan)) return [];
    const topic = this.#topics.weigh(scan);
    const traces = [...found, ...(topic && !isRepaired ? this.#foundByWords(topic, reading) : [])].map(({ rule, interval }): RuleTrace => {
      const families = this.#pack.stance.filter(({ family }) => !rule.ignore.includes(family));
      const turned = readStance(interval, families, reading, links);
      return turned
        ? { rule, interval, stance: turned.stance, silencedBy: turned.family, because: turned.because, yields: turned.yields }
        : { rule, interval, stance: 'asserts' };
    });
    const weigh = this.#weigher(reading);
    if (weigh) {
      this.#weighClaims(traces, weigh);
      if (weighAll) for (const trace of traces) trace.weighed ??= weigh(trace);
    }
    return traces;
  }

  /** Weighs traces of one text, which is read for it when the first is weighed; nothing where the pack has no scales. */
  #weigher(reading: Reading): ((trace: RuleTrace) => Weighed) | undefined {
    const { scales } = this.#pack;
    if (!scales) return undefined;
    let own: Reading | undefined;
    let byWords = 0;
    return ({ interval, silencedBy }) => {
      if (!own) {
        own = this.#scalesOf(scales).read(reading);
        byWords = this.#topics.asserts();
      }
      return this.#scalesOf(scales).weigh(interval, own, byWords, silencedBy);
    };
  }

  /** Weighs each claim once, where it is told most surely: silences those found too light, lets heavy ones outweigh all cues that yield. */
  #weighClaims(traces: readonly RuleTrace[], weigh: (trace: RuleTrace) => Weighed): void {
    const { least } = this.#pack.topics;
    const open = traces.filter(
      ({ stance, yields, rule }) => (stance === 'asserts' || yields) && rule.kind === 'claim' && !rule.ignore.includes(SIGNS),
    );
    for (const [claim, own] of Map.groupBy(open, ({ rule }) => rule.claim)) {
      const free = own.filter(({ yields }) => !yields);
      const surest = (free.length > 0 ? free : own).reduce((a, b) => (sureness(b) > sureness(a) ? b : a));
      const weighed = weigh(surest);
      surest.weighed = weighed;
      const isByRule = !free.every(isByWords);
      if (weighed.score < (free.length === 0 ? least.yielding : isByRule ? least.ofRules : least.asserts))
        for (const trace of free) Object.assign(trace, { stance: weighed.stance, silencedBy: SIGNS, because: weighedInWords(weighed) });
      else if (weighed.score >= least.yielding)
        for (const trace of traces.filter(({ rule, yields }) => yields && rule.claim === claim))
          Object.assign(trace, { stance: 'asserts', silencedBy: undefined, because: undefined });
    }
  }

  /** What the words as a whole tell, where that is sure enough. */
  #foundByWords({ claim, confidence }: Topic, { scan, byConcept }: Reading): { rule: Rule; interval: Interval }[] {
    if (!this.#subjects[claim].some((concept) => byConcept.has(concept))) return [];
    const words = this.#topics.tellingWords(claim);
    if (words.length === 0) return [];
    const interval = {
      first: Math.min(...words.map(({ first }) => first)),
      last: Math.max(...words.map(({ last }) => last)),
      pieces: words,
    };
    if (shareOfProse(interval, scan) < LEAST_PROSE) return [];
    return [{ rule: { ...this.#byWords[claim], confidence: Math.round(confidence * 100) / 100 }, interval }];
  }

  /** Everything a model may weigh: the concepts, the beginnings of the words of a text, and of two words side by side. For training. */
  features(text: string): { concepts: string[]; stems: string[]; pairs: string[] } {
    const scan = this.#read(text);
    const concepts = [...indexHits(scan).keys()].map((concept) => this.#names[concept]);
    const stems = Array.from({ length: scan.words }, (_, word) => stemOf(scan, word, this.#fold));
    const pairs = stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`);
    return { concepts, stems: [...new Set(stems)], pairs: [...new Set(pairs)] };
  }

  #reading(scan: Scan): Reading {
    const byConcept = indexHits(scan);
    const clauses = byConcept.get(this.#pack.clause) ?? [];
    let structure: ReturnType<typeof readStructure> | undefined;
    let numbers: ReturnType<typeof readNumbers> | undefined;
    return {
      scan,
      byConcept,
      get structure() {
        structure ??= readStructure(scan, markFirst(clauses, scan.words));
        return structure;
      },
      numbers: () => (numbers ??= readNumbers(scan, this.#numbers, this.#fold)),
    };
  }
}

function hasAny(concepts: readonly number[], present: Uint8Array): boolean {
  for (let i = 0; i < concepts.length; i++) if (present[concepts[i]] === 1) return true;
  return false;
}

/** 1 for each word of a text that one of the findings begins with. */
function markFirst(findings: readonly Interval[], words: number): Uint8Array {
  const marks = new Uint8Array(words);
  for (const { first } of findings) marks[first] = 1;
  return marks;
}

function listByAnchor(rules: readonly Rule[]): Map<number, Rule[]> {
  const byAnchor = new Map<number, Rule[]>();
  for (const rule of rules) {
    for (const anchor of rule.anchors) {
      const listed = byAnchor.get(anchor);
      if (listed) listed.push(rule);
      else byAnchor.set(anchor, [rule]);
    }
  }
  return byAnchor;
}

/** Builds a matcher all at once. */
export function createMatcher(pack: MatchPack): Matcher {
  return finish(matcherInSteps(pack));
}

/** Builds a matcher in steps: a page is not to wait for all of it. */
export function* matcherInSteps(pack: MatchPack): Steps<Matcher> {
  const automaton = yield* automatonInSteps(pack.concepts, { fillers: pack.words, numbers: Object.keys(pack.numbers) });
  yield;
  const { subjects, rare } = pack.topics;
  const needs = new Needs(pack.rules, pack.concepts.size, [...subjects, ...rare]);
  yield;
  return new Matcher(pack, automaton, needs);
}
