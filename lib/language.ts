/** The interface's languages; the first stands in for all others. */
export const SPOKEN = ['en', 'es'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** The same thing in several languages, by code; English is always among them. */
export type Localised<T> = { en: T } & Partial<Record<string, T>>;

/** The code of the language a person gets: the chosen one, else the browser's (`es-MX` gives `es`). */
export function languageFor(chosen: string, browserLanguage: string): string {
  return chosen || browserLanguage.split('-')[0].toLowerCase();
}

/** The language the interface speaks to a person who wants this one. */
export function spoken(language: string): Spoken {
  return SPOKEN.find((code) => code === language) ?? SPOKEN[0];
}

/** The text in a language, or in English where there is none. */
export function inLanguage<T>(texts: Localised<T>, language: string): T {
  return texts[language] ?? texts.en;
}
