import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './imports.ts';

/** Folders that are not in the repository: what .gitignore names, and git itself. */
const LEFT_OUT = [
  '.git',
  ...readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, '')),
].filter(Boolean);

/** Every file of the project, with `/` between the parts of its path. */
export function projectFiles(): string[] {
  return globSync(['**/*', '.*', '.ci/*', '.github/**/*'], { cwd: ROOT, exclude: (name) => LEFT_OUT.includes(name) })
    .filter((file) => statSync(join(ROOT, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'));
}
