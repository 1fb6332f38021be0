import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { switches } from '../../scripts/tools/browser.ts';
import { findChromium } from '../../scripts/tools/browsers.mjs';
import { mastodonPage } from '../fixtures/mastodon/page.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { expect, reading, test, withChanged } from './support.ts';

/*
 * What browsers do only while nothing steers them: they draw no page ahead that a tool looks at. So the pages themselves go on, and
 * tell a server on this computer what they see.
 */

/** How long a page waits for a card, in ms. One comes within a tenth of it. */
const A_WHILE = 3000;
/** Longest wait for what a page has to tell, in ms. */
const PATIENCE = 30_000;

/** The page tells whether it is drawn ahead, and how many cards it has, as soon as there is one or after a while; so again when somebody comes. */
const TELLING = `<script>
const cards = () => document.querySelectorAll('case-by-case-card').length;
const tell = (until = Date.now() + ${A_WHILE}) => {
  if (cards() === 0 && Date.now() < until) setTimeout(tell, 50, until);
  else fetch('/told?' + (document.prerendering ? 'ahead=' : 'seen=') + cards());
};
tell();
document.addEventListener('prerenderingchange', () => tell());
</script>`;

/** The extension opens a page of its own when it comes, over this one; so all else happens in a tab that is opened after that. */
const FIRST = `<!doctype html><html lang="en"><title>First</title><script>setTimeout(open, ${A_WHILE}, '/next', '', 'noopener');</script>`;
const NEXT = `<!doctype html><html lang="en"><title>Next</title><script>fetch('/wait').then(() => location.assign('/home'));</script>`;
const AHEAD = '<script type="speculationrules">{"prerender":[{"urls":["/home"],"eagerness":"immediate"}]}</script>';

interface Visit {
  /** Whether the feed is drawn ahead, and gone to when it has told something; or else at once. */
  ahead: boolean;
  args?: string[];
}

/** Comes to a feed in a Chromium of its own with the extension. @returns what the feed tells, until somebody saw it. */
async function toldOn({ ahead, args = [] }: Visit): Promise<string[]> {
  const told: string[] = [];
  let goOn = (): void => undefined;
  const home = mastodonPage({ posts: [postAbout('wayfair-cabinets'), ...filler(3)] }).replace('</head>', `${TELLING}</head>`);
  const server = createServer(({ url = '' }, response) => {
    const answer = (body = ''): void => void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(body);
    if (url === '/wait') {
      if (!ahead) return answer();
      goOn = answer;
      return;
    }
    answer({ '/': FIRST, '/next': ahead ? NEXT + AHEAD : NEXT, '/home': home }[url]);
    if (!url.startsWith('/told?')) return;
    told.push(url.slice('/told?'.length));
    if (url.includes('ahead')) goOn();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const profile = mkdtempSync(join(tmpdir(), 'case-by-case-'));
  const executable = (await findChromium()) ?? 'chromium';
  await withChanged(reading('http://127.0.0.1/*'), async (extension) => {
    const own = [
      '--headless=new',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-popup-blocking',
      ...switches(extension),
      ...args,
    ];
    const browser = spawn(executable, [...own, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`], { stdio: 'ignore' });
    const gone = new Promise((done) => browser.once('exit', done));
    try {
      await expect.poll(() => told.some((one) => one.startsWith('seen')), { timeout: PATIENCE }).toBe(true);
    } finally {
      browser.kill();
      await gone;
    }
  });
  server.closeAllConnections();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  return told;
}

test('a page drawn ahead is left alone until somebody comes to it', async () => {
  expect(await toldOn({ ahead: true })).toEqual(['ahead=0', 'seen=1']);
});

test('a private window is not read unless the person allows it', async () => {
  const [open, hidden] = await Promise.all([[], ['--incognito']].map((args) => toldOn({ ahead: false, args })));
  expect({ open, hidden }).toEqual({ open: ['seen=1'], hidden: ['seen=0'] });
});
