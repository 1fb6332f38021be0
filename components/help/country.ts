import type { Help } from '../../lib/claims/types.ts';

/** Shown when nothing tells more. */
const FALLBACK = 'US';

/**
 * Whose help to show: the country chosen, else the one the browser's language names or suggests (`en-GB`, `de`), else the US.
 * Nothing is looked up.
 */
export function countryFor(chosen: string, language: string, help: readonly Pick<Help, 'country'>[]): string {
  const known = (country: string | undefined) => help.some((entry) => entry.country === country);
  return [chosen, regionOf(language)].find((country) => country && known(country)) ?? FALLBACK;
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    return undefined;
  }
}
