import { setLanguage, strings } from '../../components/ui/strings.ts';
import { languageFor } from '../../lib/language.ts';
import { type Loaded, loadSettings } from '../../lib/settings/settings.ts';
import type { Settings } from '../../lib/settings/types.ts';

/** A page nobody wonders about, for the quick exit. */
export const NEUTRAL_PAGE = 'https://www.weather.gov/';

/** What every page of ours starts with. */
export interface Start {
  app: HTMLElement;
  loaded: Loaded;
  /** Code of the language the page speaks. */
  language: string;
}

/**
 * Reads the settings and has the page speak the person's language; `title` is looked up in it.
 *
 * @param patience how long to wait for an organisation's policy, in ms; a little when left out.
 */
export async function startPage(title: () => string, patience?: number): Promise<Start> {
  const loaded = await loadSettings(patience);
  const language = speak(loaded.settings, title);
  return { app: document.getElementById('app') ?? document.body, loaded, language };
}

/** Draws a page, or says that its files are damaged or gone. */
export function drawOrSay(start: () => Promise<void>): void {
  start().catch(() => {
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    said.textContent = strings.gone;
    (document.getElementById('app') ?? document.body).replaceChildren(said);
  });
}

/** Sets language, direction and title of the page. Returns the language's code. */
export function speak({ language: chosen }: Pick<Settings, 'language'>, title: () => string): string {
  const language = languageFor(chosen, navigator.language);
  setLanguage(language);
  document.documentElement.lang = strings.lang;
  document.documentElement.dir = strings.dir;
  document.title = `${strings.name}: ${title()}`;
  return language;
}
