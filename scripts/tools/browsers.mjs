/** Where browsers are on this machine. Plain JS: the setup runs it before anything is installed. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser'];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const CHROMIUM_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const FIREFOX_PLACES = [
  '/usr/bin/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const WEBKIT_PLACES = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['4.1', '6.0', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);

/**
 * A Chromium that can load an unpacked extension. Branded Google Chrome cannot any more, so it is never used.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  return fromEnvironment('PLAYWRIGHT_CHROMIUM_EXECUTABLE') ?? (await playwrightChromium()) ?? find(CHROMIUM_PLACES, CHROMIUM_NAMES);
}

/** @returns {string | undefined} */
export function findFirefox() {
  return fromEnvironment('FIREFOX_EXECUTABLE') ?? find(FIREFOX_PLACES, FIREFOX_NAMES);
}

/**
 * WebKit as Debian packages it: its driver, the small browser beside it, and a screen to draw on.
 * @returns {{ driver: string; browser: string; screen: string } | undefined}
 */
export function findWebKit() {
  const driver = find([], ['WebKitWebDriver']);
  const browser = find(WEBKIT_PLACES, []);
  const screen = find([], ['Xvfb']);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** A path the person gave must be right: silently taking another browser would hide the mistake. */
function fromEnvironment(name) {
  const path = process.env[name];
  if (path && !existsSync(path)) throw new Error(`${name} is set to ${path}, but there is no file there.`);
  return path || undefined;
}

/** The Chromium that `playwright install` downloaded, if it did. */
async function playwrightChromium() {
  try {
    const { chromium } = (await import('playwright-core')).default;
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function find(places, names) {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, ...onPath].find((path) => existsSync(path) && !isSnap(path));
}

/** Browsers packaged as snaps see neither hidden folders nor temporary profiles, so they cannot run the tests. */
function isSnap(path) {
  const real = realpathSync(path);
  if (real.startsWith('/snap/') || real === '/usr/bin/snap') return true;
  return statSync(real).size < 20_000 && readFileSync(real, 'utf8').includes('/snap/');
}
