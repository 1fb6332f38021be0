import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { EXTENSION } from '../../scripts/tools/browser.ts';
import { filler, postAbout } from '../fixtures/posts.ts';
import { type Bench, expect, expected, withBrowser } from './support.ts';

/** Another extension on the same pages asks ours for answers. */

const wayfair = postAbout('wayfair-cabinets');
const posts = [wayfair, ...filler(3)];

/** What the other one does on the page; it hears what to do, and tells what it got, by events. */
const OTHER = `
document.addEventListener('other:ask', ({ detail }) => {
  const [id, message] = JSON.parse(detail);
  chrome.runtime.sendMessage(id, message, (answer) => {
    const said = answer === undefined ? String(chrome.runtime.lastError?.message) : 'answered';
    document.dispatchEvent(new CustomEvent('other:got', { detail: said }));
  });
});
document.documentElement.dataset.other = 'here';
`;

async function withOther(use: (bench: Bench) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'case-by-case-with-'));
  const other = join(folder, 'other');
  mkdirSync(other);
  const script = { matches: ['https://x.com/*'], js: ['other.js'] };
  writeFileSync(
    join(other, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Other', version: '1', content_scripts: [script] }),
  );
  writeFileSync(join(other, 'other.js'), OTHER);
  const both = `${EXTENSION},${other}`;
  await withBrowser({ args: [`--disable-extensions-except=${both}`, `--load-extension=${both}`] }, use);
  rmSync(folder, { recursive: true, force: true });
}

test('another extension gets no answer from ours, and changes nothing by asking', async () => {
  await withOther(async (bench) => {
    const feed = await bench.open('x', { posts });
    await expect.poll(() => feed.outcomes()).toEqual(expected(posts));
    await expect(feed.page.locator('html[data-other="here"]')).toBeAttached();
    for (const message of [
      { type: 'evidence:claim', claim: wayfair.expect },
      { type: 'toolbar:count', cards: 99, state: 'reading' },
      { type: 'check:take' },
      { type: 'page:status' },
    ]) {
      const got = await feed.page.evaluate(
        (detail) =>
          new Promise<string>((heard) => {
            document.addEventListener('other:got', (event) => heard((event as CustomEvent<string>).detail), { once: true });
            document.dispatchEvent(new CustomEvent('other:ask', { detail }));
          }),
        JSON.stringify([bench.browser.extensionId, message]),
      );
      expect(got, message.type).toMatch(/Could not establish connection|port closed/);
    }
    expect(await feed.outcomes()).toEqual(expected(posts));
  });
});
