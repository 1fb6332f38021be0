import type { Spoken } from '../../lib/language.ts';
import { english, type Strings } from './words/en.ts';
import { spanish } from './words/es.ts';

export type { Strings } from './words/en.ts';

/** The interface's languages, by code. Another one is another file in `words/`, a line here and in `lib/language.ts`. */
const LANGUAGES: Record<Spoken, Strings> = { en: english, es: spanish };

/** Their codes. */
export const languages = Object.keys(LANGUAGES);

let current = english;

/** The words in use. Parts of it may be kept (`const words = strings.card`): they follow the language. */
export const strings: Strings = live(() => current);

/** Uses another language from now on; what is drawn already stays. An unknown one leaves English. Tests bring languages of their own. */
export function setLanguage(code: string, known: Record<string, Strings> = LANGUAGES): void {
  current = known[code] ?? english;
}

/** A view of an object that may be exchanged: each look reads the present one. */
function live<T extends object>(now: () => T): T {
  return new Proxy(now(), {
    get(_, name) {
      const value = now()[name as keyof T];
      const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isGroup ? live(() => now()[name as keyof T] as object) : value;
    },
    ownKeys: () => Reflect.ownKeys(now()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(now(), name),
  });
}
