import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../tools/root.ts';

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
}

/**
 * The licences of all packages of which code is in the extension: those of the lock file that are not for development only,
 * each with the text its authors ask to keep beside it.
 * @throws {Error} for a package that names no licence or brings no text of it.
 */
export function notices(): string {
  const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  const parts = shipped.map(([path, { version, license }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    if (!license) throw new Error(`package-lock.json names no licence for ${name}; it cannot be shipped.`);
    return `${name} ${version} (${license})\n\n${licenceText(path)}`;
  });
  return `Case by Case contains code of the packages below. Its own licence is MIT.\n\n${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

function licenceText(path: string): string {
  const [file] = globSync('{LICENSE,LICENCE,license}*', { cwd: join(ROOT, path) });
  if (!file) throw new Error(`${path} has no licence file; its text has to be shipped with the code.`);
  return readFileSync(join(ROOT, path, file), 'utf8').trim();
}
