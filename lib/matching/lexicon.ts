import type { Concept } from './pack.ts';

/** The surface forms of all concepts, by the numbers of their words. */
export interface Lexicon {
  /** Every word once, folded; a trailing `*` leaves its ending open. The first has number 1. */
  words: readonly string[];
  /** Words of the forms, one form after another; form `f` begins at `from[f]`. */
  steps: Int32Array;
  from: Int32Array;
  /** Concept of each form. */
  concepts: Uint16Array;
}

/** A surface form to find: lower-case words separated by single spaces; a trailing `*` leaves the last word open. */
export interface Form {
  text: string;
  concept: number;
}

/** Numbers the words of forms. */
export function toLexicon(forms: readonly Form[]): Lexicon {
  const builder = new LexiconBuilder();
  for (const { text, concept } of forms) builder.add(text, concept);
  return builder.build();
}

/** Numbers the words of the forms of all concepts, each concept by its place. */
export function lexiconOf(concepts: readonly Pick<Concept, 'forms'>[]): Lexicon {
  const builder = new LexiconBuilder();
  for (let concept = 0; concept < concepts.length; concept++) for (const text of concepts[concept].forms) builder.add(text, concept);
  return builder.build();
}

/** Takes forms one by one and keeps no object for any: there are many, and a page waits. */
class LexiconBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #steps: number[] = [];
  readonly #from = [0];
  readonly #concepts: number[] = [];

  add(text: string, concept: number): void {
    for (let from = 0; from <= text.length; ) {
      const space = text.indexOf(' ', from);
      const to = space < 0 ? text.length : space;
      this.#steps.push(this.#numberOf(text.slice(from, to)));
      from = to + 1;
    }
    this.#from.push(this.#steps.length);
    this.#concepts.push(concept);
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.push(word);
    this.#numbers.set(word, number);
    return number;
  }

  build(): Lexicon {
    return {
      words: this.#words,
      steps: Int32Array.from(this.#steps),
      from: Int32Array.from(this.#from),
      concepts: Uint16Array.from(this.#concepts),
    };
  }
}

/** The words of a form. */
export function wordsOf({ words, steps, from }: Lexicon, form: number): string[] {
  return Array.from(steps.subarray(from[form], from[form + 1]), (word) => words[word - 1]);
}
