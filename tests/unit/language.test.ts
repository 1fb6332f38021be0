import { describe, expect, it } from 'vitest';
import { inLanguage, languageFor, SPOKEN, spoken } from '../../lib/language.ts';

describe('the language a person gets', () => {
  it.each([
    ['es', 'en-US', 'es'],
    ['', 'es-MX', 'es'],
    ['', 'ES', 'es'],
    ['', 'en', 'en'],
  ])('chosen %j in a browser in %s: %s', (chosen, browser, language) => expect(languageFor(chosen, browser)).toBe(language));

  it('is English for a text that does not exist in it', () => {
    const texts = { en: 'Hello', es: 'Hola' };
    expect(['es', 'en', 'xx'].map((language) => inLanguage(texts, language))).toEqual(['Hola', 'Hello', 'Hello']);
  });

  it('is one the interface speaks, the first of them for any other', () => {
    expect(SPOKEN.map((code) => spoken(code))).toEqual([...SPOKEN]);
    expect(['fr', ''].map((language) => spoken(language))).toEqual(['en', 'en']);
  });
});
