import './welcome.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { strings } from '../../components/ui/strings.ts';
import { WelcomeView } from '../../components/welcome/WelcomeView.tsx';
import { startPage } from '../shared/page.ts';
import { sampleJudge } from './sample.ts';

async function start() {
  const { app, loaded, language } = await startPage(() => strings.welcome.title);
  const judge = sampleJudge(language, loaded.settings);
  render(
    <WelcomeView
      judge={judge}
      libraryUrl={browser.runtime.getURL('/library.html')}
      onOptions={() => void browser.runtime.openOptionsPage()}
    />,
    app,
  );
}

void start();
