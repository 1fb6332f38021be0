import { CLASSES, FIRST_DIGIT, OTHER_LETTER } from './fold.ts';

/**
 * Surface forms compiled into two machines. Letters: a trie of the distinct words, one look-up a character, leads
 * from a word to its number. Words: a trie of the forms as sequences of word numbers, with fail links (Aho–Corasick).
 * Most words of a post fall off the first after a few letters, and most of the rest lead nowhere in the second.
 */
export interface Automaton {
  /**
   * Rows of `CLASSES` entries; a state is the offset of its row. Entry 0 is the word that ends here (0: none), the
   * others are the next state. 0 is the dead state; a negative entry is the one word left, not yet compared to its end.
   */
  rows: Int32Array;
  /** State in front of a word. */
  root: number;
  /** Classes of the letters of each word, one after another; word `w` begins at `spellingFrom[w]`. */
  spelling: Uint8Array;
  spellingFrom: Uint32Array;
  /** 1 for words whose ending is open. */
  open: Uint8Array;
  /** The longest open word that a word begins with, 0 for none. */
  beginning: Int32Array;
  /** Phrase that a word begins, 0 for none; phrase 0 is the empty one. */
  first: Int32Array;
  /** Hash table of the longer phrases; `phraseSlot` says where to begin to look. */
  table: Int32Array;
  /** What a phrase is made of: a shorter phrase and its last word. */
  parent: Int32Array;
  last: Int32Array;
  /** The longest phrase that ends a phrase and is not itself. */
  fail: Int32Array;
  /** The same, or the phrase itself, if it can go on. */
  resume: Int32Array;
  /** The longest phrase that ends a phrase, is not itself and is a form. */
  shorter: Int32Array;
  /** Number of words of a phrase. */
  depth: Uint8Array;
  /** Concepts of a phrase begin at `conceptsFrom[phrase]` in `concepts`. */
  conceptsFrom: Uint32Array;
  concepts: Uint16Array;
}

/** A surface form to find: lower-case words separated by single spaces; a trailing `*` leaves the last word open. */
export interface Form {
  text: string;
  concept: number;
}

/** Words share rows up to here; from here on a word that is alone on its path is compared when it ends. */
const SHARED_DEPTH = 4;

/** Builds the automaton in time and memory linear in the total length of the forms. */
export function buildAutomaton(forms: readonly Form[]): Automaton {
  const words = new Map<string, number>();
  const sequences = forms.map(({ text }) => text.split(' ').map((word) => numbered(words, word)));
  return { ...buildLetters([...words.keys()]), ...buildPhrases(forms, sequences, words.size + 1) };
}

function numbered(words: Map<string, number>, word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size + 1);
  return words.size;
}

/** Class of a character of a form; forms are folded to a–z, 0–9 and spaces before they get here. */
function formClass(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 48 + FIRST_DIGIT;
  return OTHER_LETTER;
}

type Letters = Pick<Automaton, 'rows' | 'root' | 'spelling' | 'spellingFrom' | 'open' | 'beginning'>;

/** The trie of the words; the first of them has number 1. */
function buildLetters(words: readonly string[]): Letters {
  const spelling = new Uint8Array(words.reduce((sum, word) => sum + word.length, 0));
  const spellingFrom = new Uint32Array(words.length + 2);
  const open = new Uint8Array(words.length + 1);
  let rows = new Int32Array(1024 * CLASSES);
  let size = 2 * CLASSES;
  const root = CLASSES;
  const opened = new Map<number, number>();
  const grow = (): number => {
    if (size + CLASSES > rows.length) {
      const larger = new Int32Array(rows.length * 2);
      larger.set(rows);
      rows = larger;
    }
    size += CLASSES;
    return size - CLASSES;
  };
  const endAt = (row: number, word: number): void => {
    if (open[word] === 1) opened.set(row, word);
    if (open[word] === 0 || rows[row] === 0) rows[row] = word;
  };
  let end = 0;
  for (let word = 1; word <= words.length; word++) {
    const text = words[word - 1];
    const from = end;
    open[word] = text.endsWith('*') ? 1 : 0;
    for (let i = 0; i < text.length - open[word]; i++) spelling[end++] = formClass(text.charCodeAt(i));
    spellingFrom[word + 1] = end;
    let row = root;
    for (let at = from; ; at++) {
      if (at === end) {
        endAt(row, word);
        break;
      }
      const slot = row + spelling[at];
      const next = rows[slot];
      if (next > 0) row = next;
      else if (next === 0 && at - from >= SHARED_DEPTH) {
        rows[slot] = -word;
        break;
      } else {
        row = grow();
        rows[slot] = row;
        if (next === 0) continue;
        // Another word was alone here: it moves on by one letter.
        const rest = spellingFrom[-next] + at - from + 1;
        if (rest === spellingFrom[1 - next]) endAt(row, -next);
        else rows[row + spelling[rest]] = next;
      }
    }
  }
  const beginning = openEndings(rows, opened, words.length);
  return { rows: rows.slice(0, size), root, spelling, spellingFrom, open, beginning };
}

/** Below an open word, whatever follows is that word; returns the open word each word begins with. */
function openEndings(rows: Int32Array, opened: ReadonlyMap<number, number>, words: number): Int32Array {
  const beginning = new Int32Array(words + 1);
  for (const [top, word] of opened) {
    const below = [top];
    for (let row = below.pop(); row !== undefined; row = below.pop()) {
      const inner = row === top ? undefined : opened.get(row);
      if (inner !== undefined) {
        beginning[inner] = word;
        continue;
      }
      if (rows[row] === 0) rows[row] = word;
      else if (rows[row] !== word) beginning[rows[row]] = word;
      for (let slot = row + 1; slot < row + CLASSES; slot++) {
        if (rows[slot] > 0) below.push(rows[slot]);
        else if (rows[slot] === 0) rows[slot] = -word;
        else beginning[-rows[slot]] = word;
      }
    }
  }
  return beginning;
}

type Phrases = Omit<Automaton, keyof Letters>;

/** Where to look for a phrase in a table whose length is a power of two; if another is there, the next slot. */
export function phraseSlot(parent: number, word: number, length: number): number {
  const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (length - 1);
}

/** The phrase that goes on with this word, 0 for none. */
export function follow(
  { first, table, parent, last }: Pick<Automaton, 'first' | 'table' | 'parent' | 'last'>,
  phrase: number,
  word: number,
): number {
  if (phrase === 0) return first[word];
  const end = table.length - 1;
  for (let slot = phraseSlot(phrase, word, table.length); ; slot = (slot + 1) & end) {
    const found = table[slot];
    if (found === 0 || (parent[found] === phrase && last[found] === word)) return found;
  }
}

function buildPhrases(forms: readonly Form[], sequences: readonly (readonly number[])[], words: number): Phrases {
  const most = sequences.reduce((sum, { length }) => sum + length, 1);
  let capacity = 2;
  while (capacity < most * 2) capacity *= 2;
  const parent = new Int32Array(most);
  const last = new Int32Array(most);
  const depth = new Uint8Array(most);
  const phrases = { first: new Int32Array(words), table: new Int32Array(capacity), parent, last };
  let size = 1;
  const ends = sequences.map((sequence) => {
    let phrase = 0;
    for (const word of sequence) {
      let next = follow(phrases, phrase, word);
      if (next === 0) {
        next = size++;
        parent[next] = phrase;
        last[next] = word;
        depth[next] = depth[phrase] + 1;
        if (phrase === 0) phrases.first[word] = next;
        else {
          let slot = phraseSlot(phrase, word, capacity);
          while (phrases.table[slot] !== 0) slot = (slot + 1) & (capacity - 1);
          phrases.table[slot] = next;
        }
      }
      phrase = next;
    }
    return phrase;
  });
  const listed = listConcepts(forms, ends, size);
  return { ...phrases, depth, ...listed, ...linkPhrases(phrases, depth, listed.conceptsFrom, size) };
}

/** Shorter phrases first, as each link builds on links of shorter ones. */
function linkPhrases(
  phrases: Pick<Automaton, 'first' | 'table' | 'parent' | 'last'>,
  depth: Uint8Array,
  conceptsFrom: Uint32Array,
  size: number,
): Pick<Automaton, 'fail' | 'resume' | 'shorter'> {
  const { parent, last } = phrases;
  const [fail, resume, shorter] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const goesOn = new Uint8Array(size);
  for (let phrase = 1; phrase < size; phrase++) goesOn[parent[phrase]] = 1;
  for (let words = 1, left = size - 1; left > 0; words++) {
    for (let phrase = 1; phrase < size; phrase++) {
      if (depth[phrase] !== words) continue;
      left--;
      for (let rest = parent[phrase]; rest !== 0 && fail[phrase] === 0; ) {
        rest = fail[rest];
        fail[phrase] = follow(phrases, rest, last[phrase]);
      }
      const failed = fail[phrase];
      resume[phrase] = goesOn[phrase] === 1 ? phrase : resume[failed];
      shorter[phrase] = conceptsFrom[failed + 1] > conceptsFrom[failed] ? failed : shorter[failed];
    }
  }
  return { fail, resume, shorter };
}

/** The concepts of each phrase in the order of the forms. */
function listConcepts(forms: readonly Form[], ends: readonly number[], size: number): Pick<Automaton, 'conceptsFrom' | 'concepts'> {
  const conceptsFrom = new Uint32Array(size + 1);
  for (const end of ends) conceptsFrom[end + 1]++;
  for (let phrase = 0; phrase < size; phrase++) conceptsFrom[phrase + 1] += conceptsFrom[phrase];
  const concepts = new Uint16Array(forms.length);
  const filled = conceptsFrom.slice();
  forms.forEach(({ concept }, index) => {
    concepts[filled[ends[index]]++] = concept;
  });
  return { conceptsFrom, concepts };
}

/**
 * The words of an automaton as they look through every disguise: repeated letters once, and one class for a letter
 * and the digits and signs that stand for it. Tells cheaply which words may hide in a text.
 */
export interface Disguises extends Pick<Automaton, 'rows' | 'root' | 'spelling' | 'spellingFrom'> {
  /** Words that look like `w` begin at `alikeFrom[w]` in `alike`. */
  alikeFrom: Uint32Array;
  alike: Int32Array;
  /** Forms whose longest word is `w` begin at `formsFrom[w]` in `forms`. */
  formsFrom: Uint32Array;
  forms: Int32Array;
}

/** Letter and what stands for it. */
const ALIKE = ['o0', 'il1!|', 'e3', 'a4@', 's5$', 't7+', 'b8', 'g9'];
/** Class that a character has in a disguise, by its class; signs are in `SIGN_CLASS`. */
export const DISGUISED_CLASS = Uint8Array.from({ length: CLASSES }, (_, symbol) => symbol);
/** Class of the letter that a sign (by its ASCII code) stands for. */
export const SIGN_CLASS = new Uint8Array(128);
for (const [letter, ...others] of ALIKE) {
  for (const other of others) {
    if (formClass(other.charCodeAt(0)) === OTHER_LETTER) SIGN_CLASS[other.charCodeAt(0)] = formClass(letter.charCodeAt(0));
    else DISGUISED_CLASS[formClass(other.charCodeAt(0))] = formClass(letter.charCodeAt(0));
  }
}

export function buildDisguises(automaton: Automaton): Disguises {
  const { spelling, spellingFrom, parent, last, conceptsFrom } = automaton;
  const words = spellingFrom.length - 1;
  const looks = new Map<string, number>();
  const lookOf = new Uint32Array(words);
  for (let word = 1; word < words; word++) {
    let look = '';
    for (let at = spellingFrom[word], before = -1; at < spellingFrom[word + 1]; at++) {
      const symbol = DISGUISED_CLASS[spelling[at]];
      if (symbol !== before) look += String.fromCharCode(symbol < FIRST_DIGIT ? symbol + 96 : symbol - FIRST_DIGIT + 48);
      before = symbol;
    }
    lookOf[word] = numbered(looks, look);
  }
  const keys = new Uint32Array(parent.length);
  for (let form = 1; form + 1 < conceptsFrom.length; form++) {
    if (conceptsFrom[form] === conceptsFrom[form + 1]) continue;
    let longest = 0;
    for (let phrase = form; phrase !== 0; phrase = parent[phrase]) {
      const length = spellingFrom[last[phrase] + 1] - spellingFrom[last[phrase]];
      if (length <= longest) continue;
      longest = length;
      keys[form] = last[phrase];
    }
  }
  const [alikeFrom, alike] = grouped(lookOf, looks.size + 1);
  const [formsFrom, forms] = grouped(keys, words);
  const { rows, root, spelling: looked, spellingFrom: lookedFrom } = buildLetters([...looks.keys()]);
  return { rows, root, spelling: looked, spellingFrom: lookedFrom, alikeFrom, alike, formsFrom, forms };
}

/** Indices by their key, those with key 0 left out: where each key's begin, and all of them. */
function grouped(keys: Uint32Array, most: number): [Uint32Array, Int32Array] {
  const from = new Uint32Array(most + 1);
  for (const key of keys) if (key !== 0) from[key + 1]++;
  for (let key = 0; key < most; key++) from[key + 1] += from[key];
  const list = new Int32Array(from[most]);
  const filled = from.slice();
  keys.forEach((key, index) => {
    if (key !== 0) list[filled[key]++] = index;
  });
  return [from, list];
}
