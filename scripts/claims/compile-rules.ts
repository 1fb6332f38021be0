import lookAlikes from 'unhomoglyph/data.json' with { type: 'json' };
import { foldText } from '../../lib/matching/fold.ts';
import type { GatePack } from '../../lib/matching/gate.ts';
import type { CueFamily, MatchPack, Node, Rule, ScalesPack } from '../../lib/matching/pack.ts';
import { ZONES } from '../../lib/matching/scales.ts';
import type { Stance } from '../../lib/matching/types.ts';
import { compileGate } from './compile-gate.ts';
import { buildFoldTable, packFoldTable } from './fold-table.ts';
import type { AuthorNode, AuthorRule, Collection } from './load.ts';
import { expectedCommonness, needsOf, rarestFirst } from './needs.ts';
import { MOST_WORDS, packLexicon, packVocabulary } from './pack-lexicon.ts';
import type { Problem } from './problems.ts';
import { compileTopics } from './topics.ts';

/** What a folded form may look like. */
const FORM = /^[a-z0-9]+( [a-z0-9]+)*\*?$/;
const DEFAULT_SPECIFIC = 5;
const DEFAULT_CONFIDENCE = 0.9;
const DEFAULT_GAP = 3;
/** Concept of the things that are counted beside children: followers, dollars, views. */
const MEASURE = 'MEASURE';
/** Concept of the words that begin a clause. */
const CLAUSE = 'BUT';
const SOLVED: Record<string, string> = lookAlikes;

/** A named set of forms. Common ones (child, not, they …) never start a decision by themselves. */
interface Concept {
  name: string;
  common: boolean;
  forms: string[];
}

/** Tells one problem of one field. */
type Report = (path: (string | number)[], message: string) => void;

/**
 * Compiles lexicons, compounds, stance cues and the rules of all claims into the match pack and the pack of the gate.
 * What cannot be compiled is reported in `problems` and left out.
 */
export function compileRules(collection: Collection, problems: Problem[]): { match: MatchPack; gate: GatePack } {
  const classes = buildFoldTable(readLookAlikes());
  const claims = collection.claims.filter(({ value }) => value?.rules && value.status === 'active');
  const concepts = compileConcepts(collection.lexicons, claims, classes, problems);
  const compiler = new NodeCompiler(concepts, collection.compounds.value ?? {});
  const { compounds } = collection;
  for (const [name, node] of Object.entries(compounds.value ?? {}))
    compiler.compile(node, (path, message) => problems.push(compounds.problem([name, ...path], message)));
  const commonness = expectedCommonness(concepts.map(({ forms }) => forms));
  const rules = claims.flatMap((file, claim) =>
    file.value.rules.flatMap((rule, index) => {
      const report: Report = (path, message) => problems.push(file.problem(['rules', index, ...path], message));
      const compiled = compileRule(rule, claim, compiler.within(file.value.id), report);
      return compiled ? { ...compiled, needs: rarestFirst(needsOf(compiled.node), commonness) } : [];
    }),
  );
  const { plausibility, ...topics } = compileTopics(
    claims.map(({ value }) => value),
    concepts.map(({ name }) => name),
    problems,
  );
  const fold = packFoldTable(classes);
  const { gate, rare, sure } = compileGate({ rules, concepts, subjects: topics.subjects, fold, plausibility }, collection, problems);
  const match: MatchPack = {
    format: 1,
    concepts: packVocabulary(concepts.map(({ forms }) => forms)),
    names: concepts.map(({ name }) => name),
    clause: concepts.findIndex(({ name }) => name === CLAUSE),
    fold,
    words: collection.words.value?.fillers.map(String) ?? [],
    numbers: collection.words.value?.numbers ?? {},
    claims: claims.map(({ value }) => ({ id: value.id, specific: value.specific ?? DEFAULT_SPECIFIC })),
    rules,
    stance: compileStance(collection, compiler, problems),
    ...(collection.signs?.value ? { scales: compileScales(collection, classes, problems) } : {}),
    topics: { ...topics, rare, sure },
  };
  return { match, gate };
}

/** Letters that look like a Latin letter or digit, from Unicode's confusables (TS 39) as packaged by unhomoglyph. */
function readLookAlikes(): string[] {
  const plain = buildFoldTable([]);
  const byLetter = new Map<string, string>();
  for (const [character, solved] of Object.entries(SOLVED)) {
    const letter = solved.toLowerCase();
    if (character.length !== 1 || character.charCodeAt(0) < 0x80 || !/^[a-z]$/.test(letter)) continue;
    if (/^[a-z0-9]$/.test(foldText(character, plain))) continue;
    byLetter.set(letter, (byLetter.get(letter) ?? letter) + character);
  }
  return [...byLetter.values()].sort();
}

/** Shared concepts by their name, a claim's own ones as `claim/NAME`. */
function compileConcepts(lexicons: Collection['lexicons'], claims: Collection['claims'], fold: Uint8Array, problems: Problem[]): Concept[] {
  const byName = new Map<string, Concept>();
  const add = (name: string, forms: (string | number)[], common: boolean, report: (message: string) => void) => {
    const concept = byName.get(name) ?? { name, common: false, forms: [] };
    byName.set(name, concept);
    concept.common ||= common;
    for (const form of forms.flatMap(spellings)) {
      const folded = foldForm(form, fold);
      if (!FORM.test(folded)) report(`the form "${form}" has no letters that can be matched`);
      else if (folded.split(' ').length > MOST_WORDS) report(`the form "${form}" has more than ${MOST_WORDS} words; shorten it`);
      else if (!concept.forms.includes(folded)) concept.forms.push(folded);
    }
  };
  for (const file of lexicons) {
    for (const [name, entry] of Object.entries(file.value ?? {})) {
      const { forms, common = false } = Array.isArray(entry) ? { forms: entry } : entry;
      add(name, forms, common, (message) => problems.push(file.problem([name], message)));
    }
  }
  for (const file of claims) {
    for (const [name, forms] of Object.entries(file.value.words ?? {})) {
      add(`${file.value.id}/${name}`, forms, false, (message) => problems.push(file.problem(['words', name], message)));
    }
  }
  return [...byName.values()];
}

/** German words with ß are written with ss, too. */
function spellings(form: string | number): string[] {
  const text = String(form);
  return text.includes('ß') ? [text, text.replaceAll('ß', 'ss')] : [text];
}

function foldForm(form: string, fold: Uint8Array): string {
  const open = form.endsWith('*');
  return foldText(open ? form.slice(0, -1) : form, fold) + (open ? '*' : '');
}

class NodeCompiler {
  readonly #concepts: readonly Concept[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #compounds: Record<string, AuthorNode>;
  readonly #open = new Set<string>();
  readonly #claim: string | undefined;

  constructor(concepts: readonly Concept[], compounds: Record<string, AuthorNode>, claim?: string) {
    this.#concepts = concepts;
    this.#index = new Map(concepts.map(({ name }, index) => [name, index]));
    this.#compounds = compounds;
    this.#claim = claim;
  }

  /** The same compiler, which also knows the claim's own concepts. */
  within(claim: string): NodeCompiler {
    return new NodeCompiler(this.#concepts, this.#compounds, claim);
  }

  compile(node: AuthorNode, report: Report, path: (string | number)[] = []): Node {
    if (typeof node === 'string') return this.#named(node, report, path);
    if ('any' in node) return { any: node.any.map((part, i) => this.compile(part, report, [...path, 'any', i])) };
    if ('all' in node)
      return { all: node.all.map((part, i) => this.compile(part, report, [...path, 'all', i])), within: node.within ?? 'sentence' };
    if ('order' in node)
      return { order: node.order.map((part, i) => this.compile(part, report, [...path, 'order', i])), gap: node.gap ?? DEFAULT_GAP };
    const { min, max, of, gap } = node.number;
    const measure = this.#index.get(MEASURE);
    return {
      number: {
        min,
        max,
        of: this.compile(of, report, [...path, 'number', 'of']),
        gap: gap ?? DEFAULT_GAP,
        ...(measure === undefined ? {} : { measure }),
      },
    };
  }

  /** The concepts, as hashtags only. */
  tags(names: readonly string[], report: Report): Node {
    return {
      any: names.map((name, i) => {
        const node = this.compile(name, report, ['tags', i]);
        return 'concept' in node ? { tag: node.concept } : node;
      }),
    };
  }

  #named(name: string, report: Report, path: (string | number)[]): Node {
    const concept = this.#index.get(`${this.#claim}/${name}`) ?? this.#index.get(name);
    if (concept !== undefined) return { concept };
    const compound = this.#compounds[name];
    if (!compound || this.#open.has(name)) {
      report(
        path,
        compound
          ? `${name} refers to itself`
          : `there is no concept ${name}; add it to this claim's "words" or to claims-data/lexicon/en.yaml, or correct the name`,
      );
      return { any: [] };
    }
    this.#open.add(name);
    const node = this.compile(compound, report, path);
    this.#open.delete(name);
    return node;
  }

  /** The smallest group of rare concepts of which one must be present for the node to hold. */
  anchors(node: Node): number[] | undefined {
    if ('concept' in node || 'tag' in node) {
      const concept = 'concept' in node ? node.concept : node.tag;
      return this.#concepts[concept].common ? undefined : [concept];
    }
    if ('any' in node) {
      const groups = node.any.map((part) => this.anchors(part));
      return groups.includes(undefined) ? undefined : [...new Set(groups.flatMap((group) => group ?? []))];
    }
    if ('number' in node) return this.anchors(node.number.of);
    const groups = ('all' in node ? node.all : node.order).flatMap((part) => {
      const group = this.anchors(part);
      return group ? [group] : [];
    });
    return groups.sort((a, b) => this.#weight(a) - this.#weight(b))[0];
  }

  #weight(group: readonly number[]): number {
    return group.reduce((sum, concept) => sum + this.#concepts[concept].forms.length, 0);
  }
}

function compileRule(rule: AuthorRule, claim: number, compiler: NodeCompiler, report: Report): Omit<Rule, 'needs'> | undefined {
  const within = rule.within ?? 'sentence';
  const words: AuthorNode[] = [...(rule.all ?? []), ...(rule.any ? [{ any: rule.any }] : [])];
  const parts = [...words.map((part) => compiler.compile(part, report)), ...(rule.tags ? [compiler.tags(rule.tags, report)] : [])];
  const node: Node = parts.length === 1 ? parts[0] : { all: parts, within };
  const anchors = compiler.anchors(node);
  if (!anchors) {
    report([], `the rule "${rule.id}" has no rare word to start from: every concept in it is common`);
    return undefined;
  }
  return {
    id: rule.id,
    claim,
    kind: rule.kind ?? (rule.tags ? 'background' : 'claim'),
    node,
    none: (rule.none ?? []).map((part, i) => compiler.compile(part, report, ['none', i])),
    within,
    confidence: rule.confidence ?? DEFAULT_CONFIDENCE,
    ignore: rule.ignore ?? [],
    anchors,
  };
}

function compileStance({ stance }: Collection, compiler: NodeCompiler, problems: Problem[]): CueFamily[] {
  return (stance.value ?? []).map((cues, index) => {
    const report: Report = (path, message) => problems.push(stance.problem([index, ...path], message));
    const { cue, unless, turned, ...rest } = cues;
    return {
      ...rest,
      stance: cues.stance as CueFamily['stance'],
      reach: cues.reach ?? 'sentence',
      ...(cue ? { cue: compiler.compile(cue, report, ['cue']) } : {}),
      ...(turned ? { turned: compiler.compile(turned, report, ['turned']) } : {}),
      ...(unless ? { unless: compiler.compile(unless, report, ['unless']) } : {}),
    };
  });
}

/** The scales have words of its own, scanned for only when a rule holds. */
function compileScales({ signs, signWeights }: Collection, fold: Uint8Array, problems: Problem[]): ScalesPack {
  const concepts = Object.entries(signs.value.words).map(([name, forms]) => ({
    name,
    common: true,
    forms: [...new Set(forms.flatMap(spellings).map((form) => foldForm(form, fold)))],
  }));
  const compiler = new NodeCompiler(concepts, {});
  const { cues = {}, shapes = {} } = signWeights.value ?? {};
  return {
    concepts: packLexicon(concepts.map(({ forms }) => forms)),
    cues: Object.entries(signs.value.cues).map(([name, { cue, stance, opens }]) => ({
      name,
      stance: stance as Stance,
      cue: compiler.compile(cue, (path, message) => problems.push(signs.problem(['cues', name, ...path], message))),
      ...(opens ? { opens } : {}),
      weights: ZONES.map((zone) => cues[name]?.[zone] ?? 0),
    })),
    shapes,
  };
}
