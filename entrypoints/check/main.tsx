import './check.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import packData from '#generated/match-pack.json';
import { CheckView } from '../../components/check/CheckView.tsx';
import { strings } from '../../components/ui/strings.ts';
import { loadEvidence } from '../../lib/claims/evidence.ts';
import { createMatcher, type PackedMatchPack, unpack } from '../../lib/matching/index.ts';
import { drawOrSay, startPage } from '../shared/page.ts';

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

async function start() {
  const [first, { app, language }] = await Promise.all([takeSelection(), startPage(() => strings.check.title)]);
  const [claims, { series }] = await Promise.all([loadEvidence('claims', language), loadEvidence('series', language)]);
  render(
    <CheckView
      first={first}
      evidence={{ ...claims, series }}
      check={(text) => matcher.match(text)}
      libraryUrl={browser.runtime.getURL('/library.html')}
    />,
    app,
  );
}

drawOrSay(start);
