import './check.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import evidenceByLanguage from '#generated/evidence.json';
import packData from '#generated/match-pack.json';
import { CheckView } from '../../components/check/CheckView.tsx';
import { setLanguage } from '../../components/ui/strings.ts';
import { inLanguage, type Localised, languageFor } from '../../lib/claims/language.ts';
import type { Evidence } from '../../lib/claims/types.ts';
import { createMatcher, type PackedMatchPack, unpack } from '../../lib/matching/index.ts';
import { loadSettings } from '../../lib/settings/settings.ts';

const matcher = createMatcher(unpack(packData as unknown as PackedMatchPack));

/** The words that were selected on a page, if this page was opened from the context menu. They are handed over once and kept nowhere. */
async function takeSelection(): Promise<string> {
  try {
    const taken: unknown = await browser.runtime.sendMessage({ type: 'check:take' });
    return typeof taken === 'string' ? taken : '';
  } catch {
    return '';
  }
}

const app = document.getElementById('app');
if (app) {
  void Promise.all([takeSelection(), loadSettings()]).then(([first, { settings }]) => {
    const language = languageFor(settings.language, navigator.language);
    setLanguage(language);
    render(
      <CheckView
        first={first}
        evidence={inLanguage(evidenceByLanguage as unknown as Localised<Evidence>, language)}
        check={(text) => matcher.match(text)}
        libraryUrl={browser.runtime.getURL('/library.html')}
      />,
      app,
    );
  });
}
