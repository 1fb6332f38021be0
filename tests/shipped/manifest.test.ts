import { describe, expect, it } from 'vitest';
import siteList from '#generated/sites.json';
import type { Site } from '../../lib/sites/site.ts';
import { filesOf, manifestOf, STORES } from './builds.ts';

/** The whole manifest of each store, so that no permission and no loophole comes in unseen. */

const sites = siteList as unknown as Site[];
const SITES_ON = 'the sites of lib/sites that are on';
const FRAMES_ON = 'the frames of embedded posts in lib/sites that are on';
const matches = [...new Set(sites.filter(({ status }) => status === 'on').flatMap((site) => site.matches))].sort();
const frames = sites.flatMap(({ embed }) => (embed?.status === 'on' ? embed.matches : [])).sort();

/** What Safari 17 reads of a manifest, as far as we use any of it (MDN's compatibility data, 23 November 2026). */
const SAFARI_KEYS = new Set([
  'manifest_version',
  'name',
  'description',
  'version',
  'icons',
  'default_locale',
  'permissions',
  'host_permissions',
  'optional_host_permissions',
  'content_security_policy',
  'browser_specific_settings',
  'background',
  'action',
  'options_ui',
  'content_scripts',
]);
const SAFARI_PERMISSIONS = new Set(['storage', 'scripting', 'contextMenus', 'activeTab']);

describe('the package for safari', () => {
  it('has nothing in its manifest that Safari does not know, and all it names', () => {
    const manifest = manifestOf('safari');
    expect(Object.keys(manifest).filter((key) => !SAFARI_KEYS.has(key))).toEqual([]);
    expect(manifest.permissions.filter((name) => !SAFARI_PERMISSIONS.has(name))).toEqual([]);
    const named = JSON.stringify(manifest).matchAll(/"([\w./-]+\.(?:js|html|png|json|css))"/g);
    for (const [, file] of named) expect(filesOf('safari', file), file).toHaveLength(1);
    expect(filesOf('safari', `_locales/${String(manifest.default_locale)}/messages.json`)).toHaveLength(1);
  });
});

describe('the package for edge', () => {
  it('is that for Chrome, byte for byte', () => {
    expect(filesOf('edge', '**/*.*')).toEqual(filesOf('chrome', '**/*.*'));
  });
});

describe('the package for firefox', () => {
  it('says for computers and for Android that it collects nothing, and from which version on it runs', () => {
    const { browser_specific_settings: settings } = manifestOf('firefox');
    expect(settings).toEqual({
      gecko: {
        id: 'case-by-case@case-by-case.org',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    });
  });
});

describe.each(STORES)('the package for %s', (store) => {
  const manifest = manifestOf(store);

  it('asks for what it always asked for, and nothing else', async () => {
    const { version, content_scripts, host_permissions, ...rest } = manifest;
    const scripts = content_scripts.map(({ matches: _, ...script }) => ({ matches: script.all_frames ? FRAMES_ON : SITES_ON, ...script }));
    const shown = { ...rest, host_permissions: host_permissions && SITES_ON, content_scripts: scripts };
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(`manifests/${store}.json`);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('reads the served sites and no others, and may set its second script beside the reader on these alone', () => {
    expect([...manifest.host_permissions].sort()).toEqual([...matches, ...frames].sort());
    expect(manifest.content_scripts).toHaveLength(2);
    const [pages, embeds] = manifest.content_scripts;
    expect([...new Set(pages.matches)].sort()).toEqual(matches);
    expect([...embeds.matches].sort()).toEqual(frames);
    expect([pages.all_frames ?? false, embeds.all_frames]).toEqual([false, true]);
  });

  it('starts in frames only where one post is shown, never at all addresses of a host', () => {
    expect(frames).toEqual(['https://embed.bsky.app/embed/*']);
  });

  it('has a policy that begins with nothing and connects to nobody', () => {
    const parts = manifest.content_security_policy.extension_pages.split('; ').map((part) => part.split(' '));
    expect(parts[0]).toEqual(['default-src', "'none'"]);
    expect(Object.fromEntries(parts.map(([name, ...values]) => [name, values.join(' ')]))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  it('lets no page load its files, talk to it or be talked to unasked', () => {
    for (const field of ['web_accessible_resources', 'externally_connectable', 'update_url', 'sandbox'])
      expect(manifest).not.toHaveProperty(field);
    expect(manifest.permissions).not.toContain('alarms');
  });

  it('has pages with scripts and styles of their own only', () => {
    const pages = filesOf(store, '*.html');
    expect(pages.length).toBeGreaterThan(3);
    for (const { name, code } of pages) {
      const addresses = [...code.matchAll(/\b(?:src|href|action|srcset)\s*=\s*["']?([^"'\s>]+)/gi)].map(([, address]) => address);
      expect(
        addresses.filter((address) => !/^\/(?!\/)/.test(address)),
        name,
      ).toEqual([]);
      expect(code, name).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/i);
      expect(code, name).not.toMatch(/\son\w+\s*=/i);
    }
  });
});
