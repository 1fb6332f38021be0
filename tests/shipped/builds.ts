import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/tools/root.ts';

/** The stores a package is made for. */
export const STORES = ['chrome', 'edge', 'firefox', 'safari'] as const;
export type Store = (typeof STORES)[number];

/**
 * Files of a built package.
 * @throws {Error} when it was not built.
 */
export function filesOf(store: Store, pattern: string): { name: string; code: string }[] {
  const folder = join(ROOT, `.output/${store}-mv3`);
  const names = globSync(pattern, { cwd: folder }).map((name) => name.replaceAll('\\', '/'));
  if (globSync('manifest.json', { cwd: folder }).length === 0)
    throw new Error(`There is no package for ${store} yet; run \`npm run zip\` first.`);
  return names.sort().map((name) => ({ name, code: readFileSync(join(folder, name), 'utf8') }));
}

export type Manifest = Record<string, unknown> & {
  content_security_policy: { extension_pages: string };
  content_scripts: { matches: string[]; all_frames?: boolean }[];
  host_permissions: string[];
  permissions: string[];
};

export function manifestOf(store: Store): Manifest {
  return JSON.parse(filesOf(store, 'manifest.json')[0].code) as Manifest;
}
