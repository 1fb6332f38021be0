import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { type InlineConfig, mergeConfig } from 'vite';
import { type ConfigEnv, defineConfig, type UserManifest } from 'wxt';
import type { Browser } from 'wxt/browser';
import type { Site } from './lib/sites/site.ts';
import { asciiOnly } from './scripts/release/ascii.ts';
import { noMarkup } from './scripts/release/no-markup.ts';
import { notices } from './scripts/release/notices.ts';
import { updateServer } from './scripts/updates/server.ts';

const ROOT = import.meta.dirname;
const OLDEST_CHROME = '120';
/** The first version, on computers and on Android, that knows `data_collection_permissions`. */
const OLDEST_FIREFOX = '142';

/** The first version whose extensions keep scripts registered for added servers. */
const OLDEST_SAFARI = '17.0';

/** What the code may use; browsers that are not named are made from Chromium. */
const TARGETS: Record<string, string> = { firefox: `firefox${OLDEST_FIREFOX}`, safari: `safari${OLDEST_SAFARI}` };

/** What only one family of browsers is told. */
const OWN_FIELDS: Record<string, () => UserManifest> = { firefox: firefoxOnly, safari: safariOnly };

/** Where updates come from for people who switch them on; most builds have none. */
const UPDATE_SOURCE = updateServer();

/** Extension pages load nothing but their own files and talk to nobody, or to the one server of updates. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src ${UPDATE_SOURCE?.origin ?? "'none'"}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: (env) => ({ ...manifest(env), ...(OWN_FIELDS[env.browser] ?? chromiumOnly)() }),
  hooks: {
    'build:before': compileData,
    'build:publicAssets': (_, files) => void files.push({ contents: notices(), relativeDest: 'NOTICES.txt' }),
    'build:manifestGenerated': (_, manifest) => {
      describeButton(manifest);
      readEmbeds(manifest);
      allowEngine(manifest);
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'popup')) shareOneFile(config);
    },
  },
  webExt: { disabled: true },
  vite: ({ browser }) => ({
    plugins: [preact(), noMarkup(), asciiOnly()],
    // As text: a browser reads data several times faster than it reads the same data as a program.
    json: { stringify: true, namedExports: false },
    define: { 'import.meta.env.UPDATE_SOURCE': JSON.stringify(UPDATE_SOURCE) },
    build: {
      target: TARGETS[browser] ?? `chrome${OLDEST_CHROME}`,
      sourcemap: Boolean(process.env.SOURCEMAP),
      // Old browsers get a substitute that fetches; ours are not old, and nothing in the package may fetch.
      modulePreload: { polyfill: false },
    },
  }),
});

function manifest({ command }: ConfigEnv): UserManifest {
  return {
    // The words are in public/_locales.
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus', 'activeTab', ...(UPDATE_SOURCE ? ['alarms' as const] : [])],
    ...forTests(),
    optional_host_permissions: ['https://*/*'],
    // The development server has to reach its pages; what is built for people has the strict policy.
    ...(command === 'build' ? { content_security_policy: { extension_pages: PAGE_POLICY } } : {}),
  };
}

/** No test can answer the browser's own question, so a server on this computer is allowed from the start. */
function forTests(): Pick<UserManifest, 'host_permissions'> {
  return UPDATE_SOURCE?.origin.startsWith('http://127.0.0.1:') ? { host_permissions: ['http://127.0.0.1/*'] } : {};
}

function chromiumOnly(): UserManifest {
  return { minimum_chrome_version: OLDEST_CHROME, storage: { managed_schema: 'managed-schema.json' } };
}

function safariOnly(): UserManifest {
  return { browser_specific_settings: { safari: { strict_min_version: OLDEST_SAFARI } } };
}

function firefoxOnly(): UserManifest {
  return {
    browser_specific_settings: {
      gecko: {
        id: 'case-by-case@case-by-case.org',
        strict_min_version: `${OLDEST_FIREFOX}.0`,
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: `${OLDEST_FIREFOX}.0` },
    },
  };
}

/**
 * What the pages have in common is one file: the popup is drawn after two files instead of eight, each of which the browser looks
 * up and compiles by itself. The recognising of claims stays apart: only two pages need it.
 */
function shareOneFile(config: InlineConfig): void {
  const groups = [{ name: 'shared', test: (id: string) => !/\/(lib\/matching|generated)\//.test(id), minShareCount: 2 }];
  config.build = mergeConfig({ build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }, { build: config.build }).build;
}

/** A mistake in the data stops the build; the compiler says file, field and reason. */
function compileData(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/claims/cli.ts'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The data of the claims has the problems listed above; nothing was built.');
}

/** Until a page says that it is read, the button is grey and says so; the popup's own title would stand there, untranslated. */
function describeButton({ action }: Browser.runtime.Manifest): void {
  if (!action) return;
  action.default_title = '__MSG_actionTitle__';
  action.default_icon = { 16: 'icon-off/16.png', 32: 'icon-off/32.png' };
}

/** The reader starts in frames too, but only in those that show one post of a site, at addresses of their own. */
function readEmbeds({ content_scripts: [reader] = [], content_scripts }: Browser.runtime.Manifest): void {
  const sites: Site[] = JSON.parse(readFileSync(join(ROOT, 'generated/sites.json'), 'utf8'));
  const matches = sites.flatMap(({ embed }) => (embed?.status === 'on' ? embed.matches : []));
  content_scripts?.push({ ...reader, matches, all_frames: true });
}

/** The second script is set beside the reader only where that was asked for as an access to the site: the same sites, no others. */
function allowEngine(manifest: Browser.runtime.Manifest): void {
  const matches = manifest.content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...new Set(matches)];
}
