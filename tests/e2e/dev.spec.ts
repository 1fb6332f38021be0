import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { standingCards } from '../../scripts/tools/pierced.ts';
import { ROOT } from '../../scripts/tools/root.ts';
import { expect, test } from './support.ts';

/* `npm run dev` in a copy of the project, looked at as it lets DevTools look. */

const CLAIM = 'claims-data/claims/wayfair-cabinets.yaml';
const BRIEF = /^ {2}brief: .*$/m;
const NOT_COPIED = ['.git', '.mutation', '.output', '.tools', 'node_modules', 'test-results'];
/** Longest wait for a build and a browser, on a machine that does other things too, in ms. */
const SOON = { timeout: 90_000 };

test('the demo feed follows changes of a card and of code, and shows a mistake in the data until it is mended', async () => {
  test.setTimeout(6 * SOON.timeout);
  const project = copyOfProject();
  const dev = await startDev(project);
  try {
    const cards = () => dev.read(async (page) => (await standingCards(page)).map(({ text }) => text).join('\n'));
    const alerts = () => dev.read(async (page) => (await page.getByRole('alert').allTextContents()).join('\n'));
    await expect.poll(cards, SOON).toContain('No evidence was found to link Wayfair to trafficking.');

    change(project, CLAIM, BRIEF, '  brief: "Nothing links Wayfair to it, Reuters says."');
    await expect.poll(cards, SOON).toContain('Nothing links Wayfair to it, Reuters says.');

    change(project, CLAIM, BRIEF, '  brief: "A line far too long for a closed card, of which nobody who scrolls by would read the end."');
    await expect.poll(alerts, SOON).toContain(`${CLAIM}:10 card.brief: has 89 characters; at most 60`);

    change(project, CLAIM, BRIEF, '  brief: "Reuters found nothing that links Wayfair to it."');
    await expect.poll(cards, SOON).toContain('Reuters found nothing that links Wayfair to it.');
    expect(await alerts()).toBe('');

    change(project, 'components/ui/words/en.ts', "context: 'Context'", "context: 'Beside it'");
    await expect.poll(cards, SOON).toContain('Beside it');
  } finally {
    await test.info().attach('what npm run dev said', { body: dev.said() });
    await dev.end();
    rmSync(project, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** With the packages of the project itself. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'case-by-case-dev-'));
  cpSync(ROOT, copy, { recursive: true, filter: (from) => from === ROOT || !NOT_COPIED.includes(basename(from)) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

function change(project: string, file: string, from: string | RegExp, to: string): void {
  const path = join(project, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toMatch(from);
  writeFileSync(path, before.replace(from, to));
}

async function startDev(project: string) {
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/dev.ts', '--headless', '--inspect', String(port)], { cwd: project });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    said: () => said,
    /** Reads something off the feed. While there is none, since the browser is being started again, the answer says why. */
    async read(what: (page: Page) => Promise<string>): Promise<string> {
      try {
        const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
        try {
          const pages = browser.contexts().flatMap((context) => context.pages());
          const feed = pages.find((page) => page.url() === 'https://x.com/home');
          return feed ? await what(feed) : 'no feed';
        } finally {
          await browser.close();
        }
      } catch (error) {
        return String(error);
      }
    },
    async end(): Promise<void> {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
