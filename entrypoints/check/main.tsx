import './check.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import evidence from '#generated/evidence.json';
import packData from '#generated/match-pack.json';
import { CheckView } from '../../components/check/CheckView.tsx';
import type { Evidence } from '../../lib/claims/types.ts';
import { createMatcher, type MatchPack } from '../../lib/matching/index.ts';

const matcher = createMatcher(packData as unknown as MatchPack);

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
  void takeSelection().then((first) =>
    render(
      <CheckView
        first={first}
        evidence={evidence as unknown as Evidence}
        check={(text) => matcher.match(text)}
        libraryUrl={browser.runtime.getURL('/library.html')}
      />,
      app,
    ),
  );
}
