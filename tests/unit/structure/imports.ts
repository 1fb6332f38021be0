import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseSync } from 'vite';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '../../..');

/** One module naming another. */
export interface Import {
  from: string;
  /** File inside the project, or the name of a package. */
  to: string;
  /** Disappears when the types are removed. */
  typeOnly: boolean;
}

/** Every import and re-export of the shipped code, with paths relative to the project. */
export function readImports(patterns = ['entrypoints/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}']): Import[] {
  const files = globSync(patterns, { cwd: ROOT, exclude: ['**/*.test.{ts,tsx}'] }).map((file) => file.replaceAll('\\', '/'));
  return files.flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** The imports of one file, found by a real parser. */
export function importsOf(file: string, code: string): Import[] {
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const named = module.staticImports.map(({ moduleRequest, entries }) => entry(file, moduleRequest.value, entries));
  const again = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((item) => (item.moduleRequest ? [entry(file, item.moduleRequest.value, [item])] : [])),
  );
  const lazy = module.dynamicImports.map(({ moduleRequest }) =>
    entry(file, code.slice(moduleRequest.start + 1, moduleRequest.end - 1), []),
  );
  return [...named, ...again, ...lazy];
}

function entry(from: string, request: string, entries: readonly { isType: boolean }[]): Import {
  return { from, to: resolve(from, request), typeOnly: entries.length > 0 && entries.every(({ isType }) => isType) };
}

function resolve(from: string, request: string): string {
  const path = request.split('?')[0];
  const inside = path.replace(/^#generated\//, 'generated/').replace(/^(@|~)\//, '');
  if (inside !== path) return inside;
  if (!path.startsWith('.')) return path;
  const target = posix.join(dirname(from).replaceAll('\\', '/'), path);
  return (
    [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((file) => /\.\w+$/.test(file) && existsSync(join(ROOT, file))) ??
    target
  );
}

/** Modules that reach themselves; types are left out, they are gone when the code runs. */
export function findCircles(imports: readonly Import[]): string[][] {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file]);
    if (done.has(file) || trail.includes(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return circles;
}
