import { english, type Strings } from '../../components/ui/words/en.ts';

/* Languages nobody speaks, made of the English words: what holds in them holds in the languages to come. */

/** Letters of a script written from right to left, without a meaning. */
const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשת';

/** Half as long again or more, with long words and accents, as German or Finnish can be. */
const long = (text: string) => `${text} ${'ãndërēwōrdzûsãmmënsētzüng '.repeat(Math.ceil(text.length / 50)).trim()}`;

/** The same length, written from right to left; figures stay. */
const mirrored = (text: string) => text.replace(/[a-z’]/gi, (letter) => LETTERS[letter.charCodeAt(0) % LETTERS.length]);

/** Words with every text changed, also those that functions make. What says how to write stays. */
function changed<T>(words: T, change: (text: string) => string): T {
  if (typeof words === 'string') return change(words) as T;
  if (typeof words === 'function') return ((...given: unknown[]) => changed(words(...given), change)) as T;
  if (Array.isArray(words)) return words.map((word) => changed(word, change)) as T;
  return Object.fromEntries(Object.entries(words as object).map(([name, word]) => [name, changed(word, change)])) as T;
}

/** Names, signs and abbreviations stay as they are. */
function language(change: (text: string) => string, lang: string, dir: Strings['dir']): Strings {
  const words = changed(english, change);
  const { name, thousands, chart } = english;
  return { ...words, chart: { ...words.chart, fiscal: chart.fiscal }, name, thousands, lang, dir };
}

export const PSEUDO_LANGUAGES: Record<string, Strings> = {
  long: language(long, 'en', 'ltr'),
  mirrored: language(mirrored, 'he', 'rtl'),
};
