import { buildAutomaton } from './automaton.ts';
import type { ScalesPack } from './pack.ts';
import { findNode, type Interval, indexHits, isTag, type Reading } from './rules.ts';
import { Scanner } from './scan.ts';
import { holdingShapes } from './shape.ts';
import { beginsClause } from './stance.ts';
import type { Stance } from './types.ts';

/** Where a cue stands, seen from the words that matched; a cue has a weight for each, in this order. */
export const ZONES = ['before', 'after', 'next', 'elsewhere'] as const;

/** One sign that was weighed. */
export interface Sign {
  /** The cue and its zone, such as "say before", or a shape. */
  name: string;
  /** The cue's words; empty for a shape. */
  words: string;
  weight: number;
  /** What the sign speaks for. */
  stance: Stance;
}

export interface Weighed {
  /** Log-odds that the post asserts what matched. */
  score: number;
  /** What the heaviest sign against it speaks for. */
  stance: Stance;
  /** Heaviest first. */
  signs: Sign[];
}

/** Name of what the words of a post weigh by themselves. */
export const ITS_WORDS = 'its words';
const SPEAKS_FOR_NOTHING: ReadonlySet<Stance> = new Set<Stance>(['none', 'asserts']);
/** Signs named to the reader. */
const MOST_NAMED = 4;

/** Weighs many weak signs where no single one decides. Asked only when a rule holds and no cue of stance.yaml has silenced it. */
export class Scales {
  readonly #pack: ScalesPack;
  readonly #scanner: Scanner;

  constructor(pack: ScalesPack, fold: Uint8Array) {
    this.#pack = pack;
    this.#scanner = new Scanner(buildAutomaton(pack.concepts), fold, pack.concepts.size);
  }

  /** The words of the scales in a text. Valid until the next text is read. */
  read({ structure, scan: { text }, numbers }: Reading): Reading {
    const scan = this.#scanner.scan(text);
    return { scan, structure, byConcept: indexHits(scan), numbers };
  }

  /**
   * @param reading as `read` gave it.
   * @param byWords log-odds from the words alone, see `Topic.asserts`.
   * @param silencedBy the stance family that speaks against it, if one does.
   */
  weigh(match: Interval, reading: Reading, byWords: number, silencedBy?: string): Weighed {
    const all: Sign = { name: ITS_WORDS, words: '', weight: byWords, stance: 'none' };
    const shapes = [...holdingShapes(match, reading), ...(silencedBy ? [`cue-of-${silencedBy}`] : [])];
    const signs = [all, ...this.#cues(match, reading), ...shapes.map((name) => this.#shape(name))].sort(
      (a, b) => Math.abs(b.weight) - Math.abs(a.weight),
    );
    return {
      score: signs.reduce((sum, { weight }) => sum + weight, 0),
      stance: signs.find(({ weight, stance }) => weight < 0 && !SPEAKS_FOR_NOTHING.has(stance))?.stance ?? 'reports',
      signs,
    };
  }

  /** Each cue counts once in a zone. */
  #cues(match: Interval, reading: Reading): Sign[] {
    const { text, wordStart, wordEnd } = reading.scan;
    return this.#pack.cues.flatMap(({ name, cue, stance, opens, weights }) => {
      const firsts: (Interval | undefined)[] = ZONES.map(() => undefined);
      for (const found of findNode(cue, reading)) {
        const zone = zoneOf(found, match, reading);
        if (zone >= 0 && !(opens && !beginsClause(found, reading))) firsts[zone] ??= found;
      }
      return firsts.flatMap((found, zone) =>
        found
          ? [
              {
                name: `${name} ${ZONES[zone]}`,
                words: text.slice(wordStart[found.first], wordEnd[found.last]),
                weight: weights[zone],
                stance,
              },
            ]
          : [],
      );
    });
  }

  #shape(name: string): Sign {
    return { name, words: '', weight: this.#pack.shapes[name] ?? 0, stance: 'none' };
  }
}

/** Index into `ZONES`; -1 for hashtags and for words that are part of the match. */
function zoneOf(cue: Interval, { last, first, pieces }: Interval, { structure: { sentence }, scan }: Reading): number {
  if (isTag(cue, scan) || pieces.some((piece) => cue.first <= piece.last && piece.first <= cue.last)) return -1;
  const after = sentence[cue.first] - sentence[last];
  if (after > 0 || sentence[cue.first] < sentence[first]) return after === 1 ? 2 : 3;
  return cue.first > last ? 1 : 0;
}

/** What was weighed, for the reader. */
export function weighedInWords({ score, signs }: Weighed): string {
  const signed = (weight: number) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
  const named = signs.slice(0, MOST_NAMED).map(({ name, words, weight }) => `${words === '' ? name : `“${words}”`} ${signed(weight)}`);
  return `signs that it is asserted ${signed(score)}: ${named.join(', ')}`;
}
