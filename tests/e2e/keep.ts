import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserContext, Page, TestInfo } from '@playwright/test';
import { markupOf, piercedDocument } from '../../scripts/tools/pierced.ts';
import { ROOT } from '../../scripts/tools/root.ts';

/** Starts recording what happens in a browser's pages, to be kept if the test fails. Pictures would change when pages are drawn. */
export async function record(context: BrowserContext): Promise<void> {
  await context.tracing.start({ screenshots: false, snapshots: false, sources: true });
}

/**
 * Leaves, for the person who looks into a failure, what each page looked like, its elements with those in closed roots, and the
 * trace, in `test-results/e2e/`. The summary of `npm test` names the folder.
 */
export async function keep(context: BrowserContext, info: TestInfo): Promise<void> {
  const folder = info.outputPath('kept');
  mkdirSync(folder, { recursive: true });
  info.annotations.push({ type: 'kept', description: relative(ROOT, folder) });
  for (const [i, page] of context.pages().entries()) await keepPage(page, join(folder, `page-${i + 1}`));
  await context.tracing.stopChunk({ path: join(folder, 'trace.zip') });
}

/** A page that hangs or crashed says so instead; it must not hide the failure itself. */
async function keepPage(page: Page, path: string): Promise<void> {
  try {
    await page.screenshot({ path: `${path}.png`, timeout: 5_000 });
    writeFileSync(`${path}.html`, `<!-- ${page.url()} -->\n${markupOf(await piercedDocument(page))}\n`);
  } catch (error) {
    writeFileSync(`${path}.txt`, `${page.url()} could not be kept: ${error}\n`);
  }
}
