import { CLASSES, FIRST_DIGIT, OTHER_LETTER, SEPARATOR } from './fold.ts';

/** Surface forms compiled into one table: a single look-up a character finds all of them at once (Aho–Corasick). */
export interface Automaton {
  /** State after `state * CLASSES + class`. */
  next: Uint16Array | Uint32Array;
  /** State in front of a word. */
  start: number;
  /** States from here on end at least one form. */
  firstFinal: number;
  /** Where the endings of a final state begin in `endings`; index `state - firstFinal`. */
  endingsFrom: Uint32Array;
  /** Pairs: concept, number of words of the form. */
  endings: Uint16Array;
}

/** Numbers a pair in `endings` takes. */
export const ENDING_STEP = 2;

/** A surface form to find: lower-case words separated by single spaces; a trailing `*` leaves the last word open. */
export interface Form {
  text: string;
  concept: number;
}

/** Class of a character of a form; forms are folded to a–z, 0–9 and spaces before they get here. */
function formClass(code: number): number {
  if (code === 32) return SEPARATOR;
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 48 + FIRST_DIGIT;
  return OTHER_LETTER;
}

/** Builds the automaton in time and memory linear in the total length of the forms. */
export function buildAutomaton(forms: readonly Form[]): Automaton {
  const trie = buildTrie(forms);
  const order = linkStates(trie);
  return renumber(trie, order);
}

interface Trie {
  size: number;
  next: Int32Array;
  fail: Int32Array;
  /** Endings of each state, own ones first; absent for most. */
  endings: (number[] | undefined)[];
}

function buildTrie(forms: readonly Form[]): Trie {
  const capacity = forms.reduce((sum, form) => sum + form.text.length + 2, 2);
  const trie: Trie = { size: 1, next: new Int32Array(capacity * CLASSES), fail: new Int32Array(capacity), endings: [undefined] };
  for (const form of forms) {
    const open = form.text.endsWith('*');
    const words = open ? form.text.slice(0, -1) : form.text;
    let state = step(trie, 0, SEPARATOR);
    for (let i = 0; i < words.length; i++) state = step(trie, state, formClass(words.charCodeAt(i)));
    if (!open) state = step(trie, state, SEPARATOR);
    (trie.endings[state] ??= []).push(form.concept, words.split(' ').length);
  }
  return trie;
}

function step(trie: Trie, state: number, symbol: number): number {
  const at = state * CLASSES + symbol;
  if (trie.next[at] === 0) {
    trie.next[at] = trie.size++;
    trie.endings.push(undefined);
  }
  return trie.next[at];
}

/** Completes the transitions breadth first; returns the states in that order. */
function linkStates(trie: Trie): number[] {
  const order = [0];
  for (let head = 0; head < order.length; head++) {
    const state = order[head];
    const fallback = trie.fail[state] * CLASSES;
    for (let symbol = 0; symbol < CLASSES; symbol++) {
      const at = state * CLASSES + symbol;
      const child = trie.next[at];
      if (child === 0) {
        if (state !== 0) trie.next[at] = trie.next[fallback + symbol];
        continue;
      }
      trie.fail[child] = state === 0 ? 0 : trie.next[fallback + symbol];
      order.push(child);
      const inherited = trie.endings[trie.fail[child]];
      if (inherited) trie.endings[child] = [...(trie.endings[child] ?? []), ...inherited];
    }
  }
  return order;
}

/** Moves final states to the end, so that "did a form end here?" is one comparison. */
function renumber(trie: Trie, order: readonly number[]): Automaton {
  const plain = order.filter((state) => !trie.endings[state]);
  const final = order.filter((state) => trie.endings[state]);
  const place = new Uint32Array(trie.size);
  plain.forEach((state, index) => { place[state] = index; });
  final.forEach((state, index) => { place[state] = plain.length + index; });
  const next = trie.size <= 0xffff ? new Uint16Array(trie.size * CLASSES) : new Uint32Array(trie.size * CLASSES);
  for (const state of order) {
    const to = place[state] * CLASSES;
    for (let symbol = 0; symbol < CLASSES; symbol++) next[to + symbol] = place[trie.next[state * CLASSES + symbol]];
  }
  const endingsFrom = new Uint32Array(final.length + 1);
  const endings: number[] = [];
  final.forEach((state, index) => {
    endingsFrom[index] = endings.length;
    endings.push(...trie.endings[state]!);
  });
  endingsFrom[final.length] = endings.length;
  return { next, start: place[trie.next[SEPARATOR]], firstFinal: plain.length, endingsFrom, endings: Uint16Array.from(endings) };
}
