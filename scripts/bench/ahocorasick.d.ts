declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(words: readonly string[]);
    /** Pairs: index of the last character, words that end there. */
    search(text: string): [number, string[]][];
  }
}
