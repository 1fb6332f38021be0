import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { SPOKEN } from '../../lib/language.ts';
import { toLine } from '../claims/problems.ts';
import { ROOT } from '../tools/root.ts';
import { runNode } from '../tools/run.ts';
import { dated, forReleasePage, versionsOf } from './changelog.ts';
import { readFacts, readStoreTexts, renderListing, renderReview, storeProblems } from './listing.ts';
import { obstacles, type Standing } from './obstacles.ts';
import { pictureProblems, TAKEN } from './pictures.ts';

/**
 * `npm run release`: everything a release consists of, in `.output/release/`: store packages, sources and checksums, notes,
 * listings and pictures. Nothing leaves this machine. With `--for-real` the day is written into CHANGELOG.md and committed, and
 * when all is made, the commit gets its tag; pushing it is left to the person.
 */

const RELEASE = join(ROOT, '.output/release');
const CHANGELOG = join(ROOT, 'CHANGELOG.md');

/** Why there is no release; said without a trace of the program. */
class Refusal extends Error {}

const { values } = parseArgs({ options: { 'for-real': { type: 'boolean', default: false } } });
try {
  await release(values['for-real']);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`\nNo release.\n\n${error.message}`);
  process.exitCode = 1;
}

async function release(forReal: boolean): Promise<void> {
  const version = await checked();
  if (forReal) commitDate(version);
  rmSync(RELEASE, { recursive: true, force: true });
  mkdirSync(RELEASE, { recursive: true });
  await makePackages();
  writeNotes(version);
  writeListings();
  await takePictures();
  if (forReal) git('tag', '--annotate', `v${version}`, '--message', `Case by Case ${version}`);
  console.log(`\n${version} is in ${relative(ROOT, RELEASE)}/: packages, notes.md, listing, screenshots.`);
  console.log(
    forReal
      ? `It is tagged v${version}. \`git push --follow-tags\` makes it public; the packages are sent to the stores by hand.`
      : 'This was a dry run: nothing was committed or tagged. `npm run release -- --for-real` does both.',
  );
}

/** The version, when nothing stands in its way. */
async function checked(): Promise<string> {
  const standing = readStanding();
  refuseIf(obstacles(standing));
  const { code } = await runNode('scripts/claims/cli.ts', ['check']);
  if (code !== 0) throw new Refusal('The data of the claims has the problems listed above.');
  const texts = readStoreTexts();
  refuseIf(storeProblems(texts, readFacts()).map(toLine));
  return standing.version;
}

function readStanding(): Standing {
  const json = (name: string): { version: string } => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
  const { version } = json('package.json');
  return {
    changed: git('status', '--porcelain').split('\n').filter(Boolean),
    version,
    locked: json('package-lock.json').version,
    versions: versionsOf(readFileSync(CHANGELOG, 'utf8')),
    head: git('rev-parse', 'HEAD'),
    tagged:
      git('for-each-ref', '--format=%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)', `refs/tags/v${version}`) ||
      undefined,
  };
}

/** A second attempt finds the day there already and goes on. */
function commitDate(version: string): void {
  const text = readFileSync(CHANGELOG, 'utf8');
  const today = new Date().toISOString().slice(0, 10);
  if (dated(text, version, today) === text) return;
  writeFileSync(CHANGELOG, dated(text, version, today));
  git('commit', '--message', `Case by Case ${version}`, '--', CHANGELOG);
}

async function makePackages(): Promise<void> {
  const { code } = await runNode('scripts/release/zip.ts', ['--verify']);
  if (code !== 0) throw new Refusal('The packages could not be made, or not a second time with the same bytes; see above.');
  cpSync(join(ROOT, '.output/packages'), join(RELEASE, 'packages'), { recursive: true });
}

/** What the page of the release says: what changed, and the checksums to compare a package with. */
function writeNotes(version: string): void {
  const entry = versionsOf(readFileSync(CHANGELOG, 'utf8')).find((each) => each.version === version);
  const sums = readFileSync(join(RELEASE, 'packages/SHA256SUMS'), 'utf8').trim();
  const notes = [`# Case by Case ${version}`, entry ? forReleasePage(entry) : '', '## Checksums (SHA-256)', `\`\`\`\n${sums}\n\`\`\``];
  writeFileSync(join(RELEASE, 'notes.md'), `${notes.join('\n\n')}\n`);
}

function writeListings(): void {
  const { stores, listings, review } = readStoreTexts();
  const facts = readFacts();
  const folder = join(RELEASE, 'listing');
  mkdirSync(folder, { recursive: true });
  for (const store of stores.value)
    for (const { value } of listings) writeFileSync(join(folder, `${store.id}-${value.language}.md`), renderListing(store, value, facts));
  writeFileSync(join(folder, 'review.md'), renderReview(review.value));
}

/** From the build that was packed. */
async function takePictures(): Promise<void> {
  rmSync(TAKEN, { recursive: true, force: true });
  const { code } = await runNode('scripts/screenshots.ts', ['--store']);
  if (code !== 0) throw new Refusal('The pictures could not be taken; see above.');
  refuseIf(pictureProblems(readStoreTexts().stores.value));
  for (const language of SPOKEN) cpSync(join(TAKEN, language), join(RELEASE, 'screenshots', language), { recursive: true });
}

function refuseIf(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new Refusal(reasons.join('\n'));
}

function git(...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Refusal(`git ${args[0]} failed: ${error?.message ?? stderr.trim()}`);
  return stdout.trimEnd();
}
