import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { ROOT } from '../tools/root.ts';
import { PROGRAMS, runNode } from '../tools/run.ts';
import { pack } from './archive.ts';

/**
 * Makes what the stores ask for, in `.output/packages/`: a package for each browser, the sources a reviewer can rebuild them
 * from, and `SHA256SUMS`. The same commit gives the same bytes. With `--verify` the packages are built a second time from the
 * source package alone, in an empty directory, and compared.
 */

const BUILDS = [
  { store: 'chrome', args: ['-b', 'chrome'] },
  { store: 'edge', args: ['-b', 'edge'] },
  { store: 'firefox', args: ['-b', 'firefox', '--mv3'] },
  { store: 'safari', args: ['-b', 'safari', '--mv3'] },
];
const PACKAGES = join(ROOT, '.output/packages');
const SUMS = 'SHA256SUMS';
/** Pictures in the documents: a reviewer has no use for them. */
const NOT_SOURCES = /^docs\/images\//;

const { values } = parseArgs({ options: { verify: { type: 'boolean' } } });
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const sources = `case-by-case-${version}-sources.zip`;

rmSync(PACKAGES, { recursive: true, force: true });
mkdirSync(PACKAGES, { recursive: true });
const made = [...(await packBuilds()), ...packSources()];
const sums = `${made.map((name) => `${sha256(join(PACKAGES, name))}  ${name}`).join('\n')}\n`;
writeFileSync(join(PACKAGES, SUMS), sums);
console.log(sums);
if (values.verify) verify();

async function packBuilds(): Promise<string[]> {
  const names: string[] = [];
  for (const { store, args } of BUILDS) {
    const { code } = await runNode(PROGRAMS.wxt, ['build', ...args]);
    if (code !== 0) throw new Error(`The build for ${store} failed, as shown above; nothing was packed.`);
    const folder = join(ROOT, `.output/${store}-mv3`);
    names.push(write(`case-by-case-${version}-${store}.zip`, pack(folder, filesIn(folder))));
  }
  return names;
}

/** Only what is committed; a source package has no history, and is not made from itself. */
function packSources(): string[] {
  if (!existsSync(join(ROOT, '.git'))) return [];
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  if (listed.status !== 0) throw new Error(`git could not list the sources: ${listed.stderr}`);
  return [
    write(
      sources,
      pack(
        ROOT,
        listed.stdout.split('\0').filter((file) => file !== '' && !NOT_SOURCES.test(file)),
      ),
    ),
  ];
}

function verify(): void {
  if (!made.includes(sources))
    throw new Error('There is no source package to verify: it is made from what git lists, and this folder has no history.');
  const clean = mkdtempSync(join(tmpdir(), 'case-by-case-rebuild-'));
  for (const [name, contents] of Object.entries(unzipSync(readFileSync(join(PACKAGES, sources))))) {
    mkdirSync(dirname(join(clean, name)), { recursive: true });
    writeFileSync(join(clean, name), contents);
  }
  const { status } = spawnSync('npm', ['run', 'zip'], { cwd: clean, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`The sources did not build in ${clean}; look there.`);
  const again = readFileSync(join(clean, '.output/packages', SUMS), 'utf8');
  const differing = sums.split('\n').filter((line) => !line.endsWith(sources) && !again.includes(line));
  if (differing.length > 0) throw new Error(`Built anew from the sources in ${clean}, these differ:\n${differing.join('\n')}`);
  rmSync(clean, { recursive: true, force: true });
  console.log('Built anew from the source package, in an empty directory: the same bytes.');
}

function filesIn(folder: string): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

function write(name: string, contents: Uint8Array): string {
  writeFileSync(join(PACKAGES, name), contents);
  return name;
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
