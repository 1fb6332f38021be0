/**
 * Brings what is missing and nothing else; `npm start`, `npm test` and the other commands call it first.
 * Plain JS that runs on old versions of Node. Says what it does on stderr, and nothing at all when everything is in place.
 * Long because what it brings hangs together, and nothing else of the project may be needed before it has run.
 *
 *   --browser     a Chromium is needed        --firefox   a Firefox is needed
 *   --webkit      a WebKit is wanted, which only Debian and its kin have
 *   --packages    packages only: the command works on the sources themselves
 *   --keep-going  do not stop at mistakes in the sources: the tests that follow report them
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox, findWebKit } from './tools/browsers.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** The first Node that runs TypeScript files as they are. */
const OLDEST_NODE = [22, 18];
/** The major version that is brought to machines whose Node is older. */
const OWN_NODE = '24';
const WINDOWS = process.platform === 'win32';
const MODULES = at('node_modules');
const NODE_LINK = at('node_modules/.bin', WINDOWS ? 'node.exe' : 'node');
const PACKAGES_STAMP = at('node_modules/.setup-stamp');
const DATA_STAMP = at('node_modules/.data-stamp');
const TYPES_STAMP = at('.wxt/.setup-stamp');
const DATA_BUILDER = at('scripts/claims/cli.ts');
/** What the compiled data is made from and by. */
const DATA_INPUTS = ['claims-data', 'lib', 'scripts/claims'];
/** The prepared types list the names of the files in these folders, and follow what these files say. */
const TYPES_FOLDERS = ['entrypoints', 'public'];
const TYPES_FILES = ['wxt.config.ts', 'public/_locales/en/messages.json', 'package-lock.json'];
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];
const APT = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600'];

/** Something the person has to know or do; shown as one sentence. */
class SetupError extends Error {}

try {
  await setUp(new Set(process.argv.slice(2)));
} catch (error) {
  console.error(`setup: ${error.message}`);
  process.exitCode = 1;
}

async function setUp(wanted) {
  installPackages();
  bringNode();
  if (!wanted.has('--packages')) generate(wanted.has('--keep-going'));
  if (wanted.has('--browser')) await bringChromium();
  if (wanted.has('--firefox')) bringFirefox();
  if (wanted.has('--webkit')) bringWebKit();
}

// --- packages

/** Installs exactly what the lock file says, unless that is what is there. */
function installPackages() {
  const wanted = packagesKey();
  if (existsSync(PACKAGES_STAMP) && readFileSync(PACKAGES_STAMP, 'utf8') === wanted) return;
  if (!installedMatchesLock()) {
    refuseLink();
    say('installing packages (npm ci)');
    moveRunningNodeAway();
    npm(['ci', '--ignore-scripts', '--engine-strict=false', ...QUIET], 'The packages could not be installed');
  }
  writeFileSync(PACKAGES_STAMP, wanted);
}

/** `npm ci` empties node_modules first. Through a link it would empty the folder the link leads to, which belongs to something else. */
function refuseLink() {
  if (!lstatSync(MODULES, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new SetupError(
    'node_modules is a link to another folder, and installing packages would empty that folder. Remove the link (the folder it leads to stays as it is) and run the command again.',
  );
}

function packagesKey() {
  const lock = readFileSync(at('package-lock.json'));
  const major = isOld(process.version) ? OWN_NODE : process.versions.node.split('.')[0];
  return createHash('sha256').update(lock).update(`${major} ${process.platform} ${process.arch}`).digest('hex');
}

/** True after a plain `npm install` too. Packages meant for other platforms are allowed to be absent. */
function installedMatchesLock() {
  try {
    const read = (file) => JSON.parse(readFileSync(at(file), 'utf8')).packages;
    const installed = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(
      ([path, { optional, integrity }]) =>
        path === '' || (installed[path] ? installed[path].integrity === integrity && existsSync(at(path)) : optional),
    );
  } catch {
    return false;
  }
}

/** Windows refuses to delete a program that runs, and this may be running on the one in node_modules; renaming is allowed. */
function moveRunningNodeAway() {
  if (!WINDOWS || !existsSync(NODE_LINK)) return;
  mkdirSync(at('.tools'), { recursive: true });
  renameSync(NODE_LINK, at('.tools', `node-${process.pid}.old.exe`));
}

// --- Node

function isOld(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

/** Puts a current Node first on the PATH of npm scripts when the machine's own is too old. */
function bringNode() {
  if (!isOld(process.version) || existsSync(NODE_LINK)) return;
  const binary = ownNode();
  if (!existsSync(binary)) downloadNode(binary);
  mkdirSync(dirname(NODE_LINK), { recursive: true });
  rmSync(NODE_LINK, { force: true });
  if (WINDOWS) copyFileSync(binary, NODE_LINK);
  else symlinkSync(relative(dirname(NODE_LINK), binary), NODE_LINK);
}

function downloadNode(binary) {
  say(`this machine has Node ${process.versions.node}; bringing Node ${OWN_NODE} for this project only`);
  const advice = `Node ${OLDEST_NODE.join('.')} or newer is needed and could not be brought; please install it from nodejs.org`;
  mkdirSync(at('.tools'), { recursive: true });
  npm(
    ['install', '--no-save', '--no-package-lock', '--ignore-scripts', ...QUIET, '--prefix', '.tools', `${nodePackage()}@${OWN_NODE}`],
    advice,
  );
  const { status } = spawnSync(binary, ['--version']);
  if (status === 0) return;
  rmSync(at('.tools'), { recursive: true, force: true });
  throw new SetupError(`${advice}.`);
}

/** The npm package `node` only picks one of these; taking it directly needs no install script. */
function nodePackage() {
  const platform = WINDOWS ? 'win' : process.platform;
  const family = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${family}-${platform}-${process.arch}`;
}

function ownNode() {
  return at('.tools/node_modules', nodePackage(), 'bin', WINDOWS ? 'node.exe' : 'node');
}

/** The Node that runs the project's own scripts. */
function node() {
  return isOld(process.version) ? NODE_LINK : process.execPath;
}

// --- generated files

/** The types come last, since reading the entry points needs the compiled data. */
function generate(keepGoing) {
  try {
    compileData();
    prepareTypes();
  } catch (error) {
    if (!keepGoing) throw error;
    say(error.message);
  }
}

/** Compiles the claims' data when any file it is made from is newer than the last compilation. */
function compileData() {
  if (!existsSync(DATA_BUILDER) || dataIsFresh()) return;
  const started = new Date();
  say('compiling the data of the claims');
  run(node(), [DATA_BUILDER, 'build'], 'The data of the claims has the problems listed above');
  writeFileSync(DATA_STAMP, '');
  utimesSync(DATA_STAMP, started, started);
}

/** Prepares them again when an entry point or a public file came or went. */
function prepareTypes() {
  const wanted = typesKey();
  if (existsSync(at('.wxt/tsconfig.json')) && existsSync(TYPES_STAMP) && readFileSync(TYPES_STAMP, 'utf8') === wanted) return;
  say('preparing types (wxt prepare)');
  run(node(), [at('node_modules/wxt/bin/wxt.mjs'), 'prepare'], 'The types could not be prepared');
  writeFileSync(TYPES_STAMP, wanted);
}

function typesKey() {
  const hash = createHash('sha256');
  for (const folder of TYPES_FOLDERS)
    hash.update(
      filesIn(at(folder))
        .map((file) => relative(ROOT, file))
        .join('\n'),
    );
  for (const file of TYPES_FILES) hash.update(readFileSync(at(file)));
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function dataIsFresh() {
  if (!existsSync(at('generated')) || !existsSync(DATA_STAMP)) return false;
  const compiled = statSync(DATA_STAMP).mtimeMs;
  return DATA_INPUTS.every((folder) => newest(at(folder)) <= compiled);
}

/** Time of the latest change in a folder, deletions included. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

// --- browsers

async function bringChromium() {
  if (await findChromium()) return;
  if (isDebianRoot()) aptInstall('Chromium', ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']);
  if (await findChromium()) return;
  say('downloading Chromium (playwright install)');
  const deps = process.platform === 'linux' && (isRoot() || process.env.CI) ? ['--with-deps'] : [];
  attempt(node(), [at('node_modules/playwright-core/cli.js'), 'install', ...deps, '--no-shell', 'chromium']);
  if (await findChromium()) return;
  throw new SetupError(
    'No Chromium was found and none could be installed; please install one and set PLAYWRIGHT_CHROMIUM_EXECUTABLE to its path (Google Chrome cannot load unpacked extensions).',
  );
}

function bringFirefox() {
  if (findFirefox()) return;
  if (isDebianRoot()) aptInstall('Firefox', ['firefox-esr']);
  if (findFirefox()) return;
  const problem = 'No Firefox was found; please install one or set FIREFOX_EXECUTABLE to its path';
  if (process.env.CI) throw new SetupError(`${problem}.`);
  say(`ATTENTION: ${problem}. The Firefox tests will be SKIPPED.`);
}

/** Safari's engine by itself; nothing else has it, so its tests are skipped elsewhere. */
function bringWebKit() {
  if (!findWebKit() && isDebianRoot()) aptInstall('WebKit', ['webkit2gtk-driver', 'xvfb']);
  if (!findWebKit())
    say("ATTENTION: no WebKit was found, which Debian's packages webkit2gtk-driver and xvfb bring. Its tests will be SKIPPED.");
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** Debian and its kin, but not Ubuntu, whose browser packages are only stubs for snaps. */
function isDebianRoot() {
  if (!isRoot() || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return !/^ID="?ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function aptInstall(name, packages) {
  say(`installing ${name} (apt-get install ${packages.join(' ')})`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  attempt('apt-get', ['update', '-q', '-o', 'DPkg::Lock::Timeout=600']);
  attempt('apt-get', ['install', '-q', ...APT, ...packages]);
}

// --- running things

function at(...parts) {
  return join(ROOT, ...parts);
}

function say(text) {
  console.error(`setup: ${text}`);
}

/** Children write to stderr and read nothing: stdin and stdout belong to the command that follows. */
function attempt(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options });
  return status === 0;
}

function run(command, args, problem, options) {
  if (!attempt(command, args, options)) throw new SetupError(`${problem}.`);
}

/** Uses the npm that called us, whichever Node it came with. */
function npm(args, problem) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) run(process.execPath, [cli, ...args], problem);
  else run('npm', args, problem, { shell: WINDOWS });
}
