import { strings } from './strings.ts';

/** A country by its name in the language in use; its code where the browser knows no name. */
export function countryInWords(code: string): string {
  try {
    return new Intl.DisplayNames(strings.lang, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A language as it calls itself, in a list: `Español`. */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
