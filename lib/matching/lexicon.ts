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
  const numbers = new Map<string, number>();
  const steps: number[] = [];
  const from = new Int32Array(forms.length + 1);
  forms.forEach(({ text }, form) => {
    for (const word of text.split(' ')) {
      const known = numbers.get(word) ?? numbers.size + 1;
      numbers.set(word, known);
      steps.push(known);
    }
    from[form + 1] = steps.length;
  });
  return {
    words: [...numbers.keys()],
    steps: Int32Array.from(steps),
    from,
    concepts: Uint16Array.from(forms, ({ concept }) => concept),
  };
}

/** The words of a form. */
export function wordsOf({ words, steps, from }: Lexicon, form: number): string[] {
  return Array.from(steps.subarray(from[form], from[form + 1]), (word) => words[word - 1]);
}
