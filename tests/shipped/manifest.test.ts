import { describe, expect, it } from 'vitest';
import siteList from '#generated/sites.json';
import type { Site } from '../../lib/sites/site.ts';
import { filesOf, manifestOf, STORES } from './builds.ts';

/** The whole manifest of each store, so that no permission and no loophole comes in unseen. */

const sites = siteList as unknown as Site[];
const SITES_ON = 'the sites of lib/sites that are on';
const matches = [...new Set(sites.filter(({ status }) => status === 'on').flatMap((site) => site.matches))].sort();

describe.each(STORES)('the package for %s', (store) => {
  const manifest = manifestOf(store);

  it('asks for what it always asked for, and nothing else', async () => {
    const { version, content_scripts, host_permissions, ...rest } = manifest;
    const scripts = content_scripts.map(({ matches: _, ...script }) => ({ matches: SITES_ON, ...script }));
    const shown = { ...rest, host_permissions: host_permissions && SITES_ON, content_scripts: scripts };
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot(`manifests/${store}.json`);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('reads the served sites and no others, and may set its second script beside the reader on these alone', () => {
    expect([...manifest.host_permissions].sort()).toEqual(matches);
    expect(manifest.content_scripts).toHaveLength(1);
    expect([...new Set(manifest.content_scripts[0].matches)].sort()).toEqual(matches);
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
